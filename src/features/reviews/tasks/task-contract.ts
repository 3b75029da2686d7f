// Tasks as they cross the wire.
import { z } from "zod";
import { requiredLine } from "@/shared/text-schemas";
import { MAX_TASK, MAX_TASKS } from "./task-rules";

/** A day that the calendar has, YYYY-MM-DD. */
export const calendarDay = z.iso.date("This is no day of the calendar. Write it as 2026-11-30.");

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
