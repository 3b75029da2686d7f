import { randomUUID } from "node:crypto";
import { openidName } from "@/server/auth/openid-provider";
import type { Db, Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import type { MailMessage } from "@/server/mail/mail-message";
import type { SendLinkInput } from "../account-contract";
import { findPersonByEmail, type PersonRow } from "../account-queries";
import { issueLink } from "./issue-link";

/** Sends the link that somebody asked for, if the address is anybody's and the link would be of use. */
export async function mailLink(db: Db, { purpose, email }: SendLinkInput): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (!person || person.isDisabled) return;
    const message = purpose === "verify-email" ? await verification(tx, person) : await reset(tx, person);
    if (message) await enqueue(tx, sendMail, message, `mail:${message.template}:${randomUUID()}`);
  });
}

async function verification(tx: Tx, { id, email, emailVerified }: PersonRow): Promise<MailMessage | null> {
  if (emailVerified) return null;
  return { template: "verify-email", to: email, tokenId: await issueLink(tx, id, "verify-email") };
}

async function reset(tx: Tx, { id, name, email, passwordHash, hasSignOn }: PersonRow): Promise<MailMessage> {
  // Who only uses single sign-on must not get a way around it, such as after leaving the company that runs it.
  if (!passwordHash && hasSignOn) {
    return { template: "no-password", to: email, name, signOnName: openidName() ?? "single sign-on" };
  }
  return { template: "reset-password", to: email, name, tokenId: await issueLink(tx, id, "reset-password") };
}
