// SQL of live bodies. Row-level security stands behind every `workspace_id` here, except in `appendUpdates`, whose
// function judges each writer by their membership.
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db, Tx } from "@/server/db/client";
import { badBodyUpdates, bodies, bodyUpdates, documents } from "@/server/db/schema/document";

export interface LoggedUpdate {
  readonly id: number;
  readonly authorId: string;
  readonly data: Uint8Array;
  readonly at: Date;
}

export interface StoredBody {
  /** Stands for this state: another store gives another one. */
  readonly stamp: string;
  /** Null where the stamp is the known one: the state is what the caller has. */
  readonly state: Uint8Array | null;
}

/** The state as of the last store, or undefined for a body that nobody has opened in an editor yet. */
export async function findBody(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  knownStamp = "",
): Promise<StoredBody | undefined> {
  const [row] = await tx
    .select({
      stamp: STAMP,
      state: sql<Uint8Array | null>`case when xmin::text <> ${knownStamp}::text then ${bodies.state} end`,
    })
    .from(bodies)
    .where(and(eq(bodies.workspaceId, workspaceId), eq(bodies.documentId, documentId)));
  return row;
}

/** The transaction that wrote the row: needs no column, and one that was rolled back is never found again. */
const STAMP = sql<string>`xmin::text`;

/** Acknowledged updates that are not part of the state yet, in the order in which they were written. */
export async function listUpdates(tx: Tx, workspaceId: string, documentId: string): Promise<LoggedUpdate[]> {
  return tx
    .select({ id: bodyUpdates.id, authorId: bodyUpdates.authorId, data: bodyUpdates.data, at: bodyUpdates.at })
    .from(bodyUpdates)
    .where(and(eq(bodyUpdates.workspaceId, workspaceId), eq(bodyUpdates.documentId, documentId)))
    .orderBy(asc(bodyUpdates.id));
}

/** The caller holds the draft's lock. Answers the stamp of the state. */
export async function writeBody(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  row: { readonly state: Uint8Array; readonly problem: string | null },
): Promise<string> {
  const set = { state: row.state, problem: row.problem, storedAt: sql`now()` };
  const [written] = await tx
    .insert(bodies)
    .values({ workspaceId, documentId, ...set })
    .onConflictDoUpdate({ target: bodies.documentId, set })
    .returning({ stamp: sql<string>`${bodies}.xmin::text` });
  return written?.stamp ?? "";
}

/** Those that are part of the state now. */
export async function deleteUpdates(tx: Tx, workspaceId: string, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(bodyUpdates).where(and(eq(bodyUpdates.workspaceId, workspaceId), inArray(bodyUpdates.id, [...ids])));
}

/** Moves an update that can't be applied out of the way, and keeps it. */
export async function setUpdateAside(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  { id, authorId, data, at, problem }: LoggedUpdate & { readonly problem: string },
): Promise<void> {
  await tx.insert(badBodyUpdates).values({ id, workspaceId, documentId, authorId, data, at, problem });
  await deleteUpdates(tx, workspaceId, [id]);
}

export interface AppendedUpdate {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly authorId: string;
  readonly data: Uint8Array;
}

/** Writes updates down for good, and tells other processes; the answer says of each whether its author may write. */
export async function appendUpdates(db: Db, origin: string, rows: readonly AppendedUpdate[]): Promise<boolean[]> {
  const list = (values: readonly string[]) => sql.param([...values]);
  const [row] = await db.execute<{ taken: number[] }>(
    sql`select append_body_updates(
      ${origin}::text, ${list(rows.map((one) => one.workspaceId))}::uuid[], ${list(rows.map((one) => one.documentId))}::uuid[],
      ${list(rows.map((one) => one.authorId))}::uuid[],
      ${list(rows.map((one) => Buffer.from(one.data).toString("base64")))}::text[]) as taken`,
  );
  const taken = new Set(row?.taken ?? []);
  return rows.map((_, index) => taken.has(index + 1));
}

/** The kind of a document, and whether it may still be written. */
export async function findWritable(tx: Tx, workspaceId: string, documentId: string) {
  const [row] = await tx
    .select({ kind: documents.kind, retiredAt: documents.retiredAt })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
  return row;
}

/**
 * Lets the transaction's commit not wait for the disk. For stores of live bodies alone: a crash undoes them as a whole,
 * and what they took out of the log is in it again. Those who wait for their letters don't wait for stores then.
 */
export async function storeLazily(tx: Tx): Promise<void> {
  await tx.execute(sql`set local synchronous_commit = off`);
}

/** Documents of all workspaces with acknowledged updates that nobody has stored for a while, up to 100. */
export async function listUnstored(db: Db, seconds: number) {
  return db.execute<{ workspaceId: string; documentId: string; authorId: string }>(
    sql`select workspace_id as "workspaceId", document_id as "documentId", author_id as "authorId" from unstored_bodies(${seconds}::int)`,
  );
}
