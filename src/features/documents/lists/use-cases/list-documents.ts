import type { Scope } from "@/server/access/open-scope";
import type { KindName } from "@/shared/document-kinds";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { documentState } from "../../versions/lifecycle-rules";
import type { DocumentList, ListInput, RecentDocument, TagInUse } from "../list-contract";
import { readCursor, writeCursor } from "../list-cursor";
import { sortOf } from "../list-filter-rules";
import { countDocuments, listDocuments, listRecent } from "../list-queries";
import { listTags } from "../tag-queries";

const RECENT = 6;

/**
 * One page of a kind's documents, newest change first if nothing else is asked for; `nextCursor` is null on the last
 * one. Throws INVALID for a cursor of another order and for a facet that the kind doesn't have.
 */
export async function listOfKind<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  input: ListInput,
  now = new Date(),
): Promise<DocumentList<C>> {
  const sorting = sortOf(input);
  if (input.facet !== undefined && !Object.hasOwn(kind.facet.choices, input.facet)) {
    const choices = Object.values(kind.facet.choices).join(", ");
    throw new AppError("INVALID", `${kind.facet.label} is one of ${choices}.`, { path: "facet" });
  }
  const rows = await listDocuments(scope.tx, scope.workspaceId, {
    ...sorting,
    kind: kind.name,
    state: input.state,
    text: input.text || undefined,
    ownerId: input.owner === "me" ? scope.userId : input.owner,
    tags: input.tags && input.tags.length > 0 ? input.tags : undefined,
    segmentId: input.segmentId,
    personaId: input.personaId,
    facet: input.facet,
    freshness: input.freshness,
    verifierId: input.verifier === "me" ? scope.userId : undefined,
    now,
    mayReadDrafts: scope.may("draft.read"),
    cardFields: kind.cardFields,
    after: input.cursor === undefined ? undefined : readCursor(input.cursor, sorting),
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const items = rows.slice(0, input.limit).map((row) => ({
    id: row.id,
    title: row.title ?? "",
    state: documentState({
      isRetired: row.retiredAt !== null,
      currentVersion: row.currentVersion,
      isChanged: scope.may("draft.read") && row.isChanged,
    }),
    currentVersion: row.currentVersion,
    owner: row.owner,
    tags: row.tags,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    marks: row.marks,
    freshness: row.freshness,
    card: row.card as Partial<C>,
  }));
  const last = items.at(-1);
  const value = { title: last?.title, changed: last?.changedAt, created: last?.createdAt }[sorting.sort];
  const hasMore = rows.length > items.length && last && value !== undefined;
  return { items, nextCursor: hasMore ? writeCursor(sorting, { value, id: last.id }) : null };
}

/** How many documents of each kind are in use and visible to the person. */
export async function countByKind(scope: Scope<"document.read">): Promise<Record<KindName, number>> {
  const rows = await countDocuments(scope.tx, scope.workspaceId, scope.may("draft.read"));
  const counts = new Map(rows.map((row) => [row.kind, row.count]));
  return {
    segment: counts.get("segment") ?? 0,
    persona: counts.get("persona") ?? 0,
    scenario: counts.get("scenario") ?? 0,
  };
}

/** The tags that visible documents have, the most frequent first. */
export async function readTagsInUse(scope: Scope<"document.read">): Promise<readonly TagInUse[]> {
  return listTags(scope.tx, scope.workspaceId, scope.may("draft.read"));
}

/** What was changed last, of every kind. */
export async function readRecent(scope: Scope<"document.read">): Promise<readonly RecentDocument[]> {
  const rows = await listRecent(scope.tx, scope.workspaceId, scope.may("draft.read"), RECENT);
  return rows.map(({ id, kind, title, currentVersion }) => ({ id, kind, title: title ?? "", currentVersion }));
}
