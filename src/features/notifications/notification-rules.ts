// What people are told about, which of it also comes by mail, and how it is said.

export const NOTIFICATION_KINDS = {
  "comment.mentioned": { isMailed: true },
  "comment.replied": { isMailed: false },
  "proposal.decided": { isMailed: false },
  "approval.asked": { isMailed: true },
  "approval.decided": { isMailed: false },
  "approval.reset": { isMailed: false },
  "segment.drifted": { isMailed: false },
} as const satisfies Record<string, { readonly isMailed: boolean }>;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

/** Notices of one person that come by mail within an hour; more are shown in the app only. */
export const MAX_MAILS_AN_HOUR = 30;

/**
 * What a notice is about: ids to link to and words to show, as they were at the time. Of every kind: `documentId`,
 * `documentKind` and its `title`. Of comments also `threadId`, `commentId`, `label` (of the place, null for
 * the document as a whole) and `quote`. Of a decision also `decision` ("approved" or "changes-asked"; of a
 * proposal "accepted" or "declined"). Of a drift the `sentence` that says what moved, and of a persona the `segment`.
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
function noticePlace({ subject }: Pick<Told, "subject">): string {
  const title = subjectText(subject, "title") || "a document without a name";
  const label = subjectText(subject, "label");
  return label ? `${label} of ${title}` : title;
}

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ["persona", "personas"],
  ["segment", "segments"],
  ["scenario", "scenarios"],
]);

/** Where a notice leads, below /w/<slug>; null for nowhere. */
export function noticePath(subject: NotificationSubject): string | null {
  const folder = FOLDERS.get(subjectText(subject, "documentKind"));
  const documentId = subjectText(subject, "documentId");
  const threadId = subjectText(subject, "threadId");
  if (!folder || !documentId) return null;
  return threadId ? `/${folder}/${documentId}?thread=${threadId}` : `/${folder}/${documentId}`;
}

/** What the person did who stands before it: "mentioned you on Goals of Maya Okafor". */
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
  }
}
