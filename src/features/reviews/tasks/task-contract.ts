// Tasks as they cross the wire.
import { z } from "zod";
import type { Author } from "@/features/documents/document-contract";
import type { KindName } from "@/shared/document-kinds";
import { requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_TASK, MAX_TASKS } from "./task-rules";

/** A day that the calendar has, YYYY-MM-DD. */
const calendarDay = z.iso.date("This is no day of the calendar. Write it as 2026-11-30.");

export const newTasks = z
  .array(
    z.strictObject({
      text: requiredLine(MAX_TASK),
      assigneeId: z.uuid(),
      /** In the workspace's zone. */
      dueOn: calendarDay,
    }),
  )
  .max(MAX_TASKS, `Up to ${MAX_TASKS} tasks at once.`);

export type NewTask = z.output<typeof newTasks>[number];

export const openTasksInput = workspaceInput({ documentId: z.uuid() });
export const changeTaskInput = workspaceInput({
  taskId: z.uuid(),
  /** Left out: stays as it is. */
  isDone: z.boolean().optional(),
  dueOn: calendarDay.optional(),
});
export type ChangeTaskInput = z.output<typeof changeTaskInput>;

/** Days are YYYY-MM-DD in the workspace's zone, moments ISO 8601 in UTC. */
export interface ReviewTask {
  readonly id: string;
  readonly text: string;
  readonly assignee: Author;
  readonly dueOn: string;
  readonly givenBy: Author;
  readonly sessionId: string | null;
  /** Null while it is open. */
  readonly doneAt: string | null;
}

/** A task with what it is about. */
export interface OwnTask extends ReviewTask {
  readonly documentId: string;
  readonly kind: KindName;
  readonly title: string;
}
