// Leave to connect single sign-on to an account, given after the password was asked for again. Without it, an open or
// stolen browser could tie a stranger's sign-on to the account for ever.
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/env";

const LIFETIME = 10 * 60_000;

function sign(sessionId: string, until: number): string {
  const key = Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "dramatis sign-on link", 32));
  return createHmac("sha256", key).update(`${sessionId}:${until}`).digest("base64url");
}

/** Good for ten minutes and for this session only; travels in the address to return to. */
export function makeLinkIntent(sessionId: string): string {
  const until = Date.now() + LIFETIME;
  return `${until}.${sign(sessionId, until)}`;
}

export function isLinkIntended(intent: string, sessionId: string): boolean {
  const [until = "", signature = ""] = intent.split(".");
  const expected = Buffer.from(sign(sessionId, Number(until)));
  const given = Buffer.from(signature);
  return Number(until) > Date.now() && given.length === expected.length && timingSafeEqual(given, expected);
}
