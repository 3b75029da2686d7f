import { dayOf } from "@/features/documents/verification/due-day-rules";
import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import type { KindName } from "@/shared/document-kinds";
import { AppError } from "@/shared/errors";
import type { NewTask } from "../task-contract";
import { tasksGiven } from "../task-jobs";
import { insertTasks, listMembersOf } from "../task-queries";
import { taskDayRefusal } from "../task-rules";

interface Given {
  readonly document: {
    readonly id: string;
    readonly kind: KindName;
    readonly title: string;
    readonly timeZone: string;
  };
  readonly tasks: readonly NewTask[];
  readonly sessionId: string | null;
  readonly now: Date;
}

/**
 * Gives people something to do about a document and tells them. Throws NOT_FOUND for who is no member, INVALID for days
 * that are over; the path names the task.
 */
export async function giveTasks(scope: Scope<"review.decide">, given: Given): Promise<void> {
  const { tx, workspaceId, userId: createdBy } = scope;
  const { document, tasks, sessionId, now } = given;
  if (tasks.length === 0) return;
  const today = dayOf(now, document.timeZone);
  const members = await listMembersOf(
    tx,
    workspaceId,
    tasks.map(({ assigneeId }) => assigneeId),
  );
  for (const [at, { assigneeId, dueOn }] of tasks.entries()) {
    if (!members.has(assigneeId)) {
      throw new AppError("NOT_FOUND", "Who should do it is not a member of the workspace.", {
        path: `tasks.${at}.assigneeId`,
      });
    }
    const refusal = taskDayRefusal(dueOn, today);
    if (refusal) throw new AppError("INVALID", refusal, { path: `tasks.${at}.dueOn` });
  }
  const ids = await insertTasks(tx, workspaceId, { documentId: document.id, sessionId, createdBy, tasks });
  const taskIds = [...ids];
  await enqueue(tx, tasksGiven, { workspaceId, userId: createdBy, taskIds }, `tasks-given:${taskIds[0]}`);
  for (const [at, { text, assigneeId, dueOn }] of tasks.entries()) {
    await notify(scope, {
      kind: "task.given",
      userIds: [assigneeId],
      subject: {
        documentId: document.id,
        documentKind: document.kind,
        title: document.title,
        taskId: ids[at] ?? null,
        text,
        dueOn,
      },
    });
  }
}
