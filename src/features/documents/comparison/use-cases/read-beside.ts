import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { documentState } from "../../versions/lifecycle-rules";
import { readUnstored, withUnstored } from "../../versions/use-cases/read-draft-now";
import type { BesideInput, DocumentBeside } from "../comparison-contract";
import { listBeside } from "../comparison-queries";

/**
 * Several documents to stand side by side, in the order asked for: drafts for people who may read them, else what is
 * published. A document that isn't there for the person is left out, so that a link outlives one of its documents.
 */
export async function readBeside<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  { documentIds, isPublished = false }: BesideInput,
): Promise<readonly DocumentBeside<C>[]> {
  const mayReadDrafts = scope.may("draft.read");
  const isVersions = isPublished || !mayReadDrafts;
  const rows = await listBeside(scope.tx, scope.workspaceId, {
    kind: kind.name,
    ids: documentIds,
    isPublished: isVersions,
  });
  const unstored = new Map<string, Awaited<ReturnType<typeof readUnstored>>>();
  if (!isVersions) for (const { id } of rows) unstored.set(id, await readUnstored(scope.also("draft.read"), id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return documentIds.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        id,
        title: row.title ?? "",
        state: documentState({ ...row, isChanged: mayReadDrafts && row.isChanged }),
        currentVersion: row.currentVersion,
        marks: row.marks,
        freshness: row.freshness,
        isDraft: !isVersions && row.isChanged,
        content: withUnstored(kind, kind.schema.parse(row.content), unstored.get(id) ?? null),
      },
    ];
  });
}
