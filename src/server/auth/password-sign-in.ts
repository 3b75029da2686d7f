import { and, eq, gt } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { loginSessions, users } from "@/server/db/schema/user";
import { emailAddress } from "@/shared/email-address";
import { AppError } from "@/shared/errors";
import { limitCode, type SignInRefusal } from "@/shared/sign-in-refusal";
import { addressKey } from "./client-address";
import { hashPassword, isHashOutdated, isPasswordRight } from "./passwords";
import { forgive, hiddenKey, type LimitPolicy, refund, spend } from "./rate-limit";

const MINUTE = 60;

/** Guessing one person's password from one place. */
const PER_PAIR: LimitPolicy = { name: "sign-in-pair", points: 5, seconds: 15 * MINUTE, grows: true };
/** Guessing many people's passwords from one place. An office shares an address, so only failures count. */
const PER_ADDRESS: LimitPolicy = { name: "sign-in-address", points: 100, seconds: 15 * MINUTE };
/** Guessing one person's password from many places. */
const PER_EMAIL: LimitPolicy = { name: "sign-in-email", points: 50, seconds: 60 * MINUTE };
const KNOWN_PLACE_DAYS = 30;

/** `code` is a `SignInRefusal` or made by `limitCode`. */
export class RefusedSignIn extends Error {
  override readonly name = "RefusedSignIn";

  constructor(readonly code: string) {
    super(`Sign-in refused: ${code}`);
  }
}

function refuse(code: SignInRefusal): never {
  throw new RefusedSignIn(code);
}

export interface PasswordTry {
  readonly email: string;
  readonly password: string;
  readonly ip: string;
}

/**
 * Checks an address and a password; returns who it is or throws RefusedSignIn. A wrong password and an unknown address
 * are told apart neither by the answer nor by its time; that an account is switched off or unconfirmed is told only to
 * somebody who knows its password.
 */
export async function signInWithPassword(db: Db, { email, password, ip }: PasswordTry): Promise<{ userId: string }> {
  const address = emailAddress.safeParse(email).data ?? "";
  const keys = { pair: pairKey(address, ip), address: addressKey(ip), email: hiddenKey(address) };
  await withinLimits(db, keys, address, ip);
  const [person] = await db
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      emailVerified: users.emailVerified,
      isDisabled: users.isDisabled,
    })
    .from(users)
    .where(eq(users.email, address));
  const isRight = await isPasswordRight(person?.passwordHash ?? null, password);
  if (!isRight || !person?.passwordHash) refuse("wrong-password");
  if (person.isDisabled) refuse("disabled");
  if (!person.emailVerified) refuse("unverified");
  await Promise.all([
    forgive(db, PER_PAIR, keys.pair),
    refund(db, PER_ADDRESS, keys.address),
    refund(db, PER_EMAIL, keys.email),
  ]);
  if (isHashOutdated(person.passwordHash)) await rehash(db, person.id, person.passwordHash, password);
  return { userId: person.id };
}

interface Keys {
  readonly pair: string;
  readonly address: string;
  readonly email: string;
}

/** The narrowest limit first, so that tries beyond it don't use up what others share. */
async function withinLimits(db: Db, keys: Keys, address: string, ip: string): Promise<void> {
  try {
    await spend(db, PER_PAIR, keys.pair);
    await spend(db, PER_ADDRESS, keys.address);
    await spend(db, PER_EMAIL, keys.email).catch(async (refused: unknown) => {
      // Else strangers could keep somebody out by guessing all day.
      if (!(await isKnownPlace(db, address, ip))) throw refused;
    });
  } catch (refused) {
    if (!(refused instanceof AppError)) throw refused;
    const { retryAfter } = refused.details;
    throw new RefusedSignIn(limitCode(typeof retryAfter === "number" ? retryAfter : 60));
  }
}

/** Lets somebody who used up their tries in again, after they proved the address by a reset. */
export async function forgiveSignIn(db: Db, email: string, ip: string): Promise<void> {
  await Promise.all([forgive(db, PER_PAIR, pairKey(email, ip)), forgive(db, PER_EMAIL, hiddenKey(email))]);
}

function pairKey(email: string, ip: string): string {
  return hiddenKey(`${addressKey(ip)} ${email}`);
}

/** Whether the person was signed in from here within the last weeks. */
async function isKnownPlace(db: Db, email: string, ip: string): Promise<boolean> {
  const since = new Date(Date.now() - KNOWN_PLACE_DAYS * 24 * 60 * MINUTE * 1000);
  const places = await db
    .selectDistinct({ ip: loginSessions.ip })
    .from(loginSessions)
    .innerJoin(users, eq(users.id, loginSessions.userId))
    .where(and(eq(users.email, email), gt(loginSessions.createdAt, since)))
    .limit(200);
  return places.some((place) => addressKey(place.ip) === addressKey(ip));
}

async function rehash(db: Db, userId: string, outdated: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  // Names the old hash, so that a change of password in the meantime isn't undone.
  await db
    .update(users)
    .set({ passwordHash })
    .where(and(eq(users.id, userId), eq(users.passwordHash, outdated)));
}
