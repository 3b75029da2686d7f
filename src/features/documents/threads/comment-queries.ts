// SQL of comments, and of the people who may be spoken to. Whether somebody may see a thread is asked in thread-queries.
import { and, asc, count, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { comments, threads } from "@/server/db/schema/discussion";
import { users } from "@/server/db/schema/user";
import { memberships } from "@/server/db/schema/workspace";

const deciders = alias(users, "deciders");

const commentColumns = {
  id: comments.id,
  threadId: comments.threadId,
  author: { id: users.id, name: users.name },
  body: comments.body,
  createdAt: comments.createdAt,
  editedAt: comments.editedAt,
  deletedAt: comments.deletedAt,
  proposal: comments.proposal,
  proposalState: comments.proposalState,
  decidedBy: { id: deciders.id, name: deciders.name },
};
export type CommentRow = Awaited<ReturnType<typeof listComments>>[number];

/** A thread's comments, oldest first. */
export async function listComments(tx: Tx, workspaceId: string, threadId: string) {
  return tx
    .select(commentColumns)
    .from(comments)
    .innerJoin(users, eq(users.id, comments.authorId))
    .leftJoin(deciders, eq(deciders.id, comments.decidedBy))
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.threadId, threadId)))
    .orderBy(asc(comments.createdAt), asc(comments.id));
}

/** The first comment of each thread, and how many there are that were not deleted. */
export async function listOpenings(tx: Tx, workspaceId: string, threadIds: readonly string[]) {
  if (threadIds.length === 0) return [];
  const ranked = tx
    .select({
      id: comments.id,
      place:
        sql<number>`row_number() over (partition by ${comments.threadId} order by ${comments.createdAt}, ${comments.id})`.as(
          "place",
        ),
      commentCount:
        sql<number>`(count(*) filter (where ${comments.deletedAt} is null) over (partition by ${comments.threadId}))::int`.as(
          "comment_count",
        ),
    })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), inArray(comments.threadId, [...threadIds])))
    .as("ranked");
  return tx
    .select({ ...commentColumns, commentCount: ranked.commentCount })
    .from(ranked)
    .innerJoin(comments, eq(comments.id, ranked.id))
    .innerJoin(users, eq(users.id, comments.authorId))
    .leftJoin(deciders, eq(deciders.id, comments.decidedBy))
    .where(eq(ranked.place, 1));
}

export async function insertComment(
  tx: Tx,
  workspaceId: string,
  row: { threadId: string; authorId: string; body: string; proposal: string | null },
): Promise<string> {
  const id = crypto.randomUUID();
  // By the clock and not by the transaction's beginning: who waited for the lock comes after whom they waited for.
  const proposalState = row.proposal === null ? null : "open";
  await tx.insert(comments).values({ id, workspaceId, ...row, proposalState, createdAt: sql`clock_timestamp()` });
  return id;
}

export async function findComment(tx: Tx, workspaceId: string, commentId: string) {
  const [row] = await tx
    .select({
      threadId: comments.threadId,
      authorId: comments.authorId,
      body: comments.body,
      deletedAt: comments.deletedAt,
    })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId)));
  return row;
}

/** New words, or null for none any more. */
export async function updateComment(
  tx: Tx,
  workspaceId: string,
  commentId: string,
  body: string | null,
): Promise<void> {
  await tx
    .update(comments)
    .set(
      body === null
        ? { body: "", proposal: null, proposalState: null, deletedAt: sql`now()` }
        : { body, editedAt: sql`now()` },
    )
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.id, commentId)));
}

/** The thread's comments, deleted ones included unless told. */
export async function countComments(tx: Tx, workspaceId: string, threadId: string, isLeft = false): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(comments)
    .where(
      and(
        eq(comments.workspaceId, workspaceId),
        eq(comments.threadId, threadId),
        isLeft ? isNull(comments.deletedAt) : undefined,
      ),
    );
  return row?.count ?? 0;
}

/** How many comments the person has written anywhere since then. */
export async function countCommentsOf(tx: Tx, workspaceId: string, authorId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.authorId, authorId), gt(comments.createdAt, since)));
  return row?.count ?? 0;
}

/** Members by id, with their roles. Nobody else is in the answer. */
export async function findMembers(tx: Tx, workspaceId: string, userIds: readonly string[]) {
  if (userIds.length === 0) return [];
  return tx
    .select({ userId: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.userId, [...userIds])));
}

/** Members who began the thread or wrote in it. */
export async function findParticipants(tx: Tx, workspaceId: string, threadId: string) {
  const wrote = tx
    .select({ id: comments.authorId })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), eq(comments.threadId, threadId), isNull(comments.deletedAt)));
  const began = tx
    .select({ id: threads.startedBy })
    .from(threads)
    .where(and(eq(threads.workspaceId, workspaceId), eq(threads.id, threadId)));
  return tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        or(inArray(memberships.userId, wrote), inArray(memberships.userId, began)),
      ),
    );
}
