import { effectiveCadence } from "@/features/documents/verification/cadence-rules";
import { type NoticeStage, noticeStages } from "@/features/documents/verification/due-day-rules";
import { gatherNotices } from "@/features/notifications/gather-rules";
import { notifyAll } from "@/features/notifications/use-cases/notify";
import { readTimeZone } from "@/features/workspaces/use-cases/read-time-zone";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db, Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import type { KindName } from "@/shared/document-kinds";
import { tellWebhooks } from "../../webhooks/use-cases/tell-webhooks";
import { dueFact } from "../../webhooks/webhook-fact-rules";
import { noticesDue } from "../noticing-jobs";
import {
  findDueDocuments,
  findLaidDown,
  findMembers,
  type TakenDocument,
  takeDueNotices,
  updateNextNotices,
} from "../noticing-queries";
import { dueNotice, stagesDue, type Told, toldOf } from "../noticing-rules";

interface Pass {
  readonly now?: Date;
  /** Documents in one transaction. */
  readonly batch?: number;
  /** Who helps asks nobody else to. */
  readonly isHelp?: boolean;
}

/** Reckoned once for all documents of a day, a cadence and a zone. */
type StagesOf = typeof noticeStages;

/**
 * Tells everybody what is due, of the documents of all workspaces, and sets when each has to be looked at next. Any number
 * may run at once: each takes other documents, and a transaction that fails leaves its own to the next. Where there is
 * more than a batch, another is asked to help.
 */
export async function tellWhatIsDue(
  db: Db,
  { now = new Date(), batch = 5_000, isHelp = true }: Pass = {},
): Promise<{ readonly documents: number }> {
  const stagesOf = remembering();
  let documents = 0;
  for (;;) {
    const taken = await db.transaction(async (tx) => {
      const due = await takeDueNotices(tx, now, batch);
      for (const [workspaceId, ofWorkspace] of Map.groupBy(due, (one) => one.workspaceId)) {
        await tellInWorkspace(tx, workspaceId, ofWorkspace, stagesOf, now);
      }
      if (due.length === batch && documents === 0 && !isHelp) {
        await enqueue(tx, noticesDue, { isHelp: true }, "notices-due:help");
      }
      return due.length;
    });
    documents += taken;
    if (taken < batch) return { documents };
  }
}

async function tellInWorkspace(
  tx: Tx,
  workspaceId: string,
  taken: readonly TakenDocument[],
  stagesOf: StagesOf,
  now: Date,
): Promise<void> {
  // The clock is nobody: whose name it acts in matters only to what a person alone may see.
  const scope = await scopeOfAccepted(tx, taken[0]?.ownerId ?? "", workspaceId);
  const ids = taken.map(({ documentId }) => documentId);
  const timeZone = await readTimeZone(scope);
  const members = await findMembers(tx, workspaceId);
  const laidDown = await findLaidDown(tx, workspaceId, ids);
  const told: Told[] = [];
  const reached: { documentId: string; kind: KindName; title: string; dueOn: string; isOverdue: boolean }[] = [];
  const next: { documentId: string; at: Date | null }[] = [];
  for (const { dueOn, isPaused, retiredAt, nextNoticeAt, ...document } of await findDueDocuments(
    tx,
    workspaceId,
    ids,
  )) {
    const { id: documentId, kind } = document;
    if (dueOn === null || nextNoticeAt === null || isPaused || retiredAt) {
      next.push({ documentId, at: null });
      continue;
    }
    const stages = stagesOf(dueOn, effectiveCadence(laidDown(kind, documentId), null), timeZone);
    const due = stagesDue(stages, { since: nextNoticeAt, now });
    told.push(...toldOf({ ...document, dueOn }, due.reached, members));
    if (due.reached.length > 0) {
      const isOverdue = due.reached.some(({ stage }) => stage !== "lead");
      reached.push({ documentId, kind, title: document.title, dueOn, isOverdue });
    }
    next.push({ documentId, at: due.next });
  }
  const notices = gatherNotices(told.map(dueNotice));
  await notifyAll(
    scope,
    notices.map((notice) => ({ ...notice, isFromClock: true })),
  );
  await tellWebhooks(scope, async () => reached.map(({ isOverdue, ...due }) => dueFact(due, isOverdue, now)));
  await updateNextNotices(tx, workspaceId, next);
}

function remembering(): StagesOf {
  const known = new Map<string, readonly NoticeStage[]>();
  return (dueOn, cadence, timeZone) => {
    const { leadDays, ownerAfterDays, adminsAfterDays } = cadence;
    const key = [dueOn, timeZone, ownerAfterDays, adminsAfterDays, ...leadDays].join(" ");
    const stages = known.get(key) ?? noticeStages(dueOn, cadence, timeZone);
    known.set(key, stages);
    return stages;
  };
}
