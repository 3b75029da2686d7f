// The one badge that says whether a document can be relied on, with its reasons. Computed from facts and the clock wherever it
// is shown, so that it turns by itself.
import { daysBetween, localDay, localDayText } from "@/shared/local-day";
import { type DocumentMark, MARK_WORDS } from "../marks/mark-rules";
import type { DocumentState } from "../versions/lifecycle-rules";

/** Moments are ISO 8601 in UTC, days local to the workspace. */
export interface FreshnessFacts {
  readonly verifiedAt: string;
  readonly verifiedBy: { readonly id: string; readonly name: string };
  readonly verifiedVersion: number;
  /** The day by whose end it must be verified again; null for never. */
  readonly dueOn: string | null;
  readonly dueFrom: string | null;
  readonly overdueAt: string | null;
  readonly isPaused: boolean;
}

export const FRESHNESS = ["never", "overdue", "contradicted", "drifting", "due", "fresh"] as const;
export type FreshnessState = (typeof FRESHNESS)[number];

export const FRESHNESS_WORDS: Readonly<Record<FreshnessState, string>> = {
  never: "Never verified",
  overdue: "Overdue",
  contradicted: "Contradicted",
  drifting: "Drifting",
  due: "Due",
  fresh: "Fresh",
};

export interface Freshness {
  readonly state: FreshnessState;
  /** Every reason that holds, the weightiest first; empty for what is simply fresh. */
  readonly reasons: readonly FreshnessReason[];
}

export type FreshnessReason =
  | { readonly state: "overdue" | "due"; readonly dueOn: string }
  | { readonly state: FreshnessState; readonly mark: DocumentMark };

export interface Judged {
  /** Null for what was never verified. */
  readonly facts: FreshnessFacts | null;
  readonly marks: readonly DocumentMark[];
}

/** What a mark makes of a document. */
export const STATE_OF_MARK: Readonly<Record<DocumentMark["mark"], FreshnessState>> = {
  contradicted: "contradicted",
  drifting: "drifting",
  "rests-on-new": "due",
  event: "due",
  disputed: "due",
};

/** The weightiest state that holds now. Retired documents have none: the caller doesn't ask. */
export function freshnessOf({ facts, marks }: Judged, now: Date): Freshness {
  const reasons: FreshnessReason[] = marks.map((mark) => ({ state: STATE_OF_MARK[mark.mark], mark }));
  if (!facts) return { state: "never", reasons };
  const { dueOn, dueFrom, overdueAt, isPaused } = facts;
  if (dueOn !== null && dueFrom !== null && overdueAt !== null && !isPaused) {
    if (now >= new Date(overdueAt)) reasons.push({ state: "overdue", dueOn });
    else if (now >= new Date(dueFrom)) reasons.push({ state: "due", dueOn });
  }
  reasons.sort((one, two) => FRESHNESS.indexOf(one.state) - FRESHNESS.indexOf(two.state));
  return { state: reasons[0]?.state ?? "fresh", reasons };
}

/** Moments at which the clock changes a document's state, in milliseconds. Its words change with each local day as well. */
export function turningMoments(facts: FreshnessFacts | null): readonly number[] {
  if (!facts || facts.isPaused) return [];
  return [facts.dueFrom, facts.overdueAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));
}

/** The badge's words: "Due in 8 days", "Overdue by 2 days", "Fresh until 14 Nov". `today` is the workspace's local day. */
export function freshnessWords({ state, reasons }: Freshness, facts: FreshnessFacts | null, today: string): string {
  const dated = reasons.find((reason) => "dueOn" in reason && reason.state === state);
  if (dated && "dueOn" in dated) {
    const days = daysBetween(today, dated.dueOn);
    // Where the workspace's zone is not the one that the moments were reckoned in, the moments have the say.
    if (state === "overdue") return `Overdue by ${daysText(Math.max(1, -days))}`;
    return days < 1 ? "Due today" : days === 1 ? "Due tomorrow" : `Due in ${daysText(days)}`;
  }
  const [first] = reasons;
  if (state === "due" && first && "mark" in first) return `Due: ${MARK_WORDS[first.mark.mark].toLowerCase()}`;
  if (state !== "fresh" || !facts) return FRESHNESS_WORDS[state];
  if (facts.isPaused) return "Fresh, reviews paused";
  return facts.dueOn === null ? FRESHNESS_WORDS.fresh : `Fresh until ${localDayText(facts.dueOn, today)}`;
}

/** Why it is so, a sentence each, the weightiest first. The last says who verified it, and until when that holds. */
export function reasonSentences(judged: Judged, now: Date, timeZone: string): readonly ReasonSentence[] {
  const { facts } = judged;
  if (!facts) {
    const nobody = { sentence: "Nobody has published or confirmed it yet.", mark: null };
    return [nobody, ...judged.marks.map((mark) => ({ sentence: mark.sentence, mark }))];
  }
  const today = localDay(now.getTime(), timeZone);
  const { dueOn, verifiedBy, verifiedVersion } = facts;
  const day = localDayText(localDay(Date.parse(facts.verifiedAt), timeZone), today);
  const until = dueOn === null || facts.isPaused ? "" : ` until ${localDayText(dueOn, today)}`;
  const verified = `v${verifiedVersion} was verified by ${verifiedBy.name} on ${day}${until}.`;
  return [
    ...freshnessOf(judged, now).reasons.map((reason): ReasonSentence => {
      if ("mark" in reason) return { sentence: reason.mark.sentence, mark: reason.mark };
      const words = localDayText(reason.dueOn, today);
      return {
        sentence:
          reason.state === "overdue" ? `It had to be verified by ${words}.` : `It is to be verified by ${words}.`,
        mark: null,
      };
    }),
    { sentence: facts.isPaused ? `${verified} Reviews of it are paused.` : verified, mark: null },
  ];
}

export interface ReasonSentence {
  readonly sentence: string;
  /** What it comes from; null for the calendar. */
  readonly mark: DocumentMark | null;
}

/**
 * How far it can be relied on, in one line for files and paper, where nothing turns by itself. `version` is the one that
 * is shown, null for the draft; one that was replaced says so and nothing else.
 */
export function freshnessLine(
  document: {
    readonly state: DocumentState;
    readonly currentVersion: number | null;
    readonly freshness: FreshnessFacts | null;
    readonly marks: readonly DocumentMark[];
  },
  version: number | null,
  now: Date,
  timeZone: string,
): string {
  const { state, currentVersion, freshness: facts, marks } = document;
  if (state === "retired") return "Retired.";
  if (version !== null && currentVersion !== null && version < currentVersion) return `Replaced by v${currentVersion}.`;
  const judged = { facts, marks };
  const words = freshnessWords(freshnessOf(judged, now), facts, localDay(now.getTime(), timeZone));
  const sentences = reasonSentences(judged, now, timeZone).map(({ sentence }) => sentence);
  return [`${words}.`, ...sentences].join(" ").replaceAll(/\s+/g, " ");
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
