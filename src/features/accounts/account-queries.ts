// The SQL of people's own accounts. Sessions are server/auth's: see login-sessions.ts.
import { and, eq, exists, gt, isNull, ne, sql } from "drizzle-orm";
import type { Db, Tx } from "@/server/db/client";
import { accounts, emailTokens, users } from "@/server/db/schema/user";
import type { LinkPurpose } from "./account-contract";

/** A person as their own use cases need them. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
  readonly emailVerified: Date | null;
  readonly isDisabled: boolean;
  /** Whether they can sign in by the OpenID provider of `accounts`. */
  readonly hasSignOn: boolean;
}

function personColumns(db: Db | Tx) {
  return {
    id: users.id,
    name: users.name,
    email: users.email,
    passwordHash: users.passwordHash,
    emailVerified: users.emailVerified,
    isDisabled: users.isDisabled,
    hasSignOn: sql<boolean>`${exists(db.select({ one: sql`1` }).from(accounts).where(eq(accounts.userId, users.id)))}`,
  };
}

export async function findPerson(db: Db | Tx, userId: string): Promise<PersonRow | undefined> {
  const [row] = await db.select(personColumns(db)).from(users).where(eq(users.id, userId));
  return row;
}

export async function findPersonByEmail(db: Db | Tx, email: string): Promise<PersonRow | undefined> {
  const [row] = await db.select(personColumns(db)).from(users).where(eq(users.email, email));
  return row;
}

/**
 * Adds a person, or takes over the name and password of one who never confirmed the same address; returns the id. Null
 * when the address belongs to somebody. Nobody can sign in before the address is confirmed by who knows this password.
 */
export async function addUnconfirmedPerson(
  tx: Tx,
  person: { readonly name: string; readonly email: string; readonly passwordHash: string },
): Promise<string | null> {
  const [row] = await tx
    .insert(users)
    .values(person)
    .onConflictDoUpdate({
      target: users.email,
      set: { name: person.name, passwordHash: person.passwordHash },
      setWhere: sql`${users.emailVerified} is null and not ${users.isDisabled}`,
    })
    .returning({ id: users.id });
  return row?.id ?? null;
}

export async function setName(db: Db, userId: string, name: string): Promise<void> {
  await db.update(users).set({ name }).where(eq(users.id, userId));
}

/** Sets a password; false when it was changed by somebody else since `previous` was read. */
export async function replacePassword(tx: Tx, userId: string, previous: string, next: string): Promise<boolean> {
  const changed = await tx
    .update(users)
    .set({ passwordHash: next })
    .where(and(eq(users.id, userId), eq(users.passwordHash, previous)))
    .returning({ id: users.id });
  return changed.length > 0;
}

/** Sets a password by a reset link, which also proves the address. */
export async function resetPasswordHash(tx: Tx, userId: string, passwordHash: string): Promise<void> {
  await tx
    .update(users)
    .set({ passwordHash, emailVerified: sql`coalesce(${users.emailVerified}, now())` })
    .where(eq(users.id, userId));
}

/** Notes the address as confirmed, if the password is still the one that was checked. */
export async function confirmEmail(tx: Tx, userId: string, passwordHash: string): Promise<boolean> {
  const confirmed = await tx
    .update(users)
    .set({ emailVerified: sql`coalesce(${users.emailVerified}, now())` })
    .where(and(eq(users.id, userId), eq(users.passwordHash, passwordHash)))
    .returning({ id: users.id });
  return confirmed.length > 0;
}

interface NewToken {
  readonly id: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly tokenHash: string;
  readonly expiresAt: Date;
}

export async function addToken(tx: Tx, token: NewToken): Promise<void> {
  await tx.insert(emailTokens).values(token);
}

function isGood(purpose: LinkPurpose, tokenHash: string) {
  return and(
    eq(emailTokens.tokenHash, tokenHash),
    eq(emailTokens.purpose, purpose),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, new Date()),
  );
}

/** Whose link it is, if it is good and the account is not switched off. */
export async function findTokenOwner(
  db: Db | Tx,
  purpose: LinkPurpose,
  tokenHash: string,
): Promise<PersonRow | undefined> {
  const [row] = await db
    .select(personColumns(db))
    .from(emailTokens)
    .innerJoin(users, eq(users.id, emailTokens.userId))
    .where(and(isGood(purpose, tokenHash), eq(users.isDisabled, false)));
  return row;
}

/** Uses a link up, and with it all others that do the same; false when somebody was faster. */
export async function useToken(tx: Tx, purpose: LinkPurpose, tokenHash: string): Promise<boolean> {
  const [used] = await tx
    .update(emailTokens)
    .set({ usedAt: new Date() })
    .where(isGood(purpose, tokenHash))
    .returning({ userId: emailTokens.userId });
  if (!used) return false;
  await voidTokens(tx, used.userId, purpose, tokenHash);
  return true;
}

/** Makes a person's open links of one kind useless. */
export async function voidTokens(tx: Tx, userId: string, purpose: LinkPurpose, except = ""): Promise<void> {
  await tx
    .update(emailTokens)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(emailTokens.userId, userId),
        eq(emailTokens.purpose, purpose),
        isNull(emailTokens.usedAt),
        ne(emailTokens.tokenHash, except),
      ),
    );
}
