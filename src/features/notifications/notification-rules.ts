// What people are told about, and which of it also comes by mail.

export const NOTIFICATION_KINDS = {
  "comment.mentioned": { isMailed: true },
  "comment.replied": { isMailed: false },
  "approval.asked": { isMailed: true },
  "approval.decided": { isMailed: false },
  "approval.reset": { isMailed: false },
} as const satisfies Record<string, { readonly isMailed: boolean }>;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

/** What a notice is about: ids to link to and words to show, as they were at the time. */
export type NotificationSubject = Readonly<Record<string, string | number | null>>;
