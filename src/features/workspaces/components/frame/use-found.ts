"use client";
import { useEffect, useEffectEvent, useState } from "react";
import type { FoundItem } from "./frame-props";

export interface Found {
  readonly items: readonly FoundItem[];
  readonly state: "idle" | "asking" | "answered" | "failed";
}

const NOTHING: Found = { items: [], state: "idle" };
const PAUSE_MS = 120;

/** Asks when the typing pauses; an answer to an earlier text is dropped. What was found stays until the next answer. */
export function useFound(text: string, search: ((text: string) => Promise<readonly FoundItem[]>) | undefined): Found {
  const [found, setFound] = useState(NOTHING);
  const canAsk = search !== undefined;
  // The function is often new on each render, which is no reason to ask once more.
  const ask = useEffectEvent((wanted: string) => search?.(wanted) ?? Promise.resolve([]));

  useEffect(() => {
    if (!canAsk || text === "") {
      setFound(NOTHING);
      return;
    }
    let isCurrent = true;
    setFound(({ items }) => ({ items, state: "asking" }));
    const timer = setTimeout(() => {
      ask(text).then(
        (items) => isCurrent && setFound({ items, state: "answered" }),
        () => isCurrent && setFound({ items: [], state: "failed" }),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, canAsk]);

  return found;
}
