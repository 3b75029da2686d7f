// The one badge that says whether a document can be relied on, with its reasons. Computed from facts and the clock wherever it
// is shown, so that it turns by itself.
import type { DocumentMark } from "../marks/mark-rules";

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

interface Judged {
  /** Null for what was never verified. */
  readonly facts: FreshnessFacts | null;
  readonly marks: readonly DocumentMark[];
}

/** What a mark makes of a document. */
const STATE_OF_MARK: Readonly<Record<DocumentMark["mark"], FreshnessState>> = {
  contradicted: "contradicted",
  drifting: "drifting",
  "rests-on-new": "due",
  event: "due",
  disputed: "due",
};

/** The weightiest state that holds now. Retired documents have none: the caller doesn't ask. */
export function freshnessOf({ facts, marks }: Judged, now: Date): Freshness {
  if (!facts) return { state: "never", reasons: [] };
  const { dueOn, dueFrom, overdueAt, isPaused } = facts;
  const reasons: FreshnessReason[] = marks.map((mark) => ({ state: STATE_OF_MARK[mark.mark], mark }));
  if (dueOn !== null && dueFrom !== null && overdueAt !== null && !isPaused) {
    if (now >= new Date(overdueAt)) reasons.push({ state: "overdue", dueOn });
    else if (now >= new Date(dueFrom)) reasons.push({ state: "due", dueOn });
  }
  reasons.sort((one, two) => FRESHNESS.indexOf(one.state) - FRESHNESS.indexOf(two.state));
  return { state: reasons[0]?.state ?? "fresh", reasons };
}
