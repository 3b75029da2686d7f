// SQL of what guests see.
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { reviewItems, reviewVotes } from "@/server/db/schema/review";
import { workspaces } from "@/server/db/schema/workspace";
import type { Vote } from "../room/room-rules";

interface WatchedSession extends Record<string, unknown> {
  readonly workspace_id: string;
  readonly session_id: string;
  readonly user_id: string;
}

/** Which session a link shows, by its token's hash; undefined for none, and for what isn't planned or open any more. */
export async function findWatched(tx: Tx, tokenHash: string): Promise<WatchedSession | undefined> {
  const [row] = await tx.execute<WatchedSession>(sql`select * from watched_session(${tokenHash})`);
  return row;
}

export async function findWorkspaceName(tx: Tx, workspaceId: string): Promise<string> {
  const [row] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId));
  return row?.name ?? "";
}

/** Votes of the session's items, counted. */
export async function countVotes(tx: Tx, workspaceId: string, sessionId: string) {
  const counted = (vote: Vote) => sql<number>`count(*) filter (where ${reviewVotes.vote} = ${vote})::int`;
  return tx
    .select({
      itemId: reviewItems.id,
      votes: { approve: counted("approve"), change: counted("change"), retire: counted("retire") },
    })
    .from(reviewItems)
    .innerJoin(reviewVotes, eq(reviewVotes.itemId, reviewItems.id))
    .where(and(eq(reviewItems.workspaceId, workspaceId), eq(reviewItems.sessionId, sessionId)))
    .groupBy(reviewItems.id);
}
