// How long a signed-in browser stays signed in. Pure, so that a test can turn the clock.

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The absolute end, counted from signing in. */
export const ABSOLUTE_LIFETIME = 14 * DAY;
/** A browser that isn't used for so long is signed out. */
export const IDLE_LIFETIME = 7 * DAY;
/** `last_seen_at` is written at most this often: reading a session should not write a row. */
export const SEEN_INTERVAL = 5 * MINUTE;

export interface SessionFacts {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly isDisabled: boolean;
}

export function isSessionLive(facts: SessionFacts, now: number): boolean {
  if (facts.revokedAt || facts.isDisabled) return false;
  return now < facts.expiresAt.getTime() && now < facts.lastSeenAt.getTime() + IDLE_LIFETIME;
}

export function isSeenOutdated(lastSeenAt: Date, now: number): boolean {
  return now >= lastSeenAt.getTime() + SEEN_INTERVAL;
}
