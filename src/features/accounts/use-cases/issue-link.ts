import { randomUUID } from "node:crypto";
import { TOKEN_LIFETIME, type TokenPurpose, tokenHashFor } from "@/server/auth/one-time-token";
import type { Tx } from "@/server/db/client";
import { addToken } from "../account-queries";

type OwnLink = Exclude<TokenPurpose, "invitation">;

/** Makes a link's row; returns the id that a mail names it by. */
export async function issueLink(tx: Tx, userId: string, purpose: OwnLink, newEmail?: string): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + TOKEN_LIFETIME[purpose]);
  await addToken(tx, { id, userId, purpose, tokenHash: tokenHashFor(purpose, id), expiresAt, newEmail });
  return id;
}
