// The engine's SQL for identities, drafts and lists. Row-level security stands behind every `workspace_id` here.
import { and, desc, eq, ilike, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, draftEdits, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { Edit } from "./edit-rules";
import type { DocumentContent } from "./field-rules";
import type { DocumentState } from "./lifecycle-rules";

type KindName = "segment" | "persona";

export async function insertDocument(
  tx: Tx,
  workspaceId: string,
  row: { kind: KindName; ownerId: string; content: DocumentContent; contentHash: string },
): Promise<string> {
  const documentId = crypto.randomUUID();
  await tx.insert(documents).values({ id: documentId, workspaceId, kind: row.kind, ownerId: row.ownerId });
  await tx.insert(drafts).values({
    workspaceId,
    documentId,
    content: row.content,
    contentHash: row.contentHash,
    changedBy: row.ownerId,
  });
  return documentId;
}

const headColumns = {
  id: documents.id,
  kind: documents.kind,
  ownerId: documents.ownerId,
  ownerName: users.name,
  createdAt: documents.createdAt,
  changedAt: documents.changedAt,
  currentVersion: documents.currentVersion,
  retiredAt: documents.retiredAt,
  retiredReason: documents.retiredReason,
};

/** The document with its draft's bookkeeping and its current version, in one query. */
export async function findDocument(tx: Tx, workspaceId: string, kind: KindName, documentId: string) {
  const [row] = await tx
    .select({
      ...headColumns,
      draftTitle: drafts.title,
      draftHash: drafts.contentHash,
      version: {
        number: versions.number,
        title: versions.title,
        note: versions.note,
        reason: versions.reason,
        basedOn: versions.basedOn,
        content: versions.content,
        contentHash: versions.contentHash,
        publishedAt: versions.publishedAt,
        authorId: versions.authorId,
        authorName: sql<string>`(select name from users where users.id = ${versions.authorId})`,
      },
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .innerJoin(users, eq(users.id, documents.ownerId))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId), eq(documents.kind, kind)));
  return row;
}

export type DocumentRow = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

export async function findDraft(tx: Tx, workspaceId: string, kind: KindName, documentId: string) {
  const [row] = await tx
    .select({
      content: drafts.content,
      revision: drafts.revision,
      basedOn: drafts.basedOn,
      changedAt: drafts.changedAt,
      changedBy: { id: users.id, name: users.name },
    })
    .from(drafts)
    .innerJoin(documents, eq(documents.id, drafts.documentId))
    .innerJoin(users, eq(users.id, drafts.changedBy))
    .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.documentId, documentId), eq(documents.kind, kind)));
  return row;
}

/** The same, locked until the transaction ends: edits, publications and restores of one document queue up here. */
export async function lockDraft(tx: Tx, workspaceId: string, kind: KindName, documentId: string) {
  const [row] = await tx
    .select({
      content: drafts.content,
      revision: drafts.revision,
      basedOn: drafts.basedOn,
      contentHash: drafts.contentHash,
      currentVersion: documents.currentVersion,
      currentHash: sql<string | null>`(
        select content_hash from versions where document_id = ${documents.id} and number = ${documents.currentVersion}
      )`,
      retiredAt: documents.retiredAt,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId), eq(documents.kind, kind)))
    .for("update");
  return row;
}

/** Replaces the draft's content and returns nothing; the caller holds the lock and knows the next revision. */
export async function writeDraft(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  row: { content: DocumentContent; contentHash: string; revision: number; basedOn: number | null; userId: string },
): Promise<void> {
  const { userId, ...draft } = row;
  await tx
    .update(drafts)
    .set({ ...draft, changedBy: userId, changedAt: sql`now()` })
    .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.documentId, documentId)));
  await touchDocument(tx, workspaceId, documentId, {});
}

export async function touchDocument(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  { currentVersion, retired }: { currentVersion?: number; retired?: { reason: string } | null },
): Promise<void> {
  await tx
    .update(documents)
    .set({
      changedAt: sql`now()`,
      ...(currentVersion !== undefined && { currentVersion }),
      ...(retired !== undefined && { retiredAt: retired && sql`now()`, retiredReason: retired?.reason ?? null }),
    })
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
}

