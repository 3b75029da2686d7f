import { openidName } from "@/server/auth/openid-provider";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { findPerson, type PersonRow } from "../account-queries";
import { checkOwnPassword } from "./check-own-password";

/** For how long somebody without a password counts as having just shown who they are. */
const FRESH_MS = 10 * 60_000;

/**
 * The signed-in person, after they have shown once more that it is they: by their password, or, without one, by having
 * signed on within ten minutes. An open browser is not enough for what changes who may sign in.
 */
export async function confirmOwner(db: Db, session: Session, password: string | null): Promise<PersonRow> {
  const person = await findPerson(db, session.userId);
  if (!person) throw new AppError("UNAUTHENTICATED", "This account no longer exists.");
  if (person.passwordHash !== null) {
    if (password !== null) return checkOwnPassword(db, session, password, "password");
    throw new AppError("INVALID", "Enter your password.", { field: "password" });
  }
  const isFresh = session.method === "oidc" && Date.now() - session.signedInAt.getTime() < FRESH_MS;
  if (isFresh) return person;
  const name = openidName() ?? "single sign-on";
  throw new AppError("BLOCKED", `Sign out, sign in with ${name} once more, and do this within ten minutes.`, {
    signOn: "again",
  });
}
