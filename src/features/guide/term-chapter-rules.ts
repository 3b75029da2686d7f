// Which chapter explains which word of the glossary.
import type { TermName } from "@/shared/glossary";
import { CHAPTER_NAMES, type ChapterName } from "@/shared/guide-chapters";

export const TERM_CHAPTERS: Readonly<Record<TermName, ChapterName>> = {
  workspace: "start-here",
  role: "roles-and-members",
  segment: "segments",
  persona: "personas",
  scenario: "scenarios",
  claim: "personas",
  assumption: "personas",
  need: "scenarios",
  draft: "drafts-and-versions",
  version: "drafts-and-versions",
  approval: "drafts-and-versions",
  dataset: "customer-data",
  snapshot: "customer-data",
  trait: "customer-data",
  rule: "segments",
  measure: "segments",
  drift: "staying-fresh",
  freshness: "staying-fresh",
  cadence: "staying-fresh",
  verifier: "staying-fresh",
  review: "reviews",
  session: "reviews",
  thread: "comments-and-proposals",
};

/** The words that a chapter explains, in the glossary's order. */
export function termsOf(chapter: ChapterName): readonly TermName[] {
  return (Object.keys(TERM_CHAPTERS) as TermName[]).filter((term) => TERM_CHAPTERS[term] === chapter);
}

/** What is taken for one another, told apart side by side. */
export const TERM_PAIRS: readonly (readonly [TermName, TermName])[] = [
  ["segment", "persona"],
  ["persona", "scenario"],
  ["claim", "assumption"],
  ["draft", "version"],
  ["dataset", "snapshot"],
  ["drift", "freshness"],
  ["cadence", "review"],
];

/** The chapters before and after one. */
export function neighboursOf(chapter: ChapterName): {
  readonly previous: ChapterName | undefined;
  readonly next: ChapterName | undefined;
} {
  const at = CHAPTER_NAMES.indexOf(chapter);
  return { previous: CHAPTER_NAMES[at - 1], next: CHAPTER_NAMES[at + 1] };
}
