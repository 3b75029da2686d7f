// The engine's SQL for identities and drafts. Row-level security stands behind every `workspace_id` here.

import { and, eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { KindName } from "@/shared/document-kinds";
import type { DocumentContent } from "./field-rules";
import { marksOfDocument } from "./marks/mark-queries";
import { publishTexts, writeTexts } from "./search/search-queries";
import type { DocumentWords } from "./search/search-text-rules";
import { freshnessOfDocument } from "./verification/verification-queries";
import { approversOf } from "./versions/version-queries";

export async function insertDocument(
  tx: Tx,
  workspaceId: string,
  row: { kind: KindName; ownerId: string; content: DocumentContent; contentHash: string; words: DocumentWords },
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
  await writeTexts(tx, workspaceId, documentId, row.words);
  return documentId;
}

const headColumns = {
  id: documents.id,
  kind: documents.kind,
  ownerId: documents.ownerId,
  ownerName: users.name,
  createdAt: documents.createdAt,
  changedAt: documents.changedAt,
  tags: documents.tags,
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
      marks: marksOfDocument,
      freshness: freshnessOfDocument,
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

const selectLocked = prepareOnce([...IDENTITY, "knownHash"], (db, value) =>
  db
    .select({
      content: sql<Record<string, unknown> | null>`
        case when ${drafts.contentHash} is distinct from ${value.knownHash} then ${drafts.content} end`,
      revision: drafts.revision,
      basedOn: drafts.basedOn,
      contentHash: drafts.contentHash,
      // No part of another table may be asked for here: what waited for the lock would see it as it was before.
      currentVersion: documents.currentVersion,
      retiredAt: documents.retiredAt,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .where(isDocument(value))
    .for("no key update"),
);

/**
 * The same, locked until the transaction ends: edits, publications and restores of one document queue up here. Content
 * of the hash that the caller knows is not sent again, but null.
 */
export async function lockDraft(
  tx: Tx,
  workspaceId: string,
  kind: KindName,
  documentId: string,
  knownHash: string | null,
) {
  const [row] = await selectLocked(tx, { workspaceId, kind, documentId, knownHash });
  return row;
}

/**
 * Replaces the draft's content and returns nothing; the caller holds the lock and knows the next revision. `words` is
 * null where the content stays what it was.
 */
export async function writeDraft(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  row: {
    content: DocumentContent;
    words: DocumentWords | null;
    contentHash: string;
    revision: number;
    basedOn: number | null;
    userId: string;
  },
): Promise<void> {
  const { userId, words, ...draft } = row;
  await tx
    .update(drafts)
    .set({ ...draft, changedBy: userId, changedAt: sql`now()` })
    .where(and(eq(drafts.workspaceId, workspaceId), eq(drafts.documentId, documentId)));
  if (words) await writeTexts(tx, workspaceId, documentId, words);
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
  if (currentVersion !== undefined) await publishTexts(tx, workspaceId, documentId);
}
