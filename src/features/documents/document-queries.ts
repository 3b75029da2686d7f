// The engine's SQL for identities, drafts and lists. Row-level security stands behind every `workspace_id` here.
import { and, desc, eq, ilike, isNotNull, isNull, ne, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { documents, draftEdits, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { Edit } from "./edit-rules";
import type { DocumentContent } from "./field-rules";
import type { DocumentState } from "./lifecycle-rules";
import { approversOf } from "./version-queries";

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

const IDENTITY = ["workspaceId", "kind", "documentId"] as const;

function isDocument(value: Readonly<Record<(typeof IDENTITY)[number], Placeholder>>): SQL | undefined {
  return and(
    eq(documents.workspaceId, value.workspaceId),
    eq(documents.id, value.documentId),
    eq(documents.kind, value.kind),
  );
}

const selectDocument = prepareOnce(IDENTITY, (db, value) =>
  db
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
        reasons: versions.reasons,
        approvers: approversOf(versions),
      },
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .innerJoin(users, eq(users.id, documents.ownerId))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(isDocument(value)),
);

/** The document with its draft's bookkeeping and its current version, in one query. */
export async function findDocument(tx: Tx, workspaceId: string, kind: KindName, documentId: string) {
  const [row] = await selectDocument(tx, { workspaceId, kind, documentId });
  return row;
}

export type DocumentRow = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

const selectDraft = prepareOnce(IDENTITY, (db, value) =>
  db
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
    .where(isDocument(value)),
);

export async function findDraft(tx: Tx, workspaceId: string, kind: KindName, documentId: string) {
  const [row] = await selectDraft(tx, { workspaceId, kind, documentId });
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
      // No part of another table may be asked for here: what waited for the lock would see it as it was before.
      currentVersion: documents.currentVersion,
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

/** One query of each shape of filter: what varies within a shape is a value. */
const lists = new Map<string, ReturnType<typeof prepareList>>();

/** One page, newest change first. One query whatever the number of rows; the card is cut out by the database. */
export async function listDocuments(tx: Tx, workspaceId: string, filter: ListFilter) {
  const { kind, state, text, ownerId, mayReadDrafts, after, limit } = filter;
  const shape = [kind, state, mayReadDrafts, text !== undefined, ownerId !== undefined, after !== undefined].join();
  const list = lists.get(shape) ?? prepareList(filter);
  lists.set(shape, list);
  return list(tx, {
    workspaceId,
    kind,
    limit,
    ownerId,
    pattern: text === undefined ? undefined : `%${escapeLike(text)}%`,
    lastChange: after?.changedAt.toISOString(),
    lastId: after?.id,
  });
}

const LIST_VALUES = ["workspaceId", "kind", "limit", "ownerId", "pattern", "lastChange", "lastId"] as const;

function prepareList({ state, text, ownerId, mayReadDrafts, after, cardFields }: ListFilter) {
  const shown = mayReadDrafts ? drafts : versions;
  // A record takes the content apart once; an arrow for each field would unpack it as often.
  const fields = sql.join(
    cardFields.map((name) => sql`${sql.identifier(name)} jsonb`),
    sql`, `,
  );
  return prepareOnce(LIST_VALUES, (db, value) =>
    db
      .select({
        id: documents.id,
        title: shown.title,
        card: sql<
          Record<string, unknown>
        >`(select to_jsonb(card) from jsonb_to_record(${shown.content}) as card(${fields}))`,
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
          eq(documents.workspaceId, value.workspaceId),
          eq(documents.kind, value.kind),
          stateCondition(state, mayReadDrafts),
          mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
          text === undefined ? undefined : ilike(shown.title, value.pattern),
          ownerId === undefined ? undefined : eq(documents.ownerId, value.ownerId),
          after &&
            sql`(${documents.changedAt}, ${documents.id}) < (${value.lastChange}::timestamptz, ${value.lastId}::uuid)`,
        ),
      )
      .orderBy(desc(documents.changedAt), desc(documents.id))
      .limit(value.limit),
  );
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

function prepareCounts(mayReadDrafts: boolean) {
  return prepareOnce(["workspaceId"], (db, value) =>
    db
      .select({ kind: documents.kind, count: sql<number>`count(*)::int` })
      .from(documents)
      .where(
        and(
          eq(documents.workspaceId, value.workspaceId),
          isNull(documents.retiredAt),
          mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
        ),
      )
      .groupBy(documents.kind),
  );
}
const countAll = prepareCounts(true);
const countPublished = prepareCounts(false);

/** How many documents of each kind are in use, as the navigation shows them. */
export async function countDocuments(tx: Tx, workspaceId: string, mayReadDrafts: boolean) {
  return mayReadDrafts ? countAll(tx, { workspaceId }) : countPublished(tx, { workspaceId });
}
