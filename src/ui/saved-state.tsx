"use client";
import { Check, CircleAlert, CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import { LiveRegion } from "./live-region";
import { Spinner } from "./spinner";

export type SaveState = "saved" | "saving" | "offline" | "unsaved";

const WORDS: Record<SaveState, string> = {
  saved: "Saved",
  saving: "Saving…",
  offline: "Offline, kept on this device",
  unsaved: "Not saved",
};

/** Long enough that somebody who types hears "Saved" when they rest, not after every word. */
const QUIET_MS = 1500;

/**
 * Whether what one sees is stored. "unsaved" comes with the reason and a way to try again; "offline" is stored in this
 * browser and goes out by itself.
 */
export function SavedState({
  state,
  reason,
  onRetry,
}: {
  readonly state: SaveState;
  readonly reason?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  const [spoken, setSpoken] = useState("");
  const words = reason ? `${WORDS[state].replace("…", "")}. ${reason}` : WORDS[state];

  useEffect(() => {
    if (state === "saving") {
      setSpoken("");
      return;
    }
    const timer = setTimeout(() => setSpoken(words), state === "unsaved" ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [state, words]);

  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-small text-ink-3" data-state={state}>
      {state === "saving" && <Spinner className="size-3" />}
      {state === "saved" && <Check aria-hidden="true" className="size-3.5" />}
      {state === "offline" && <CloudOff aria-hidden="true" className="size-3.5 shrink-0 text-due" />}
      {state === "unsaved" && <CircleAlert aria-hidden="true" className="size-3.5 shrink-0 text-stale" />}
      <span
        aria-hidden="true"
        className={state === "unsaved" ? "text-stale" : state === "offline" ? "text-due" : undefined}
      >
        {words}
      </span>
      {(state === "unsaved" || state === "offline") && onRetry && (
        <button type="button" onClick={onRetry} className="min-h-6 rounded-[2px] px-1 font-strong text-ink underline">
          Try again
        </button>
      )}
      <LiveRegion>{spoken}</LiveRegion>
    </span>
  );
}
