import { endLoginSessions } from "@/server/auth/login-sessions";
import { hashPassword } from "@/server/auth/passwords";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { ChangePasswordInput } from "../account-contract";
import { replacePassword, voidTokens } from "../account-queries";
import { checkOwnPassword } from "./check-own-password";
import { notifyPasswordChanged } from "./notify-password-changed";
import { refuseCommonPassword } from "./refuse-common-password";

/** Changes one's own password; links to reset it, and to another address, die, and on request all other sessions. */
export async function changePassword(db: Db, session: Session, input: ChangePasswordInput): Promise<void> {
  const person = await checkOwnPassword(db, session, input.current, "current");
  if (input.next === input.current) {
    throw new AppError("INVALID", "This is your current password. Choose another one.", { field: "next" });
  }
  await refuseCommonPassword(input.next, person);
  const passwordHash = await hashPassword(input.next);
  await db.transaction(async (tx) => {
    if (!(await replacePassword(tx, person.id, person.passwordHash, passwordHash))) {
      throw new AppError("CONFLICT", "Your password was changed somewhere else a moment ago. Reload the page.");
    }
    for (const purpose of ["reset-password", "change-email"] as const) await voidTokens(tx, person.id, purpose);
    if (input.endOthers) await endLoginSessions(tx, person.id, session.sessionId);
    await notifyPasswordChanged(tx, person);
  });
}
