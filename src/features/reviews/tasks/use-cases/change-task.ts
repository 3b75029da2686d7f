import { announceChange } from "@/features/documents/drafts/use-cases/announce-change";
import { dayOf } from "@/features/documents/verification/due-day-rules";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { ChangeTaskInput, ReviewTask } from "../task-contract";
import { findTask, updateTask } from "../task-queries";
import { taskDayRefusal } from "../task-rules";
import { reviewTask } from "./list-tasks";

/**
 * Says that a task is done or not, or moves its day; the assignee may, and editors. Throws NOT_FOUND, also for who may not see
 * it, BLOCKED for other people, and INVALID for a day that is over.
 */
export async function changeTask(
  scope: Scope<"document.read">,
  { taskId, isDone, dueOn }: ChangeTaskInput,
  { now = new Date() }: { readonly now?: Date } = {},
): Promise<ReviewTask> {
  const { tx, workspaceId, userId } = scope;
  const task = await findTask(tx, workspaceId, taskId);
  const isOwn = task?.assignee.id === userId;
  if (!task || !(isOwn || scope.may("draft.read"))) {
    throw new AppError("NOT_FOUND", "This task doesn't exist, or you may not see it.");
  }
  if (!isOwn && !scope.may("draft.edit")) {
    throw new AppError("BLOCKED", `Only ${task.assignee.name} and editors change this task.`);
  }
  if (dueOn !== undefined) {
    const refusal = taskDayRefusal(dueOn, dayOf(now, task.timeZone));
    if (refusal) throw new AppError("INVALID", refusal, { path: "dueOn" });
  }
  await updateTask(tx, workspaceId, taskId, { isDone, dueOn, userId });
  await announceChange(scope, task.documentId, "document");
  const changed = await findTask(tx, workspaceId, taskId);
  return reviewTask(changed ?? task);
}
