// SQL of threads on words of a text, and of proposals. A thread is on words when its place is the prose and it keeps a
// quote; one about the prose as a whole keeps none.
import { and, asc, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { comments, threads } from "@/server/db/schema/discussion";
import { users } from "@/server/db/schema/user";

/** Open threads on words, oldest first. */
export async function listTextThreads(
  tx: Tx,
  workspaceId: string,
  { documentId, place, mayReadDrafts }: { documentId: string; place: string; mayReadDrafts: boolean },
) {
  return tx
    .select({
      threadId: threads.id,
      by: users.name,
      quote: threads.quote,
      version: threads.version,
      isGone: sql<boolean>`${threads.orphanedAt} is not null`,
    })
    .from(threads)
    .innerJoin(users, eq(users.id, threads.startedBy))
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        eq(threads.documentId, documentId),
        eq(threads.place, place),
        ne(threads.quote, ""),
        isNull(threads.resolvedAt),
        mayReadDrafts ? undefined : isNotNull(threads.version),
      ),
    )
    .orderBy(asc(threads.createdAt), asc(threads.id));
}

/** Notes which threads on words have their words, and which don't any more. Answers how many that was news for. */
export async function noteAnchors(
  tx: Tx,
  workspaceId: string,
  { documentId, place, anchored }: { documentId: string; place: string; anchored: readonly string[] },
): Promise<number> {
  const isThere = sql`${threads.id} = any(${sql.param([...anchored])}::uuid[])`;
  const changed = await tx
    .update(threads)
    .set({ orphanedAt: sql`case when ${isThere} then null else now() end` })
    .where(
      and(
        eq(threads.workspaceId, workspaceId),
        eq(threads.documentId, documentId),
        eq(threads.place, place),
        ne(threads.quote, ""),
        sql`(${threads.orphanedAt} is null) <> (${isThere})`,
      ),
    )
    .returning({ id: threads.id });
  return changed.length;
}

/** A proposal with who made it, or undefined where the comment holds none. */
export async function findProposal(tx: Tx, workspaceId: string, commentId: string) {
  const [row] = await tx
    .select({
      threadId: comments.threadId,
      authorId: comments.authorId,
      text: sql<string>`${comments.proposal}`,
      state: comments.proposalState,
      documentId: threads.documentId,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        eq(comments.workspaceId, workspaceId),
        eq(comments.id, commentId),
        isNotNull(comments.proposal),
        isNull(comments.deletedAt),
      ),
    );
  return row;
}

/** Writes what became of a proposal. Who withdraws their own declines it. */
export async function decideOn(
  tx: Tx,
  workspaceId: string,
  commentId: string,
  row: { readonly proposalState: "accepted" | "declined"; readonly decidedBy: string },
): Promise<void> {
  await tx
    .update(comments)
    .set(row)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId)));
}
