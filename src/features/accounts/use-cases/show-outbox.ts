import { env } from "@/env";
import { readOutbox } from "@/server/mail/outbox";
import { AppError } from "@/shared/errors";
import type { OutboxMail } from "../account-contract";

/** Mails hold links that open accounts: anybody may read them in the demo, where everybody knows every password. */
export function isOutboxShown(): boolean {
  return env().DEMO && !env().SMTP_URL;
}

export async function showOutbox(): Promise<OutboxMail[]> {
  if (!isOutboxShown()) throw new AppError("NOT_FOUND", "This page exists in the demo only.");
  const mails = await readOutbox();
  return mails.map(({ id, at, to, subject, text }) => ({ id, at, to, subject, text }));
}
