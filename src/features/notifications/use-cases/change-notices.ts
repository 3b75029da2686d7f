import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { lockSnoozes, markUnread, updateDone, updateSnooze, wake } from "../inbox-queries";
import { snoozeBlock, snoozeUntilBlock } from "../inbox-rules";
import type { SnoozeInput } from "../notification-contract";

/** Those of other people are passed over, here and below. */
export async function markNoticesUnread(scope: Scope, ids: readonly string[]): Promise<void> {
  await markUnread(scope.tx, scope, ids);
}

/** Takes notices off the list, or puts them on it again. */
export async function finishNotices(scope: Scope, ids: readonly string[], isDone: boolean): Promise<void> {
  await updateDone(scope.tx, scope, ids, isDone);
}

/** Takes a notice off the list until a day, with a reason; after two times no more (BLOCKED). */
export async function snoozeNotice(
  scope: Scope,
  { notice: id, until, reason }: Pick<SnoozeInput, "notice" | "until" | "reason">,
  now = new Date(),
): Promise<void> {
  const row = await lockSnoozes(scope.tx, scope, id);
  if (!row) return;
  const block = snoozeBlock({ snoozes: row.snoozes, isDone: row.doneAt !== null });
  if (block) throw new AppError("BLOCKED", block);
  const dayBlock = snoozeUntilBlock(new Date(until), now);
  if (dayBlock) throw new AppError("INVALID", dayBlock, { field: "until" });
  await updateSnooze(scope.tx, scope, { id, until: new Date(until), reason });
}

/** Snoozed notices come back now. How often they were snoozed stays. */
export async function wakeNotices(scope: Scope, ids: readonly string[]): Promise<void> {
  await wake(scope.tx, scope, ids);
}
