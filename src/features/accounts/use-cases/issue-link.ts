import { randomUUID } from "node:crypto";
import { TOKEN_LIFETIME, tokenHashFor } from "@/server/auth/one-time-token";
import type { Tx } from "@/server/db/client";
import type { LinkPurpose } from "../account-contract";
import { addToken } from "../account-queries";

/** Makes a link's row; returns the id that a mail names it by. */
export async function issueLink(tx: Tx, userId: string, purpose: LinkPurpose): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + TOKEN_LIFETIME[purpose]);
  await addToken(tx, { id, userId, purpose, tokenHash: tokenHashFor(purpose, id), expiresAt });
  return id;
}
