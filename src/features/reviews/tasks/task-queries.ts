// SQL of tasks.
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { documents, drafts } from "@/server/db/schema/document";
import { reviewTasks } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { memberships, workspaces } from "@/server/db/schema/workspace";
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

const givers = alias(users, "givers");

const taskColumns = {
  id: reviewTasks.id,
  documentId: reviewTasks.documentId,
  text: reviewTasks.text,
  assignee: { id: users.id, name: users.name },
  dueOn: reviewTasks.dueOn,
  givenBy: { id: givers.id, name: givers.name },
  sessionId: reviewTasks.sessionId,
  doneAt: reviewTasks.doneAt,
  kind: documents.kind,
  title: drafts.title,
  timeZone: workspaces.timeZone,
};
export type TaskRow = Awaited<ReturnType<typeof listTasksWhere>>[number];

async function listTasksWhere(tx: Tx, condition: SQL | undefined, limit: number) {
  return tx
    .select(taskColumns)
    .from(reviewTasks)
    .innerJoin(documents, eq(documents.id, reviewTasks.documentId))
    .innerJoin(workspaces, eq(workspaces.id, reviewTasks.workspaceId))
    .innerJoin(drafts, eq(drafts.documentId, reviewTasks.documentId))
    .innerJoin(users, eq(users.id, reviewTasks.assigneeId))
    .innerJoin(givers, eq(givers.id, reviewTasks.createdBy))
    .where(condition)
    .orderBy(asc(reviewTasks.dueOn), asc(reviewTasks.createdAt), asc(reviewTasks.id))
    .limit(limit);
}

interface WhoseTasks {
  /** Left out: everybody's. */
  readonly assigneeId?: string | undefined;
  /** Left out: of all documents in use. */
  readonly documentId?: string | undefined;
  readonly limit: number;
}

/** Open tasks, those that are due first before others. */
export function listOpen(tx: Tx, workspaceId: string, { assigneeId, documentId, limit }: WhoseTasks) {
  const isWanted = and(
    eq(reviewTasks.workspaceId, workspaceId),
    isNull(reviewTasks.doneAt),
    assigneeId === undefined ? undefined : eq(reviewTasks.assigneeId, assigneeId),
    documentId === undefined ? isNull(documents.retiredAt) : eq(reviewTasks.documentId, documentId),
  );
  return listTasksWhere(tx, isWanted, limit);
}

export async function findTask(tx: Tx, workspaceId: string, taskId: string): Promise<TaskRow | undefined> {
  const [row] = await listTasksWhere(tx, and(eq(reviewTasks.workspaceId, workspaceId), eq(reviewTasks.id, taskId)), 1);
  return row;
}

/** Whether it is done is kept with who did it; doing it again changes nothing. */
export async function updateTask(
  tx: Tx,
  workspaceId: string,
  taskId: string,
  { isDone, dueOn, userId }: { isDone: boolean | undefined; dueOn: string | undefined; userId: string },
): Promise<void> {
  await tx
    .update(reviewTasks)
    .set({
      ...(dueOn !== undefined && { dueOn }),
      ...(isDone === true && {
        doneAt: sql`coalesce(${reviewTasks.doneAt}, now())`,
        doneBy: sql`coalesce(${reviewTasks.doneBy}, ${userId})`,
      }),
      ...(isDone === false && { doneAt: null, doneBy: null }),
      // An update of nothing is none that SQL can say.
      text: reviewTasks.text,
    })
    .where(and(eq(reviewTasks.workspaceId, workspaceId), eq(reviewTasks.id, taskId)));
}
