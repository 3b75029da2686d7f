// How the parts of a condition look, so that it reads as a sentence.

/** What the condition is about. */
export const SUBJECT =
  "inline-flex min-h-7 max-w-full items-center rounded-s bg-sunk px-2 text-start font-strong wrap-anywhere hover:bg-line";
/** What it is held against. */
export const VALUE =
  "inline-flex min-h-7 max-w-full items-center rounded-s bg-info-soft px-2 text-start font-strong text-info wrap-anywhere";
/** A value that nobody has said yet. */
export const MISSING = "border border-dashed border-info";
/** A choice among words of the sentence, and one that is the subject or the value of it. */
export const CHOICES = {
  word: "bg-transparent px-1 underline decoration-line-strong decoration-dotted underline-offset-4 focus-visible:bg-surface",
  subject: "bg-sunk px-2 font-strong",
  value: "bg-info-soft px-2 font-strong text-info",
} as const;
export const CHOICE =
  "field-sizing-content min-h-7 max-w-full min-w-0 cursor-pointer appearance-none truncate rounded-s border border-transparent transition-colors hover:border-line-strong focus-visible:outline-offset-0";
/** The column before the rows, for "where", "and" and "but not". */
export const CONNECTOR = "text-ink-3 sm:w-[4.5rem] sm:shrink-0 sm:pt-2.5";
