// What people are told about, which of it also comes by mail, and how it is said.
import { dayText } from "@/shared/date-text";

interface KindOfNotice {
  readonly isMailed: boolean;
  /** The sentence begins with what it is about, not with a person: the clock did it, or it doesn't matter who. */
  readonly isSubjectFirst?: true;
}

export const NOTIFICATION_KINDS = {
  "comment.mentioned": { isMailed: true },
  "comment.replied": { isMailed: false },
  "proposal.decided": { isMailed: false },
  "approval.asked": { isMailed: true },
  "approval.decided": { isMailed: false },
  "approval.reset": { isMailed: false },
  "segment.drifted": { isMailed: true },
  "review.due": { isMailed: true, isSubjectFirst: true },
  "review.overdue": { isMailed: true, isSubjectFirst: true },
  "review.escalated": { isMailed: true, isSubjectFirst: true },
  "document.marked": { isMailed: true, isSubjectFirst: true },
  "verifier.left": { isMailed: true, isSubjectFirst: true },
  "owner.left": { isMailed: true, isSubjectFirst: true },
  "session.invited": { isMailed: true },
  "session.changed": { isMailed: true },
  "session.cancelled": { isMailed: true },
  "session.minutes": { isMailed: true },
  "session.soon": { isMailed: true, isSubjectFirst: true },
  "session.opened": { isMailed: true, isSubjectFirst: true },
  "session.ending": { isMailed: true, isSubjectFirst: true },
  "session.undecided": { isMailed: true, isSubjectFirst: true },
  "task.given": { isMailed: true },
  "review.decided": { isMailed: false },
} as const satisfies Record<string, KindOfNotice>;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

/** Notices of one person that come by mail within an hour; more are shown in the app only. */
export const MAX_MAILS_AN_HOUR = 30;

/**
 * What a notice is about: ids to link to and words to show, as they were at the time. Of every kind: `documentId`,
 * `documentKind` and its `title`. Of comments also `threadId`, `commentId`, `label` (of the place, null for
 * the document as a whole) and `quote`. Of a decision also `decision` ("approved" or "changes-asked"; of a
 * proposal "accepted" or "declined"). Of a drift the `sentence` that says what moved, and of a persona the `segment`.
 * Of what has to be reviewed `dueOn` (YYYY-MM-DD) and the `page` "review"; of many at once their `count`, their
 * `documentKind` and the `list` of them ("mine" or "overdue") instead of one document. Of a mark its name as `mark` and its `sentence`. Of a verifier who left the
 * `person`. Of a session `sessionId`, its `title` and `when` it is, in words; of one cancelled the `reason`. Of a task its
 * `text` and `dueOn`.
 */
export type NotificationSubject = Readonly<Record<string, string | number | null>>;

interface Told {
  readonly kind: NotificationKind;
  readonly subject: NotificationSubject;
}

/** The subject's text of this name, "" for none. */
export function subjectText(subject: NotificationSubject, name: string): string {
  const value = subject[name];
  return value === null || value === undefined ? "" : String(value);
}

/** What is spoken of: "Goals of Maya Okafor". */
function noticePlace({ kind, subject }: Told): string {
  const title = subjectText(subject, "title") || NAMELESS[kind.startsWith("session.") ? "session" : "document"];
  const label = subjectText(subject, "label");
  if (isMany(subject)) return `${subject.count} ${FOLDERS.get(subjectText(subject, "documentKind")) ?? "documents"}`;
  return label ? `${label} of ${title}` : title;
}

const NAMELESS = { document: "a document without a name", session: "a review without a name" } as const;

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ["persona", "personas"],
  ["segment", "segments"],
  ["scenario", "scenarios"],
]);

/** The part of a list that a notice of many leads to, as addresses of lists say it. */
const LISTS: ReadonlyMap<string, string> = new Map([
  ["mine", "verifier=me"],
  ["overdue", "freshness=overdue"],
]);

/** Where a notice leads, below /w/<slug>; null for nowhere. */
export function noticePath(subject: NotificationSubject): string | null {
  const folder = FOLDERS.get(subjectText(subject, "documentKind"));
  const documentId = subjectText(subject, "documentId");
  const threadId = subjectText(subject, "threadId");
  const sessionId = subjectText(subject, "sessionId");
  if (sessionId) return `/reviews/${sessionId}`;
  const list = LISTS.get(subjectText(subject, "list"));
  if (folder && !documentId && list) return `/${folder}?${list}`;
  if (!folder || !documentId) return null;
  if (threadId) return `/${folder}/${documentId}?thread=${threadId}`;
  return subjectText(subject, "page") === "review" ? `/${folder}/${documentId}/review` : `/${folder}/${documentId}`;
}

