"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay } from "@/shared/local-day";
import type { PillTone } from "@/ui/pill";
import { useTurning } from "@/ui/use-turning";
import {
  type FreshnessState,
  freshnessOf,
  freshnessWords,
  type Judged,
  type ReasonSentence,
  reasonSentences,
  turningMoments,
} from "../freshness-rules";

const TONES: Readonly<Record<FreshnessState, PillTone>> = {
  never: "plain",
  overdue: "stale",
  contradicted: "stale",
  drifting: "stale",
  due: "due",
  fresh: "fresh",
};

interface ShownFreshness {
  readonly state: FreshnessState;
  readonly tone: PillTone;
  readonly words: string;
  readonly reasons: readonly ReasonSentence[];
}

/** How far a document can be relied on now, in the reader's words; it turns when its time has come. */
export function useFreshness(judged: Judged): ShownFreshness {
  const { timeZone } = useWorkspace();
  const now = new Date(useTurning(turningMoments(judged.facts), timeZone));
  const freshness = freshnessOf(judged, now);
  return {
    state: freshness.state,
    tone: TONES[freshness.state],
    words: freshnessWords(freshness, judged.facts, localDay(now.getTime(), timeZone)),
    reasons: reasonSentences(judged, now, timeZone),
  };
}
