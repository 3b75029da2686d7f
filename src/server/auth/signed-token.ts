// Tokens that say what they are for and prove that we said it; no row is needed to check them, and none to forget them.
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/env";

function signature(secret: string, purpose: string, payload: string): Buffer {
  const key = hkdfSync("sha256", secret, "", `dramatis signed token ${purpose}`, 32);
  return createHmac("sha256", Buffer.from(key)).update(payload).digest();
}

/** `<payload>.<signature>` in base64url. Whoever has it can read the payload. */
export function signToken(purpose: string, payload: string): string {
  const text = Buffer.from(payload).toString("base64url");
  return `${text}.${signature(env().AUTH_SECRET, purpose, text).toString("base64url")}`;
}

/** The payload; null for what was not signed by this installation, or was altered since. */
export function readSignedToken(purpose: string, token: string): string | null {
  const [text = "", signed = "", ...more] = token.split(".");
  if (more.length > 0) return null;
  const shown = Buffer.from(signed, "base64url");
  // Only the one spelling that we write: others of the same bytes are no tokens of ours.
  if (shown.toString("base64url") !== signed) return null;
  const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = env();
  const isOurs = [AUTH_SECRET, AUTH_SECRET_PREVIOUS].some((secret) => {
    if (secret === undefined) return false;
    const expected = signature(secret, purpose, text);
    return shown.length === expected.length && timingSafeEqual(shown, expected);
  });
  return isOurs ? Buffer.from(text, "base64url").toString("utf8") : null;
}
