// Several at once, all or none.
import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { reopenDocument, retireDocument } from "../../use-cases/retire-document";
import { lockedDocuments } from "./locked-documents";

interface Several {
  readonly documentIds: readonly string[];
}

/**
 * Takes documents out of use. Those that are retired already stay as they are; the answer names the others, so that
 * they can be brought back. Throws NOT_FOUND when one is missing.
 */
export async function retireDocuments<C extends DocumentContent>(
  scope: Scope<"document.retire">,
  kind: DocumentKind<C>,
  { documentIds, reason }: Several & { readonly reason: string },
): Promise<{ changed: readonly string[] }> {
  const rows = await lockedDocuments(scope, kind, documentIds);
  const changed = rows.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id);
  for (const documentId of changed) await retireDocument(scope, kind, { documentId, reason });
  return { changed };
}

/** Brings documents back into use. Those in use stay as they are. Throws NOT_FOUND when one is missing. */
export async function reopenDocuments<C extends DocumentContent>(
  scope: Scope<"document.retire">,
  kind: DocumentKind<C>,
  { documentIds }: Several,
): Promise<{ changed: readonly string[] }> {
  const rows = await lockedDocuments(scope, kind, documentIds);
  const changed = rows.filter(({ retiredAt }) => retiredAt !== null).map(({ id }) => id);
  for (const documentId of changed) await reopenDocument(scope, kind, { documentId });
  return { changed };
}
