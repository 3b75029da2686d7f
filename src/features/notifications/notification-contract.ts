// Notices as they cross the wire. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import { requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { MAX_SNOOZE_REASON, NOTICE_SHELVES } from "./inbox-rules";
import type { NotificationKind, NotificationSubject } from "./notification-rules";

export const listNotificationsInput = workspaceInput({
  show: z.enum(NOTICE_SHELVES).default("all"),
  limit: z.int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});
export const notificationsInput = workspaceInput({});
/** Those of other people are passed over. */
const notices = z.array(z.uuid()).min(1).max(100);
export const markReadInput = workspaceInput({ notices });
export const finishInput = workspaceInput({ notices, isDone: z.boolean() });
export const snoozeInput = workspaceInput({
  notice: z.uuid(),
  /** A moment within a year. */
  until: z.iso.datetime(),
  reason: requiredLine(MAX_SNOOZE_REASON),
});
export type SnoozeInput = z.output<typeof snoozeInput>;
export const wakeInput = workspaceInput({ notices });

export type ListNotificationsInput = z.output<typeof listNotificationsInput>;

export interface Notice {
  readonly id: string;
  readonly kind: NotificationKind;
  /** Null for what the clock did. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly subject: NotificationSubject;
  readonly at: string;
  readonly isRead: boolean;
  readonly isDone: boolean;
  /** Until when it is off the list; null, or past, for what is on it. */
  readonly snoozedUntil: string | null;
  readonly snoozes: number;
  /** Of the last time. */
  readonly snoozeReason: string;
}

export interface NoticeList {
  readonly items: readonly Notice[];
  readonly nextCursor: string | null;
}
