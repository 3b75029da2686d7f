import { randomUUID } from "node:crypto";
import type { Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";

/** Tells the owner by mail, so that a change by somebody else doesn't stay unseen. */
export async function notifyPasswordChanged(
  tx: Tx,
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const { name, email: to } = person;
  const message = { template: "password-changed", to, name, at: new Date().toISOString() } as const;
  await enqueue(tx, sendMail, message, `mail:password-changed:${randomUUID()}`);
}
