import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { readDocument } from "../../use-cases/read-document";
import { listContents } from "../version-queries";

export interface Verification {
  /** How many versions were rechecked. */
  readonly checked: number;
  /** Numbers whose content no longer gives the hash that was stored when it was published. */
  readonly altered: readonly number[];
}

/** Recomputes the hash of every version from its stored content. Throws NOT_FOUND. */
export async function verifyVersions<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<Verification> {
  await readDocument(scope, kind, documentId);
  const rows = await listContents(scope.tx, scope.workspaceId, documentId);
  const altered = rows.filter((row) => canonicalHash(row.content) !== row.contentHash).map((row) => row.number);
  return { checked: rows.length, altered };
}
