// What people are asked about how far they trust a document, in words of our own, and what is made of the answers.

/** In the order in which scores are kept; what is asked may be put better, but not in another order. */
export const TRUST_STATEMENTS = [
  { key: "consistent", short: "Fits together", text: "What it says fits together." },
  { key: "complete", short: "Enough to decide", text: "It tells me enough to decide something." },
  { key: "believable", short: "Believable", text: "I believe that people like this exist." },
  { key: "clear", short: "Clear", text: "I understood it at the first reading." },
  { key: "useful", short: "I would use it", text: "I would use it in my own work." },
] as const;

export const LEAST_SCORE = 1;
export const MOST_SCORE = 7;
/** What the ends of the scale mean. */
export const SCALE_WORDS = "1 is not at all, 7 is entirely.";
export const MAX_USE = 300;

/** Fewer answers than so many are only counted: with two, everybody would know what the other one said. */
export const LEAST_ANSWERS = 3;

/** The answers to one statement. */
export interface StatementScores {
  readonly median: number;
  /** How many gave each score, from 1 to 7. */
  readonly counts: readonly number[];
}

/** By statement; null while there are too few answers to show any. */
export function statementScores(answers: readonly (readonly number[])[]): readonly StatementScores[] | null {
  if (answers.length < LEAST_ANSWERS) return null;
  return TRUST_STATEMENTS.map((_, at) => {
    const scores = answers.map((scores) => scores[at] ?? LEAST_SCORE).toSorted((one, other) => one - other);
    const counts = Array.from(
      { length: MOST_SCORE - LEAST_SCORE + 1 },
      (_, step) => scores.filter((score) => score === LEAST_SCORE + step).length,
    );
    return { median: middleOf(scores), counts };
  });
}

/** Of sorted numbers, at least one. */
function middleOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? 0;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + upper) / 2 : upper;
}

/** "The middle is 5.5: 1 said 4, 3 said 6." */
export function scoresSentence({ median, counts }: StatementScores): string {
  const said = counts.flatMap((count, at) => (count > 0 ? [`${count} said ${LEAST_SCORE + at}`] : []));
  return `The middle is ${median}: ${said.join(", ")}.`;
}

export function answersText(count: number): string {
  return count === 1 ? "1 answer" : `${count} answers`;
}
