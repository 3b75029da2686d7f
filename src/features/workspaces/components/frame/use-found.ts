"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { FoundItem, WorkspaceFrameProps } from "./frame-props";

export interface Found {
  readonly items: readonly FoundItem[];
  /** The text that the items answer. */
  readonly text: string;
  readonly state: "asking" | "answered" | "failed";
}

const NOTHING: Found = { items: [], text: "", state: "asking" };
const PAUSE_MS = 120;

/**
 * Asks when the typing pauses, at once for what is recent. A question that a later one overtakes is called back. What
 * was found stays until the next answer.
 */
export function useFound(text: string, search: WorkspaceFrameProps["search"]): Found {
  const [found, setFound] = useState(NOTHING);
  const canAsk = search !== undefined;
  // The function is often new on each render, which is no reason to ask once more.
  const ask = useEffectEvent((signal: AbortSignal) => search?.(text, signal) ?? Promise.resolve([]));

  useEffect(() => {
    if (!canAsk) return;
    const overtaken = new AbortController();
    setFound((before) => ({ ...before, state: "asking" }));
    const timer = setTimeout(
      () => {
        ask(overtaken.signal).then(
          (items) => !overtaken.signal.aborted && setFound({ items, text, state: "answered" }),
          () => !overtaken.signal.aborted && setFound({ items: [], text, state: "failed" }),
        );
      },
      text === "" ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      overtaken.abort();
    };
  }, [text, canAsk]);

  return found;
}