/** Revision after the batch, when a batch with this id was accepted before. */
export async function findBatch(tx: Tx, workspaceId: string, documentId: string, batchId: string) {
  const [row] = await tx
    .select({ revision: draftEdits.revision })
    .from(draftEdits)
    .where(
      and(
        eq(draftEdits.workspaceId, workspaceId),
        eq(draftEdits.documentId, documentId),
        eq(draftEdits.batchId, batchId),
      ),
    );
  return row?.revision;
}

export async function insertEdits(
  tx: Tx,
  workspaceId: string,
  row: { documentId: string; revision: number; batchId: string; authorId: string; edits: readonly Edit[] },
): Promise<void> {
  await tx.insert(draftEdits).values({ workspaceId, ...row, edits: [...row.edits] });
}

export interface ListFilter {
  readonly kind: KindName;
  readonly state: DocumentState | undefined;
  readonly text: string | undefined;
  readonly ownerId: string | undefined;
  /** False for people who see published documents only. */
  readonly mayReadDrafts: boolean;
  readonly cardFields: readonly string[];
  readonly after: { readonly changedAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** One page, newest change first. One query whatever the number of rows; the card is cut out by the database. */
export async function listDocuments(tx: Tx, workspaceId: string, filter: ListFilter) {
  const shown = filter.mayReadDrafts ? drafts : versions;
  const pairs = filter.cardFields.flatMap((name) => [sql`${name}::text`, sql`${shown.content}->${name}`]);
  return tx
    .select({
      id: documents.id,
      title: shown.title,
      card: sql<Record<string, unknown>>`jsonb_build_object(${sql.join(pairs, sql`, `)})`,
      currentVersion: documents.currentVersion,
      retiredAt: documents.retiredAt,
      isChanged: sql<boolean>`${drafts.contentHash} is distinct from ${versions.contentHash}`,
      ownerName: users.name,
      changedAt: documents.changedAt,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .innerJoin(users, eq(users.id, documents.ownerId))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        eq(documents.kind, filter.kind),
        stateCondition(filter.state, filter.mayReadDrafts),
        filter.mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
        filter.text ? ilike(shown.title, `%${escapeLike(filter.text)}%`) : undefined,
        filter.ownerId ? eq(documents.ownerId, filter.ownerId) : undefined,
        filter.after
          ? sql`(${documents.changedAt}, ${documents.id}) < (${filter.after.changedAt.toISOString()}::timestamptz, ${filter.after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(documents.changedAt), desc(documents.id))
    .limit(filter.limit);
}

/** The database's side of `documentState`. */
function stateCondition(state: DocumentState | undefined, mayReadDrafts: boolean): SQL | undefined {
  const hashes = [drafts.contentHash, versions.contentHash] as const;
  switch (state) {
    case undefined:
      return isNull(documents.retiredAt);
    case "retired":
      return isNotNull(documents.retiredAt);
    case "draft":
      return and(isNull(documents.retiredAt), isNull(documents.currentVersion));
    case "changed":
      return and(isNull(documents.retiredAt), isNotNull(documents.currentVersion), ne(...hashes));
    case "published":
      // Who sees published content only is not told that a draft differs from it.
      return and(
        isNull(documents.retiredAt),
        isNotNull(documents.currentVersion),
        mayReadDrafts ? eq(...hashes) : undefined,
      );
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

/** Documents of all kinds by words in the title, best guess first: titles that begin with the text, then the newest. */
export async function searchDocuments(
  tx: Tx,
  workspaceId: string,
  search: { text: string; mayReadDrafts: boolean; limit: number },
) {
  const title = search.mayReadDrafts ? drafts.title : versions.title;
  const pattern = escapeLike(search.text);
  return tx
    .select({ id: documents.id, kind: documents.kind, title })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(and(eq(documents.workspaceId, workspaceId), isNull(documents.retiredAt), ilike(title, `%${pattern}%`)))
    .orderBy(desc(ilike(title, `${pattern}%`)), desc(documents.changedAt))
    .limit(search.limit);
}

/** How many documents of each kind are in use, as the navigation shows them. */
export async function countDocuments(tx: Tx, workspaceId: string, mayReadDrafts: boolean) {
  return tx
    .select({ kind: documents.kind, count: sql<number>`count(*)::int` })
    .from(documents)
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        isNull(documents.retiredAt),
        mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
      ),
    )
    .groupBy(documents.kind);
}
