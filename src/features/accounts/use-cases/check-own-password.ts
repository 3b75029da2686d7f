import { isPasswordRight } from "@/server/auth/passwords";
import { forgive, spend } from "@/server/auth/rate-limit";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { PASSWORDS_TRIED } from "../account-limits";
import { findPerson, type PersonRow } from "../account-queries";

/** The signed-in person, after their password was asked for again. `field` names the input for the refusal. */
export async function checkOwnPassword(
  db: Db,
  session: Session,
  password: string,
  field: string,
): Promise<PersonRow & { readonly passwordHash: string }> {
  const person = await findPerson(db, session.userId);
  if (!person?.passwordHash) {
    throw new AppError("BLOCKED", "Your account has no password: you sign in with single sign-on.");
  }
  await spend(db, PASSWORDS_TRIED, session.userId);
  if (!(await isPasswordRight(person.passwordHash, password))) {
    throw new AppError("INVALID", "This isn't your current password.", { field });
  }
  await forgive(db, PASSWORDS_TRIED, session.userId);
  return { ...person, passwordHash: person.passwordHash };
}
