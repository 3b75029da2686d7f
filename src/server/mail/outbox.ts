// Where mails land without a mail server: a folder in DATA_DIR, one JSON file each, whose name begins with the time.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { env } from "@/env";
import type { FinishedMail } from "./finished-mail";
import { mailAttachments } from "./mail-attachment";

const outboxMail = z.object({
  at: z.iso.datetime(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  messageId: z.string().optional(),
  attachments: mailAttachments.optional(),
});
export type OutboxMail = z.output<typeof outboxMail> & { readonly id: string };

/** More than anybody reads on one page. */
const SHOWN = 50;

function folder(): string {
  return path.resolve(env().DATA_DIR, "outbox");
}

export async function putIntoOutbox(mail: FinishedMail): Promise<void> {
  const at = new Date().toISOString();
  const { to, subject, text, html, messageId, attachments } = mail;
  await mkdir(folder(), { recursive: true, mode: 0o700 });
  const name = path.join(folder(), `${at.replaceAll(":", "-")}-${randomUUID().slice(0, 8)}`);
  // Under another name first, so that nobody reads half a file. The links inside open accounts: nobody else may look.
  await writeFile(`${name}.part`, JSON.stringify({ at, to, subject, text, html, messageId, attachments }, null, 2), {
    mode: 0o600,
  });
  await rename(`${name}.part`, `${name}.json`);
}

/** The newest mails first; empty when none was ever sent. */
export async function readOutbox(): Promise<OutboxMail[]> {
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const newest = names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse()
    .slice(0, SHOWN);
  return Promise.all(
    newest.map(async (name) => {
      const mail = outboxMail.parse(JSON.parse(await readFile(path.join(folder(), name), "utf8")));
      return { id: name.slice(0, -".json".length), ...mail };
    }),
  );
}

/** Deletes mails that came before a moment, which their names begin with. */
export async function sweepOutbox(before: Date): Promise<void> {
  const limit = before.toISOString().replaceAll(":", "-");
  const names = await readdir(folder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const name of names) {
    if (/^\d{4}-\d\d-\d\dT/.test(name) && name < limit) await rm(path.join(folder(), name), { force: true });
  }
}
