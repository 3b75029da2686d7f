// Who is told what of a document that has to be reviewed. Pure, so that two years pass in a test within a second.
import type { NoticeStage } from "@/features/documents/verification/due-day-rules";
import type { NotificationKind, NotificationSubject } from "@/features/notifications/notification-rules";
import type { KindName } from "@/shared/document-kinds";
import { isAtLeast, type Role } from "@/shared/permissions";

export interface DueDocument {
  readonly id: string;
  readonly kind: KindName;
  readonly title: string;
  readonly ownerId: string;
  /** Those named, whether they are still there or not. */
  readonly verifierIds: readonly string[];
  readonly dueOn: string;
}

/** Everybody who may sign in, by id. */
export type Members = ReadonlyMap<string, Role>;

/** What one person is told of one document. */
export interface Told {
  readonly userId: string;
  readonly document: DueDocument;
  readonly stage: NoticeStage;
}

/** What several people are told at once, as `notifyAll` takes it. */
export interface DueNotice {
  readonly kind: NotificationKind;
  readonly userIds: readonly string[];
  readonly subject: NotificationSubject;
  readonly fact: string;
  readonly isFromClock: true;
}

/** From how many documents of a kind on one person is told of them in one notice. */
const MANY = 5;

/** Which stages are told now, of those in the order of time, and when the next has to be. */
export function stagesDue(
  stages: readonly NoticeStage[],
  { since, now }: { readonly since: Date; readonly now: Date },
): { readonly reached: readonly NoticeStage[]; readonly next: Date | null } {
  return {
    reached: stages.filter(({ at }) => at >= since && at <= now),
    next: stages.find(({ at }) => at > now)?.at ?? null,
  };
}

/**
 * Everybody once, with the newest of the stages that are meant for them, however many were missed. Verifiers who left or may
 * no longer are passed over; the owner stands in for them, and the admins for an owner who left.
 */
export function toldOf(document: DueDocument, reached: readonly NoticeStage[], members: Members): readonly Told[] {
  const admins = [...members].filter(([, role]) => isAtLeast(role, "admin")).map(([id]) => id);
  const owner = members.has(document.ownerId) ? [document.ownerId] : admins;
  const verifiers = document.verifierIds.filter((id) => isAtLeast(members.get(id) ?? "viewer", "reviewer"));
  const audiences = { verifiers: verifiers.length > 0 ? verifiers : owner, owner, admins };
  const byPerson = new Map<string, NoticeStage>();
  for (const stage of reached) {
    const audience = stage.stage === "owner" || stage.stage === "admins" ? stage.stage : "verifiers";
    for (const userId of audiences[audience]) byPerson.set(userId, stage);
  }
  return [...byPerson].map(([userId, stage]) => ({ userId, document, stage }));
}

const KINDS = {
  lead: "review.due",
  overdue: "review.overdue",
  owner: "review.escalated",
  admins: "review.escalated",
} as const satisfies Record<NoticeStage["stage"], NotificationKind>;

/** The facts state document, day and stage, so that what was told is not told again whatever the clock does. */
export function dueNotices(told: readonly Told[]): readonly DueNotice[] {
  const byPerson = Map.groupBy(
    told,
    ({ userId, document, stage }) => `${userId} ${document.kind} ${KINDS[stage.stage]}`,
  );
  const notices: DueNotice[] = [];
  const single: Told[] = [];
  for (const ofPerson of byPerson.values()) {
    if (ofPerson.length < MANY) single.push(...ofPerson);
    else notices.push(noticeOfMany(ofPerson));
  }
  for (const ofFact of Map.groupBy(single, factOf).values()) notices.push(...noticeOfOne(ofFact));
  return notices;
}

function noticeOfOne(told: readonly Told[]): readonly DueNotice[] {
  const [first] = told;
  if (!first) return [];
  const { id: documentId, kind: documentKind, title, dueOn } = first.document;
  return [
    {
      kind: KINDS[first.stage.stage],
      userIds: told.map(({ userId }) => userId),
      subject: { documentId, documentKind, title, dueOn, page: "review" },
      fact: factOf(first),
      isFromClock: true,
    },
  ];
}

function noticeOfMany(told: readonly Told[]): DueNotice {
  const [first] = told;
  if (!first) throw new Error("Many are not none.");
  // The same documents at the same stages are the same fact; their number and the first of them tell them apart.
  const [smallest] = told.map(factOf).sort();
  return {
    kind: KINDS[first.stage.stage],
    userIds: [first.userId],
    subject: { count: told.length, documentKind: first.document.kind },
    fact: `${smallest}:${told.length}`,
    isFromClock: true,
  };
}

function factOf({ document, stage }: Told): string {
  return `review-due:${document.id}:${document.dueOn}:${stage.stage}-${stage.days}`;
}
