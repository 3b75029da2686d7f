// What the product has sent to somebody, as their mail program would show it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import PostalMime from "postal-mime";
import { ground } from "./ground";

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Every address in the message's plain text. */
  readonly links: readonly string[];
  /** Calendar attachments, as text. */
  readonly calendars: readonly string[];
}

/** All that has arrived at the address, oldest first. */
async function mailsFor(address: string): Promise<Mail[]> {
  const files = readdirSync(ground().mailFolder).filter((name) => name.endsWith(".eml"));
  const parsed = await Promise.all(
    files.sort().map((name) => PostalMime.parse(readFileSync(join(ground().mailFolder, name)))),
  );
  return parsed
    .filter(({ to }) => to?.some((recipient) => recipient.address?.toLowerCase() === address.toLowerCase()))
    .map(({ subject = "", text = "", html = "", attachments }) => ({
      subject,
      text,
      html,
      links: text.match(/https?:\/\/[^\s<>)"]+/g) ?? [],
      calendars: attachments
        .filter(({ mimeType }) => mimeType === "text/calendar")
        .map(({ content }) => (typeof content === "string" ? content : new TextDecoder().decode(content))),
    }));
}

/** Waits for a message to the address whose subject matches; the newest when there are several. */
export async function mailFor(address: string, subject: RegExp = /./): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsFor(address)).findLast((mail) => subject.test(mail.subject));
        return found?.subject;
      },
      { message: `a message to ${address} about ${subject}`, timeout: 20_000, intervals: [100, 200, 400] },
    )
    .toBeDefined();
  if (!found) throw new Error(`No message to ${address} about ${subject}.`);
  return found;
}

/** The one link of a message that leads into the product. */
export function linkIn(mail: Mail): string {
  const link = mail.links.find((address) => address.startsWith(ground().url));
  if (!link) throw new Error(`"${mail.subject}" holds no link to ${ground().url}:\n${mail.text}`);
  return link;
}
