// What a document's page shows of others. It comes with the page: nothing moves when it arrives, and a slow connection
// waits once instead of for one question after another.
import "server-only";
import { type Body, linkedDocuments } from "@/features/documents/bodies/body-rules";
import { type DocumentContent, itemsAt, valueAt } from "@/features/documents/field-rules";
import { LINK_LISTS, PROSE } from "@/features/documents/links/link-rules";
import type { KindName } from "@/shared/document-kinds";
import type { Permission } from "@/shared/permissions";
import { prefetched, trpc } from "./rsc";

const HINTS = { segment: trpc.segments.hints, persona: trpc.personas.hints, scenario: trpc.scenarios.hints };
/** As many as one question for cards may name. */
const MOST_CARDS = 100;

interface Surrounded {
  readonly kind: KindName;
  readonly workspaceId: string;
  readonly documentId: string;
  readonly content: DocumentContent;
  readonly may: (permission: Permission) => boolean;
}

/**
 * Waits for all of it. What streams after the page is there in the browser before its parts are woken, which then show what
 * the server had not: React would draw the page anew.
 */
export async function prefetchSurroundings({ kind, workspaceId, documentId, content, may }: Surrounded): Promise<void> {
  const target = { workspaceId, documentId };
  const lists = LINK_LISTS.filter((list) => list.kind === kind).map(({ path }) =>
    itemsAt(content, [path]).map(({ id }) => id),
  );
  const body = valueAt(content, [PROSE[kind]]) as Body | null | undefined;
  await Promise.all([
    prefetched(trpc.reviews.tasks.queryOptions(target)),
    may("review.follow") && prefetched(trpc.reviews.minutesOf.queryOptions(target)),
    may("draft.edit") && prefetched(trpc.extraFields.list.queryOptions({ workspaceId })),
    may("draft.edit") && prefetched(HINTS[kind].queryOptions(target)),
    ...[...lists, body ? linkedDocuments(body) : []].map((ids) => prefetchCards(workspaceId, ids)),
    ...besides({ kind, workspaceId, documentId, content, may }),
  ]);
}

function besides({ kind, workspaceId, documentId, content, may }: Surrounded) {
  const target = { workspaceId, documentId };
  if (kind === "scenario") return [];
  const linked = prefetched(trpc.documents.linkedFrom.queryOptions(target));
  if (kind === "segment") {
    const data = valueAt(content, ["data"]) as { readonly id: string } | null | undefined;
    return [
      linked,
      prefetched(trpc.segments.measures.queryOptions({ ...target, version: null })),
      // What the builder of the rule knows of the data: without it the builder comes twice, at two heights.
      may("draft.edit") &&
        prefetched(trpc.segments.ruleVocabulary.queryOptions({ ...target, datasetId: data?.id ?? null })),
    ];
  }
  return [
    linked,
    prefetched(trpc.personas.measured.queryOptions(target)),
    prefetched(trpc.scenarios.needs.queryOptions({ workspaceId, personaId: documentId })),
    prefetchSizes(
      workspaceId,
      itemsAt(content, ["segments"]).map(({ id }) => id),
    ),
  ];
}

/** What the documents look like now, asked for as `useLinkCards` does. */
async function prefetchCards(workspaceId: string, ids: readonly string[]): Promise<void> {
  const documentIds = [...new Set(ids)].sort();
  if (documentIds.length === 0 || documentIds.length > MOST_CARDS) return;
  await prefetched(trpc.documents.linkCards.queryOptions({ workspaceId, documentIds }));
}

/** How many belong to segments, in the order in which the page names them. */
async function prefetchSizes(workspaceId: string, documentIds: string[]): Promise<void> {
  if (documentIds.length > 0) await prefetched(trpc.segments.sizes.queryOptions({ workspaceId, documentIds }));
}