/** What a notice begins with: who did it, or what it is about. `actorName` is null for what the clock did. */
export function noticeLead(told: Told, actorName: string | null): string {
  const { isSubjectFirst }: KindOfNotice = NOTIFICATION_KINDS[told.kind];
  return isSubjectFirst || actorName === null ? noticePlace(told) : actorName;
}

const isMany = (subject: NotificationSubject) => Number(subject.count ?? 1) > 1;

/** The subject's text of this name with what stands before it; "" for none. */
function after(subject: NotificationSubject, name: string, before: string): string {
  const text = subjectText(subject, name);
  return text && before + text;
}

/** ", by 30 Nov"; "" where no day is known. */
function byDay(subject: NotificationSubject, before: string): string {
  const day = subjectText(subject, "dueOn");
  return /^\d{4}-\d\d-\d\d$/.test(day) ? `${before}${dayText(day, "UTC")}` : "";
}

/** Of one, and of many. */
const MARKED: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["drifting", ["has drifted.", "have drifted."]],
  ["contradicted", ["is contradicted.", "are contradicted."]],
  ["rests-on-new", ["rests on what has changed.", "rest on what has changed."]],
  ["event", ["may be untrue since something happened.", "may be untrue since something happened."]],
  ["disputed", ["is disputed.", "are disputed."]],
]);

const DECIDED: ReadonlyMap<string, string> = new Map([
  ["still-true", "reviewed and confirmed"],
  ["published", "reviewed and published"],
  ["changes-asked", "reviewed and asks for changes to"],
  ["retired", "reviewed and retired"],
]);

/** What follows on `noticeLead`: "mentioned you on Goals of Maya Okafor", "is due for review by 30 Nov". */
export function noticePredicate(told: Told): string {
  const place = noticePlace(told);
  switch (told.kind) {
    case "comment.mentioned":
      return `mentioned you on ${place}`;
    case "comment.replied":
      return `replied in a thread on ${place}`;
    case "proposal.decided":
      return `${subjectText(told.subject, "decision")} your proposal for ${place}`;
    case "approval.asked":
      return `asks you to approve ${place}`;
    case "approval.decided":
      return subjectText(told.subject, "decision") === "changes-asked"
        ? `asks for changes to ${place} before it is published`
        : `approved ${place}`;
    case "approval.reset":
      return `changed ${place}, so that its approval has to be asked for again`;
    case "segment.drifted": {
      const segment = subjectText(told.subject, "segment");
      const what = segment ? `${segment}, which ${place} stands for,` : place;
      return `brought in customer data from which ${what} has drifted. ${subjectText(told.subject, "sentence")}`.trim();
    }
    case "review.due":
      return `${isMany(told.subject) ? "are" : "is"} due for review${byDay(told.subject, " by ")}`;
    case "review.overdue":
      return `${isMany(told.subject) ? "are" : "is"} overdue for review${byDay(told.subject, " since ")}`;
    case "review.escalated":
      return `${isMany(told.subject) ? "are" : "is"} still waiting for review${byDay(told.subject, ", due since ")}`;
    case "document.marked": {
      const [one, many] = MARKED.get(subjectText(told.subject, "mark")) ?? [
        "should be looked at.",
        "should be looked at.",
      ];
      return `${isMany(told.subject) ? many : one} ${subjectText(told.subject, "sentence")}`.trim();
    }
    case "verifier.left":
      return `${isMany(told.subject) ? "are" : "is"} yours to verify: ${subjectText(told.subject, "person") || "the verifier"} has left or may no longer`;
    case "owner.left":
      return `${isMany(told.subject) ? "need" : "needs"} a new owner: ${subjectText(told.subject, "person") || "the owner"} has left or may no longer edit`;
    case "session.invited":
      return `invites you to ${place}${after(told.subject, "when", ", ")}`;
    case "session.changed":
      return `changed ${place}${after(told.subject, "when", ": it is ")}`;
    case "session.cancelled":
      return `cancelled ${place}${after(told.subject, "reason", ": ")}`;
    case "session.minutes":
      return subjectText(told.subject, "closedBy") === "clock"
        ? "is over; its minutes are there to read"
        : `closed ${place}; its minutes are there to read`;
    case "session.soon":
      return `begins soon${after(told.subject, "when", ": ")}`;
    case "session.opened":
      return `is open${after(told.subject, "when", ": ")}`;
    case "session.ending":
      return `closes soon, and votes are missing${after(told.subject, "when", ": ")}`;
    case "session.undecided":
      return `is over, and ${told.subject.undecided === 1 ? "one document waits" : `${subjectText(told.subject, "undecided")} documents wait`} for your decision`;
    case "review.decided":
      return `${DECIDED.get(subjectText(told.subject, "result")) ?? "reviewed"} ${place}${after(told.subject, "note", ": ")}`;
    case "task.given":
      return `gave you a task on ${place}${after(told.subject, "text", ": ")}${byDay(told.subject, ", by ")}`;
  }
}
