// How a review of a document ends.

export type ReviewResult = "still-true" | "published" | "changes-asked" | "retired";

/** In the past tense, as histories have it. */
export const RESULT_WORDS: Readonly<Record<ReviewResult, string>> = {
  "still-true": "Still true",
  published: "Published",
  "changes-asked": "Changes asked for",
  retired: "Retired",
};
