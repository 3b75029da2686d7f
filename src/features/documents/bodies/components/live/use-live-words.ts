"use client";
import { useEffect, useState } from "react";
import { useLiveBodyPart } from "./live-body-context";
import { LONG_UNSAVED, liveWords, triesOnReturn } from "./live-state-rules";

/** Somebody who types would see the state change with every letter: "Saving" stays as long as this after the last. */
const REST = 600;

interface ShownLiveWords {
  readonly state: "saved" | "saving" | "offline" | "unsaved";
  readonly reason: string | undefined;
  /** Trying again makes no difference. */
  readonly isFinal: boolean;
  readonly tryNow: () => void;
}

/** What the page says about its live text; null where there is nothing to say. */
export function useLiveWords(): ShownLiveWords | null {
  const state = useLiveBodyPart((view) => view.state);
  const acts = useLiveBodyPart((view) => view.acts);
  const [now, setNow] = useState(0);
  const unsavedSince = state?.unsavedSince ?? null;
  useEffect(() => {
    if (unsavedSince === null) return;
    const timer = setTimeout(() => setNow(Date.now()), unsavedSince + LONG_UNSAVED - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [unsavedSince]);
  const isSaving = useLonger(unsavedSince !== null, REST);
  const words = state && liveWords(state, now);
  if (!state || !words) return null;
  return {
    state: words.state === "saved" && isSaving ? "saving" : words.state,
    reason: words.reason || undefined,
    isFinal: (state.link === "ended" && !triesOnReturn(state)) || state.isDenied,
    tryNow: acts?.tryNow ?? (() => {}),
  };
}

/** True at once, and false only when it has been so for a while. */
function useLonger(is: boolean, rest: number): boolean {
  const [was, setWas] = useState(is);
  if (is && !was) setWas(true);
  useEffect(() => {
    if (is) return;
    const timer = setTimeout(() => setWas(false), rest);
    return () => clearTimeout(timer);
  }, [is, rest]);
  return was;
}
