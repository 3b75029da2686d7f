// SQL of tasks.
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { reviewTasks } from "@/server/db/schema/review";
import { memberships } from "@/server/db/schema/workspace";
import type { NewTask } from "./task-contract";

/** Those of the people who are members. */
export async function listMembersOf(tx: Tx, workspaceId: string, userIds: readonly string[]) {
  const rows = await tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.userId, [...userIds])));
  return new Set(rows.map(({ userId }) => userId));
}

interface Given {
  readonly documentId: string;
  readonly sessionId: string | null;
  readonly createdBy: string;
  readonly tasks: readonly NewTask[];
}

/** The answer is their ids, in their order. */
export async function insertTasks(tx: Tx, workspaceId: string, { tasks, ...given }: Given): Promise<readonly string[]> {
  const rows = tasks.map((task) => ({ id: crypto.randomUUID(), workspaceId, ...given, ...task }));
  await tx.insert(reviewTasks).values(rows);
  return rows.map(({ id }) => id);
}
