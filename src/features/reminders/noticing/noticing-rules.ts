// Who is told what of a document that has to be reviewed. Pure, so that two years pass in a test within a second.
import type { NoticeStage } from "@/features/documents/verification/due-day-rules";
import type { SingleNotice } from "@/features/notifications/gather-rules";
import type { NotificationKind } from "@/features/notifications/notification-rules";
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

/**
 * Which stages are told now, of those in the order of time, and when the next has to be. Those before `since` were told;
 * where none lies after it, the newest is: somebody asked to be told now.
 */
export function stagesDue(
  stages: readonly NoticeStage[],
  { since, now }: { readonly since: Date; readonly now: Date },
): { readonly reached: readonly NoticeStage[]; readonly next: Date | null } {
  const past = stages.filter(({ at }) => at <= now);
  const missed = past.filter(({ at }) => at >= since);
  return {
    reached: missed.length > 0 ? missed : past.slice(-1),
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

/** The fact states document, day and stage, so that what was told is not told again whatever the clock does. */
export function dueNotice({ userId, document, stage }: Told): SingleNotice {
  const { id: documentId, kind: documentKind, title, dueOn } = document;
  // Who is told that others have not reviewed it may verify none of them.
  const isEscalated = stage.stage === "owner" || stage.stage === "admins";
  return {
    userId,
    kind: KINDS[stage.stage],
    subject: { documentId, documentKind, title, dueOn, page: "review", list: isEscalated ? "overdue" : "mine" },
    fact: `review-due:${documentId}:${dueOn}:${stage.stage}-${stage.days}`,
  };
}
