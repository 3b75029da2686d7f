// SQL of search: the index of words, and what reads it. The functions it calls stand in drizzle/0005_search.sql; they
// say for themselves whose workspace and which face of a document the person may see.

import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documentTexts } from "@/server/db/schema/document";
import type { KindName } from "@/shared/document-kinds";
import type { DocumentWords } from "./search-text-rules";

/** Makes the words those of the draft. Nothing is written when they are the same as before. */
export async function writeTexts(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  { title, texts }: DocumentWords,
): Promise<void> {
  const vector = sql<string>`document_vector(${title}, ${texts})`;
  await tx
    .insert(documentTexts)
    .values({ workspaceId, documentId, draft: vector })
    .onConflictDoUpdate({
      target: documentTexts.documentId,
      set: { draft: sql`excluded.draft` },
      setWhere: sql`${documentTexts.draft} <> excluded.draft`,
    });
}

/** What the draft says is what is published now. */
export async function publishTexts(tx: Tx, workspaceId: string, documentId: string): Promise<void> {
  await tx
    .update(documentTexts)
    .set({ published: sql`${documentTexts.draft}` })
    .where(and(eq(documentTexts.workspaceId, workspaceId), eq(documentTexts.documentId, documentId)));
}

export interface FoundRow {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  readonly current_version: number | null;
  readonly is_retired: boolean;
  /** Without its prose, which may be long; null where the title tells why it was found. */
  readonly content: Record<string, unknown> | null;
}

/** Documents of every kind, best first. */
export async function searchDocuments(tx: Tx, text: string, limit: number): Promise<readonly FoundRow[]> {
  return tx.execute<FoundRow & Record<string, unknown>>(
    sql`select * from search_documents(${text}::text, ${limit}::int)`,
  );
}

/** A piece of each document's prose that holds the words, by id; those whose prose holds none are left out. */
export async function findProsePieces(
  tx: Tx,
  ids: readonly string[],
  text: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.execute<{ id: string; piece: string }>(
    sql`select id, piece from prose_pieces(${sql.param([...ids])}::uuid[], ${text}::text)`,
  );
  return new Map(rows.map(({ id, piece }) => [id, piece]));
}
