import { hiddenKey, spend } from "@/server/auth/rate-limit";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import { AppError } from "@/shared/errors";
import type { ChangeEmailInput } from "../account-contract";
import { MAILS_TO_PERSON } from "../account-limits";
import { findPersonByEmail, voidTokens } from "../account-queries";
import { confirmOwner } from "./confirm-owner";
import { issueLink } from "./issue-link";

/**
 * Asks for another address: a link goes to the new one, a warning to the one that holds until then. The answer is the
 * same when the new address is somebody's; then they are told by mail, and no link is sent.
 */
export async function changeEmail(db: Db, session: Session, input: ChangeEmailInput): Promise<void> {
  const person = await confirmOwner(db, session, input.password);
  if (input.email === person.email) {
    throw new AppError("INVALID", "This is your address already.", { field: "email" });
  }
  await spend(db, MAILS_TO_PERSON, hiddenKey(person.email));
  await spend(db, MAILS_TO_PERSON, hiddenKey(input.email));
  await db.transaction(async (tx) => {
    await voidTokens(tx, person.id, "change-email");
    const tokenId = await issueLink(tx, person.id, "change-email", input.email);
    const holder = await findPersonByEmail(tx, input.email);
    if (!holder?.emailVerified) {
      if (!holder?.isDisabled) {
        await enqueue(
          tx,
          sendMail,
          { template: "change-email", to: input.email, tokenId },
          `mail:change-email:${tokenId}`,
        );
      }
    } else if (!holder.isDisabled) {
      const { name } = holder;
      await enqueue(
        tx,
        sendMail,
        { template: "address-taken", to: input.email, name },
        `mail:address-taken:${tokenId}`,
      );
    }
    const at = new Date().toISOString();
    const warning = { template: "email-changing", to: person.email, name: person.name, newEmail: input.email } as const;
    await enqueue(tx, sendMail, { ...warning, at, isDone: false }, `mail:email-changing:${tokenId}`);
  });
}

/** Takes the wish for another address back; nothing happens without one. */
export async function cancelEmailChange(db: Db, session: Session): Promise<void> {
  await db.transaction((tx) => voidTokens(tx, session.userId, "change-email"));
}
