// The SQL of people's own accounts. Sessions are server/auth's: see login-sessions.ts.
import { and, eq, exists, gt, isNull, ne, sql } from "drizzle-orm";
import type { TokenPurpose } from "@/server/auth/one-time-token";
import type { Db, Tx } from "@/server/db/client";
import { accounts, emailTokens, loginSessions, users } from "@/server/db/schema/user";

/** What a link of one's own account does. */
type LinkPurpose = Exclude<TokenPurpose, "invitation">;

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
  readonly newEmail?: string | undefined;
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

function isOpenChange(userId: string) {
  return and(
    eq(emailTokens.userId, userId),
    eq(emailTokens.purpose, "change-email"),
    isNull(emailTokens.usedAt),
    gt(emailTokens.expiresAt, new Date()),
  );
}

/** The address that a person wants to move to and hasn't proved yet. */
export async function findEmailChange(db: Db | Tx, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ newEmail: emailTokens.newEmail })
    .from(emailTokens)
    .where(isOpenChange(userId))
    .orderBy(sql`${emailTokens.createdAt} desc`)
    .limit(1);
  return row?.newEmail ?? null;
}

/** The address that a person's own link proves, while the link is good. */
export async function findEmailChangeByToken(db: Db | Tx, userId: string, tokenHash: string): Promise<string | null> {
  const [row] = await db
    .select({ newEmail: emailTokens.newEmail })
    .from(emailTokens)
    .where(and(isOpenChange(userId), eq(emailTokens.tokenHash, tokenHash)));
  return row?.newEmail ?? null;
}

/**
 * Moves a person to an address that they have proved. Who signed up with it and never confirmed it makes way; a
 * violation of users_email_unique says that it is somebody's.
 */
export async function replaceEmail(tx: Tx, userId: string, email: string): Promise<void> {
  await tx.delete(users).where(and(eq(users.email, email), isNull(users.emailVerified), eq(users.isDisabled, false)));
  await tx.update(users).set({ email, emailVerified: new Date() }).where(eq(users.id, userId));
}

/** Longer than a place counts as known: see password-sign-in.ts. */
const SESSION_DAYS = 30;
const TOKEN_DAYS = 7;

/** Deletes up to `most` sessions that ended long ago, and as many links that nobody can use; the greater of the two counts. */
export async function forgetAccountsPast(db: Db, most: number): Promise<number> {
  const sessions = await db.execute(sql`
    delete from login_sessions where id in (
      select id from login_sessions
      where coalesce(revoked_at, expires_at) < now() - make_interval(days => ${SESSION_DAYS}::int) limit ${most}::int)`);
  const tokens = await db.execute(sql`
    delete from email_tokens where id in (
      select id from email_tokens
      where coalesce(used_at, expires_at) < now() - make_interval(days => ${TOKEN_DAYS}::int) limit ${most}::int)`);
  return Math.max(sessions.count, tokens.count);
}

/** Leaves of a person what others' work refers to: an id without a name, an address, or a way to sign in. */
export async function erasePerson(tx: Tx, userId: string): Promise<void> {
  for (const table of [accounts, emailTokens, loginSessions] as const) {
    await tx.delete(table).where(eq(table.userId, userId));
  }
  await tx
    .update(users)
    .set({
      name: "Somebody who left",
      email: `${userId}@deleted.invalid`,
      emailVerified: null,
      passwordHash: null,
      image: null,
      isDisabled: true,
    })
    .where(eq(users.id, userId));
}
