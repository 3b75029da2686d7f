import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { findDocument } from "../../document-queries";
import { documentNotFound } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import { type Dependants, LINKS_NAMED } from "../deletion-contract";
import { countDependants, listLinking } from "../deletion-queries";

/** What would go with the document, and which documents link to it. Throws NOT_FOUND. */
export async function listDependants<C extends DocumentContent>(
  scope: Scope<"document.delete">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<Dependants> {
  const { tx, workspaceId } = scope;
  const document = await findDocument(tx, workspaceId, kind.name, documentId);
  if (!document) throw documentNotFound(kind);
  const counts = await countDependants(tx, workspaceId, documentId);
  const { count, links } = await listLinking(tx, workspaceId, documentId, LINKS_NAMED);
  return { title: document.draftTitle, ...counts, linkCount: count, links };
}
