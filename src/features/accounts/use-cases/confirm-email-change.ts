import { randomUUID } from "node:crypto";
import { hashToken } from "@/server/auth/one-time-token";
import { spend } from "@/server/auth/rate-limit";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { violates } from "@/server/db/violation";
import { announceAccess } from "@/server/events/announce";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import { AppError } from "@/shared/errors";
import { LINKS_TRIED } from "../account-limits";
import { findEmailChangeByToken, replaceEmail, useToken, voidTokens } from "../account-queries";

/**
 * Moves the account to the address that the link proves, for the person who is signed in and asked for it. Links sent to
 * the old address die with it.
 */
export async function confirmEmailChange(db: Db, session: Session, token: string): Promise<void> {
  await spend(db, LINKS_TRIED, session.userId);
  const tokenHash = hashToken(token);
  const { userId, name } = session;
  try {
    await db.transaction(async (tx) => {
      const newEmail = await findEmailChangeByToken(tx, userId, tokenHash);
      const isUsed = await useToken(tx, "change-email", tokenHash);
      if (!newEmail || !isUsed) throw strangeLink();
      for (const purpose of ["verify-email", "reset-password"] as const) await voidTokens(tx, userId, purpose);
      await replaceEmail(tx, userId, newEmail);
      await announceAccess(tx, userId);
      const told = { template: "email-changing", to: session.email, name, newEmail, isDone: true } as const;
      await enqueue(tx, sendMail, { ...told, at: new Date().toISOString() }, `mail:email-changed:${randomUUID()}`);
    });
  } catch (error) {
    if (!violates(error, "users_email_unique")) throw error;
    // Only who reads the mails of that address comes here.
    throw new AppError("CONFLICT", "This address belongs to another account by now. Yours stays as it is.");
  }
}

function strangeLink(): AppError {
  return new AppError("INVALID", "This link has expired, was used already, or is another account’s.", { link: "dead" });
}
