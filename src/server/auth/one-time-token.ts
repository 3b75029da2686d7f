// Tokens of links in mails. A token is derived from its row's id and the secret, when the mail is sent; the row keeps
// its hash. So neither the database, nor a backup of it, nor the job queue can open a link.
import { createHash, createHmac, hkdfSync } from "node:crypto";
import { env } from "@/env";

export type TokenPurpose = "verify-email" | "reset-password" | "change-email" | "invitation";

const MINUTE = 60_000;

/**
 * Milliseconds that a link is good for. A reset is asked for by somebody who waits for it, yet mail may be delayed by
 * greylisting for half an hour: one hour. A new address may be confirmed the next morning. An invited person may be
 * away for a week.
 */
export const TOKEN_LIFETIME: Readonly<Record<TokenPurpose, number>> = {
  "verify-email": 24 * 60 * MINUTE,
  "reset-password": 60 * MINUTE,
  "change-email": 24 * 60 * MINUTE,
  invitation: 7 * 24 * 60 * MINUTE,
};

/** 256 bits in base64url, the same for the same row at every call; to be put into a mail and nowhere else. */
export function deriveToken(purpose: TokenPurpose, rowId: string): string {
  const key = hkdfSync("sha256", env().AUTH_SECRET, "", "dramatis one-time token", 32);
  return createHmac("sha256", Buffer.from(key)).update(`${purpose}:${rowId}`).digest("base64url");
}

/** What the row keeps, and what a token that somebody shows is looked up by. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The hash for a new row; its id must be chosen before it is inserted. */
export function tokenHashFor(purpose: TokenPurpose, rowId: string): string {
  return hashToken(deriveToken(purpose, rowId));
}
