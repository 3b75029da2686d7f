"use client";
import { useState } from "react";
import type { TypedComment } from "../thread-rules";

const EMPTY: TypedComment = { text: "", people: [] };

function storageKey(key: string): string {
  return `dramatis:comment:${key}`;
}

function read(key: string): TypedComment | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey(key)) ?? "null");
    // Written below alone, by this version or one before; what doesn't fit is not worth more than nothing.
    return kept !== null && typeof kept === "object" && "text" in kept && "people" in kept
      ? (kept as TypedComment)
      : null;
  } catch {
    return null;
  }
}

/** Words that were not sent yet, kept for as long as the tab lives: also when what they stand in is closed. */
export function useCommentDraft(key: string, start: TypedComment = EMPTY) {
  const [typed, setTyped] = useState(() => read(key) ?? start);
  return {
    typed,
    write(next: TypedComment) {
      setTyped(next);
      try {
        sessionStorage.setItem(storageKey(key), JSON.stringify(next));
      } catch {
        // Full or forbidden: the words are on the screen all the same.
      }
    },
    clear() {
      setTyped(EMPTY);
      try {
        sessionStorage.removeItem(storageKey(key));
      } catch {
        // As above.
      }
    },
  };
}
