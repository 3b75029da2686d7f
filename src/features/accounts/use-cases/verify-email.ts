import { addressKey } from "@/server/auth/client-address";
import { hashToken } from "@/server/auth/one-time-token";
import { isPasswordRight } from "@/server/auth/passwords";
import { forgive, spend } from "@/server/auth/rate-limit";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { LinkUsedOutput, VerifyEmailInput } from "../account-contract";
import { LINKS_TRIED, PASSWORDS_TRIED } from "../account-limits";
import { confirmEmail, findTokenOwner, useToken } from "../account-queries";
import { deadLink } from "./dead-link";

/**
 * Confirms an address by the link that was mailed to it, together with the password chosen at sign-up. Without the
 * password, somebody could sign up with another's address and wait for them to confirm it. It also keeps programs that
 * follow every link and press every button of a mail from using it up.
 */
export async function verifyEmail(db: Db, ip: string, { token, password }: VerifyEmailInput): Promise<LinkUsedOutput> {
  await spend(db, LINKS_TRIED, addressKey(ip));
  const tokenHash = hashToken(token);
  const person = await findTokenOwner(db, "verify-email", tokenHash);
  if (!person?.passwordHash) throw deadLink();
  const { id, email, passwordHash } = person;
  await spend(db, PASSWORDS_TRIED, id);
  if (!(await isPasswordRight(passwordHash, password))) {
    throw new AppError("INVALID", "This isn't the password that was chosen at sign-up. You can also reset it.", {
      field: "password",
    });
  }
  await db.transaction(async (tx) => {
    const isConfirmed = (await useToken(tx, "verify-email", tokenHash)) && (await confirmEmail(tx, id, passwordHash));
    if (!isConfirmed) throw deadLink();
  });
  await forgive(db, PASSWORDS_TRIED, id);
  return { email };
}
