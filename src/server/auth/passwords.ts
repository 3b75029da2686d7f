// Hashing and checking of passwords: argon2id, as PHC strings.
import { hash, type Options, parseOptions, verify } from "@node-rs/argon2";
import { AppError } from "@/shared/errors";

// OWASP's second choice: 19 MiB, two passes, one lane. 35 ms on a plain core. argon2id is the library's default.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const satisfies Options;

/** Each hash takes 19 MiB and a thread that files and DNS need as well. */
const AT_ONCE = 4;
const WAITING_AT_MOST = 200;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) {
      throw new AppError("LIMIT", "Too many people are signing in at this moment. Try again in a few seconds.");
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    // Hands the place to the next in line, or frees it.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Keyboards differ in how they compose a letter; the same characters must be the same password. Nothing is cut. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalise(password), COST));
}

/** Nobody's hash, of the same cost: checking against it takes as long as against a real one. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$bm9ib2R5IHMgc2FsdDE2Yg$oW99Ql2LDo/mIjyX6ceHJ+nljRDUMLqDUMfibOemJrY`;

/**
 * Whether the password fits. Without a hash (nobody has this address, or single sign-on only) it takes the same time
 * and is false.
 */
export async function isPasswordRight(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await inTurn(() => verify(passwordHash ?? NOBODYS, normalise(password)));
  return fits && passwordHash !== null;
}

/** Whether the hash was made with other parameters than today's, and should be made anew at the next sign-in. */
export function isHashOutdated(passwordHash: string): boolean {
  const made = parseOptions(passwordHash);
  const { memoryCost, timeCost, parallelism, outputLen } = COST;
  const isCurrent =
    passwordHash.startsWith("$argon2id$") &&
    made.memoryCost === memoryCost &&
    made.timeCost === timeCost &&
    made.parallelism === parallelism &&
    made.outputLen === outputLen;
  return !isCurrent;
}
