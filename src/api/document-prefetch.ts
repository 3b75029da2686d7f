// What the pages of every kind of document ask for before they render.
import "server-only";
import { notFound } from "next/navigation";
import { LATEST_ACTIVITIES } from "@/features/documents/activity/activity-rules";
import { readComparisonAddress } from "@/features/documents/comparison/comparison-address-rules";
import { readBesideAddress } from "@/features/documents/comparison/side-by-side-rules";
import { readListFilter } from "@/features/documents/lists/list-filter-rules";
import { readNeedsAddress } from "@/features/scenarios/needs-address-rules";
import { SHOWN } from "@/features/today/today-rules";
import type { KindName } from "@/shared/document-kinds";
import { type Permission, roleMay } from "@/shared/permissions";
import { prefetchSurroundings } from "./document-surroundings";
import { requireWorkspace } from "./require-workspace";
import { need, prefetch, prefetchInfinite, trpc } from "./rsc";

const API = { segments: trpc.segments, personas: trpc.personas, scenarios: trpc.scenarios };
type Kinds = keyof typeof API;
const KIND_OF: Readonly<Record<Kinds, KindName>> = { segments: "segment", personas: "persona", scenarios: "scenario" };

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The first page of a list, filtered as the address says. */
export async function prefetchList(slug: string, kinds: Kinds, searchParams: SearchParams): Promise<void> {
  const { id: workspaceId } = await requireWorkspace(slug);
  const filter = readListFilter(await searchParams);
  prefetchInfinite(
    API[kinds].list.infiniteQueryOptions({ workspaceId, ...filter }, { getNextPageParam: (page) => page.nextCursor }),
  );
}

/** What the first page shows. */
export async function prefetchToday(slug: string): Promise<void> {
  const { id: workspaceId } = await requireWorkspace(slug);
  prefetch(trpc.today.mine.queryOptions({ workspaceId }));
  prefetch(trpc.documents.counts.queryOptions({ workspaceId }));
  prefetch(trpc.personas.list.queryOptions({ workspaceId, limit: SHOWN }));
  prefetch(trpc.activities.list.queryOptions({ workspaceId, limit: LATEST_ACTIVITIES }));
}

/** A document with its history and, where the person may read it, its draft. No such document: no such page. */
export async function prefetchDocument(slug: string, kinds: Kinds, documentId: string): Promise<string> {
  const { id: workspaceId, role } = await requireWorkspace(slug);
  const target = { workspaceId, documentId };
  prefetch(API[kinds].history.queryOptions(target));
  const [{ document, published }, , , draft] = await Promise.all([
    need(API[kinds].get.queryOptions(target)),
    need(trpc.threads.places.queryOptions(target)),
    need(trpc.verification.get.queryOptions(target)),
    roleMay(role, "draft.read") ? need(API[kinds].draft.queryOptions(target)) : null,
    roleMay(role, "draft.read") ? need(API[kinds].approval.queryOptions(target)) : null,
  ]);
  const content = draft?.content ?? published?.content;
  const may = (permission: Permission) => roleMay(role, permission);
  if (content) await prefetchSurroundings({ kind: KIND_OF[kinds], workspaceId, documentId, content, may });
  return document.title;
}

/** One version beside the document. No such version: no such page. */
export async function prefetchVersion(slug: string, kinds: Kinds, documentId: string, number: number): Promise<void> {
  const { id: workspaceId } = await requireWorkspace(slug);
  await Promise.all([
    prefetchDocument(slug, kinds, documentId),
    need(API[kinds].version.queryOptions({ workspaceId, documentId, number })),
  ]);
}

/** What changed between two sides, beside the document. For who may not read drafts there is no comparison with one. */
export async function prefetchComparison(
  slug: string,
  kinds: Kinds,
  documentId: string,
  searchParams: SearchParams,
): Promise<void> {
  const { id: workspaceId, role } = await requireWorkspace(slug);
  const { from, to, isWhole } = readComparisonAddress(await searchParams);
  const target = { workspaceId, documentId };
  prefetch(API[kinds].history.queryOptions(target));
  // The draft is not needed whole: the answer holds what differs in it.
  await need(API[kinds].get.queryOptions(target));
  const hasDraft = from === "draft" || to === "draft";
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (hasDraft && !roleMay(role, "draft.read")) notFound();
  prefetch(API[kinds].compare.queryOptions({ ...target, from, to, ...(isWhole && { isWhole }) }));
}

/** A document to be printed; the answer is whether it is the draft: as asked for, or because nothing is published. */
export async function prefetchPrint(
  slug: string,
  kinds: Kinds,
  documentId: string,
  searchParams: SearchParams,
): Promise<boolean> {
  const { id: workspaceId, role } = await requireWorkspace(slug);
  const target = { workspaceId, documentId };
  const isAsked = (await searchParams).of === "draft";
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (isAsked && !roleMay(role, "draft.read")) notFound();
  const { published } = await need(API[kinds].get.queryOptions(target));
  const isDraft = isAsked || published === null;
  if (isDraft) await need(API[kinds].draft.queryOptions(target));
  return isDraft;
}

/** The first needs that scenarios mark, of all personas or of the one that the address names. */
export async function prefetchNeeds(slug: string, searchParams: SearchParams): Promise<void> {
  const { id: workspaceId } = await requireWorkspace(slug);
  const filter = readNeedsAddress((await searchParams).persona);
  prefetchInfinite(
    trpc.scenarios.needs.infiniteQueryOptions(
      { workspaceId, ...filter },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
}

/** The documents that stand side by side, as the address names them. */
export async function prefetchBeside(slug: string, kinds: Kinds, searchParams: SearchParams): Promise<void> {
  const { id: workspaceId } = await requireWorkspace(slug);
  const { ids, isPublished } = readBesideAddress(await searchParams);
  if (ids.length === 0) return;
  await need(
    API[kinds].beside.queryOptions({ workspaceId, documentIds: [...ids], ...(isPublished && { isPublished }) }),
  );
}
