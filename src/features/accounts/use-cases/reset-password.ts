import { addressKey } from "@/server/auth/client-address";
import { endLoginSessions } from "@/server/auth/login-sessions";
import { hashToken } from "@/server/auth/one-time-token";
import { forgiveSignIn } from "@/server/auth/password-sign-in";
import { hashPassword } from "@/server/auth/passwords";
import { spend } from "@/server/auth/rate-limit";
import type { Db } from "@/server/db/client";
import type { LinkUsedOutput, ResetPasswordInput } from "../account-contract";
import { LINKS_TRIED } from "../account-limits";
import { findTokenOwner, resetPasswordHash, useToken, voidTokens } from "../account-queries";
import { deadLink } from "./dead-link";
import { notifyPasswordChanged } from "./notify-password-changed";
import { refuseCommonPassword } from "./refuse-common-password";

/**
 * Sets a new password by the link that was mailed, ends every session of the account, and tells its owner. The link
 * proves the address as well, so that somebody who signed up and forgot the password needs one link only.
 */
export async function resetPassword(db: Db, ip: string, input: ResetPasswordInput): Promise<LinkUsedOutput> {
  await spend(db, LINKS_TRIED, addressKey(ip));
  const tokenHash = hashToken(input.token);
  const person = await findTokenOwner(db, "reset-password", tokenHash);
  if (!person) throw deadLink();
  await refuseCommonPassword(input.password, person);
  const passwordHash = await hashPassword(input.password);
  await db.transaction(async (tx) => {
    if (!(await useToken(tx, "reset-password", tokenHash))) throw deadLink();
    for (const purpose of ["verify-email", "change-email"] as const) await voidTokens(tx, person.id, purpose);
    await resetPasswordHash(tx, person.id, passwordHash);
    await endLoginSessions(tx, person.id);
    await notifyPasswordChanged(tx, person);
  });
  await forgiveSignIn(db, person.email, ip);
  return { email: person.email };
}
