import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { readTimeZone } from "@/features/workspaces/use-cases/read-time-zone";
import type { Scope } from "@/server/access/open-scope";
import type { ComingUp, Duty, Today } from "../today-contract";
import {
  countFreshPersonas,
  listApprovalsAsked,
  listComingDue,
  listOpenTasks,
  listOwnSessions,
  listReviewsDue,
  type Reader,
} from "../today-queries";
import { DAYS_AHEAD, MOST_COMING, MOST_COUNTED, MOST_DUTIES, TASK_DAYS } from "../today-rules";

/** What waits for the reader, what is ahead of them, and how much of the cast is fresh. */
export async function readToday(scope: Scope<"document.read">, now = new Date()): Promise<Today> {
  const { tx, workspaceId, userId } = scope;
  const reader: Reader = { workspaceId, userId, now };
  const today = dayOf(now, await readTimeZone(scope));
  const mayDecide = scope.may("review.decide");
  // Sent at once over the one connection, answered in order.
  const [reviews, approvals, tasks, sessions, due, personas] = await Promise.all([
    mayDecide ? listReviewsDue(tx, reader, MOST_DUTIES) : [],
    scope.may("draft.decide") ? listApprovalsAsked(tx, reader, MOST_DUTIES) : [],
    listOpenTasks(tx, reader, MOST_DUTIES),
    listOwnSessions(tx, reader, MOST_DUTIES),
    mayDecide ? listComingDue(tx, reader, addDays(today, DAYS_AHEAD), MOST_COMING) : [],
    countFreshPersonas(tx, reader, MOST_COUNTED),
  ]);
  const pressing = addDays(today, TASK_DAYS);
  const open = sessions.filter(({ state }) => state === "open");
  const duties: readonly Duty[] = [
    ...open.map(({ id, title, mode, endsAt, items }) => ({ type: "session" as const, id, title, mode, endsAt, items })),
    ...approvals.map((asked) => ({ type: "approval" as const, ...asked })),
    ...reviews.map(({ document, freshness, marks }) => ({ type: "review" as const, document, freshness, marks })),
    ...tasks
      .filter(({ dueOn }) => dueOn <= pressing)
      .map((task) => ({ type: "task" as const, ...task, isOverdue: task.dueOn < today })),
  ];
  const comingUp: readonly (ComingUp & { readonly day: string })[] = [
    ...sessions
      .filter(({ state }) => state === "planned")
      .map(({ id, title, startsAt: at, items, people }) => ({
        ...{ type: "session" as const, id, title, at, items, people },
        day: at,
      })),
    ...due.map((one) => ({ type: "due" as const, ...one, day: one.on })),
    ...tasks
      .filter(({ dueOn }) => dueOn > pressing)
      .map(({ dueOn: on, ...task }) => ({ type: "task" as const, ...task, on, day: on })),
  ];
  const unseen = Math.max(0, (reviews[0]?.total ?? 0) - reviews.length);
  return {
    duties: duties.slice(0, MOST_DUTIES),
    dutyCount: duties.length + unseen,
    comingUp: comingUp
      .toSorted((one, two) => (one.day < two.day ? -1 : 1))
      .slice(0, MOST_COMING)
      .map(({ day: _, ...coming }) => coming),
    personas,
  };
}
