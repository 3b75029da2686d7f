// What is told in the feed of a document and of the workspace.

/** Done to a document, in the past tense. */
export const ACTIVITY_VERBS = [
  "created",
  "imported",
  "duplicated",
  "edited",
  "published",
  "restored",
  "brought-back",
  "retired",
  "reopened",
  "approval-asked",
  "approved",
  "changes-asked",
  "approval-reset",
  "commented",
  "resolved",
  "unresolved",
  "tagged",
  "handed-over",
] as const;
export type ActivityVerb = (typeof ACTIVITY_VERBS)[number];
