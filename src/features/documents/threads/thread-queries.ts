// SQL of threads and comments. `mayReadDrafts` is asked everywhere: a thread without a version began on the draft.
import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { threads } from "@/server/db/schema/discussion";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";

const starters = alias(users, "starters");
const resolvers = alias(users, "resolvers");

/** What may be discussed: the document's kind, and whether anything of it is published. */
export async function findDiscussed(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await tx
    .select({
      kind: documents.kind,
      currentVersion: documents.currentVersion,
      title: sql<string>`coalesce(${versions.title}, ${drafts.title})`,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
  return row;
}

/** The content of a version, or of the draft for null. */
export async function findContent(tx: Tx, workspaceId: string, documentId: string, version: number | null) {
  if (version === null) {
    const [draft] = await tx
      .select({ content: drafts.content })
      .from(drafts)
      .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.documentId, documentId)));
    return draft?.content;
  }
  const [row] = await tx
    .select({ content: versions.content })
    .from(versions)
    .where(
      and(eq(versions.workspaceId, workspaceId), eq(versions.documentId, documentId), eq(versions.number, version)),
    );
  return row?.content;
}

function visible(mayReadDrafts: boolean): SQL | undefined {
  return mayReadDrafts ? undefined : isNotNull(threads.version);
}

const headColumns = {
  id: threads.id,
  documentId: threads.documentId,
  place: threads.place,
  quote: threads.quote,
  version: threads.version,
  startedBy: { id: starters.id, name: starters.name },
  createdAt: threads.createdAt,
  changedAt: threads.changedAt,
  resolvedAt: threads.resolvedAt,
  resolvedBy: resolvers.name,
  orphanedAt: threads.orphanedAt,
};
export type ThreadRow = NonNullable<Awaited<ReturnType<typeof findThread>>>;

export async function findThread(tx: Tx, workspaceId: string, threadId: string, mayReadDrafts: boolean) {
  const [row] = await tx
    .select(headColumns)
    .from(threads)
    .innerJoin(starters, eq(starters.id, threads.startedBy))
    .leftJoin(resolvers, eq(resolvers.id, threads.resolvedBy))
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, threadId), visible(mayReadDrafts)));
  return row;
}

/** Locked until the transaction ends, so that replies and a resolution come one after the other. */
export async function lockThread(tx: Tx, workspaceId: string, threadId: string, mayReadDrafts: boolean) {
  const [row] = await tx
    .select({
      id: threads.id,
      documentId: threads.documentId,
      place: threads.place,
      quote: threads.quote,
      version: threads.version,
      startedBy: threads.startedBy,
      resolvedAt: threads.resolvedAt,
    })
    .from(threads)
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, threadId), visible(mayReadDrafts)))
    .for("update");
  return row;
}

export interface ThreadFilter {
  readonly documentId: string;
  readonly isResolved: boolean;
  /** Undefined for all places. */
  readonly place: string | null | undefined;
  readonly mayReadDrafts: boolean;
  readonly after: { readonly changedAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** One page, newest comment first. */
export async function listThreads(tx: Tx, workspaceId: string, filter: ThreadFilter) {
  const { documentId, isResolved, place, mayReadDrafts, after, limit } = filter;
  return tx
    .select(headColumns)
    .from(threads)
    .innerJoin(starters, eq(starters.id, threads.startedBy))
    .leftJoin(resolvers, eq(resolvers.id, threads.resolvedBy))
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        eq(threads.documentId, documentId),
        isResolved ? isNotNull(threads.resolvedAt) : isNull(threads.resolvedAt),
        place === undefined ? undefined : place === null ? isNull(threads.place) : eq(threads.place, place),
        visible(mayReadDrafts),
        after &&
          sql`(${threads.changedAt}, ${threads.id}) < (${after.changedAt.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(threads.changedAt), desc(threads.id))
    .limit(limit);
}

export async function countThreads(tx: Tx, workspaceId: string, documentId: string, mayReadDrafts: boolean) {
  return tx
    .select({
      place: threads.place,
      open: sql<number>`(count(*) filter (where ${threads.resolvedAt} is null))::int`,
      /** Of the open ones, the oldest. */
      threadId: sql<
        string | null
      >`(array_agg(${threads.id} order by ${threads.createdAt}) filter (where ${threads.resolvedAt} is null))[1]`,
      resolved: sql<number>`(count(*) filter (where ${threads.resolvedAt} is not null))::int`,
    })
    .from(threads)
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.documentId, documentId), visible(mayReadDrafts)))
    .groupBy(threads.place);
}

export async function insertThread(
  tx: Tx,
  workspaceId: string,
  {
    isOrphaned = false,
    ...row
  }: {
    id: string;
    documentId: string;
    place: string | null;
    quote: string;
    version: number | null;
    startedBy: string;
    /** The words that it is about are not in the draft. */
    isOrphaned?: boolean;
  },
): Promise<void> {
  await tx.insert(threads).values({ workspaceId, ...row, ...(isOrphaned && { orphanedAt: sql`now()` }) });
}

/** Writes who resolved it, or nobody, and when it last changed. */
export async function updateThread(
  tx: Tx,
  workspaceId: string,
  threadId: string,
  resolvedBy?: string | null,
): Promise<void> {
  await tx
    .update(threads)
    .set({
      ...(resolvedBy === undefined && { changedAt: sql`clock_timestamp()` }),
      ...(resolvedBy !== undefined && { resolvedBy, resolvedAt: resolvedBy === null ? null : sql`now()` }),
    })
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, threadId)));
}
