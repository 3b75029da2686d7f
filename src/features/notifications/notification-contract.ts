// Notices as they cross the wire. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import { workspaceInput } from "@/shared/workspace-input";
import type { NotificationKind, NotificationSubject } from "./notification-rules";

export const listNotificationsInput = workspaceInput({
  /** Left out: all. */
  isUnread: z.boolean().optional(),
  limit: z.int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});
export const notificationsInput = workspaceInput({});
/** Those of other people are passed over. */
export const markReadInput = workspaceInput({ notices: z.array(z.uuid()).min(1).max(100) });
export const setMailsInput = workspaceInput({ isMailed: z.boolean() });

export type ListNotificationsInput = z.output<typeof listNotificationsInput>;

export interface Notice {
  readonly id: string;
  readonly kind: NotificationKind;
  /** Null for what the clock did. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly subject: NotificationSubject;
  readonly at: string;
  readonly isRead: boolean;
}

export interface NoticeList {
  readonly items: readonly Notice[];
  readonly nextCursor: string | null;
}
