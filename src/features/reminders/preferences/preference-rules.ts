// What a person may choose to hear by mail, and when not.
import type { NotificationKind } from "@/features/notifications/notification-rules";

export const NOTICE_GROUPS = ["discussion", "approval", "review", "session", "task", "own"] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** Each group as people know it. */
export const GROUP_LABELS: Readonly<Record<NoticeGroup, { readonly label: string; readonly hint: string }>> = {
  discussion: { label: "Mentions and comments", hint: "Somebody mentions you in a thread." },
  approval: { label: "Approvals", hint: "Somebody asks you to approve a draft." },
  review: {
    label: "Reviews due",
    hint: "A document that you verify or own is due, overdue, or yours since somebody left.",
  },
  session: { label: "Review sessions", hint: "Invitations, changes, and the minutes afterwards." },
  task: { label: "Tasks", hint: "Somebody gives you something to do." },
  own: { label: "Changes to what you own", hint: "A document drifts, is contradicted, or rests on something new." },
};

export const MAIL_CHOICES = ["yes", "digest", "no"] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export interface NoticePreferences {
  readonly mail: Readonly<Record<NoticeGroup, MailChoice>>;
  /** Local times, HH:MM; mails wait until the end. The same twice would be all day: such is refused. */
  readonly quiet: { readonly isOn: boolean; readonly from: string; readonly to: string };
  /** IANA name; null for the workspace's. */
  readonly timeZone: string | null;
  /** The weekly letter: 1 is Monday, the hour is a whole one of the person's zone. */
  readonly digest: { readonly isOn: boolean; readonly weekday: number; readonly hour: number };
}

export const DEFAULT_PREFERENCES: NoticePreferences = {
  mail: { discussion: "yes", approval: "yes", review: "yes", session: "yes", task: "yes", own: "digest" },
  quiet: { isOn: true, from: "20:00", to: "07:00" },
  timeZone: null,
  digest: { isOn: true, weekday: 1, hour: 8 },
};

/** What was chosen, with what was never asked as it begins. */
export function completePreferences(chosen: Partial<NoticePreferences>): NoticePreferences {
  return {
    ...DEFAULT_PREFERENCES,
    ...chosen,
    mail: { ...DEFAULT_PREFERENCES.mail, ...chosen.mail },
  };
}

const GROUP_OF_NOUN: ReadonlyMap<string, NoticeGroup> = new Map([
  ["comment", "discussion"],
  ["proposal", "discussion"],
  ["approval", "approval"],
  ["review", "review"],
  ["verifier", "review"],
  ["session", "session"],
  ["task", "task"],
]);

/** The group that a kind of notice belongs to, by its noun. */
export function groupOfKind(kind: NotificationKind): NoticeGroup {
  return GROUP_OF_NOUN.get(kind.slice(0, kind.indexOf("."))) ?? "own";
}

/** "08:00". */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
