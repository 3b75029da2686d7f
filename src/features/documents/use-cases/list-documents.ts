import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentList, FoundDocument, ListInput } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { countDocuments, listDocuments, searchDocuments } from "../document-queries";
import type { DocumentContent } from "../field-rules";
import { documentState } from "../lifecycle-rules";

/** One page of a kind's documents, newest change first; `nextCursor` is null on the last one. */
export async function listOfKind<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  input: ListInput,
): Promise<DocumentList<C>> {
  const rows = await listDocuments(scope.tx, scope.workspaceId, {
    kind: kind.name,
    state: input.state,
    text: input.text || undefined,
    ownerId: input.isMine ? scope.userId : undefined,
    mayReadDrafts: scope.may("draft.read"),
    cardFields: kind.cardFields,
    after: input.cursor ? readCursor(input.cursor) : undefined,
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      title: row.title ?? "",
      state: documentState({
        isRetired: row.retiredAt !== null,
        currentVersion: row.currentVersion,
        isChanged: scope.may("draft.read") && row.isChanged,
      }),
      currentVersion: row.currentVersion,
      ownerName: row.ownerName,
      changedAt: row.changedAt.toISOString(),
      card: row.card as Partial<C>,
    })),
    nextCursor: rows.length > page.length && last ? `${last.changedAt.toISOString()}_${last.id}` : null,
  };
}

function readCursor(cursor: string): { changedAt: Date; id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor);
  const changedAt = new Date(match?.[1] ?? "");
  const id = match?.[2];
  const isUuid = id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (!isUuid || Number.isNaN(changedAt.getTime())) throw new AppError("INVALID", "This page can't be found.");
  return { changedAt, id };
}

/** Up to eight documents of any kind by words in the title. */
export async function searchTitles(
  scope: Scope<"document.read">,
  input: { readonly text: string },
): Promise<readonly FoundDocument[]> {
  const rows = await searchDocuments(scope.tx, scope.workspaceId, {
    text: input.text,
    mayReadDrafts: scope.may("draft.read"),
    limit: 8,
  });
  return rows.map((row) => ({ ...row, title: row.title ?? "" }));
}

/** How many documents of each kind are in use and visible to the person. */
export async function countByKind(scope: Scope<"document.read">): Promise<{ segment: number; persona: number }> {
  const rows = await countDocuments(scope.tx, scope.workspaceId, scope.may("draft.read"));
  const counts = new Map(rows.map((row) => [row.kind, row.count]));
  return { segment: counts.get("segment") ?? 0, persona: counts.get("persona") ?? 0 };
}
