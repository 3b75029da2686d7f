import { openidName } from "@/server/auth/openid-provider";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { Me } from "../account-contract";
import { findEmailChange, findPerson } from "../account-queries";

/** The signed-in person's own account. */
export async function describeMe(db: Db, session: Session): Promise<Me> {
  const person = await findPerson(db, session.userId);
  if (!person) throw new AppError("UNAUTHENTICATED", "This account no longer exists.");
  const { id, name, email, passwordHash, hasSignOn } = person;
  const signOnName = openidName();
  return {
    id,
    name,
    email,
    newEmail: await findEmailChange(db, id),
    hasPassword: passwordHash !== null,
    signOn: signOnName ? { name: signOnName, isConnected: hasSignOn } : null,
  };
}
