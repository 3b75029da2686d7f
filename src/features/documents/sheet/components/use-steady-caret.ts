"use client";
import { useLayoutEffect, useRef } from "react";
import { moveSelection } from "./caret-rules";

/** Keeps the caret at its words when the text of a control changes by somebody else's hand. */
export function useSteadyCaret(text: string) {
  const seen = useRef<{ area: HTMLTextAreaElement; text: string; start: number; end: number }>(null);
  useLayoutEffect(() => {
    const last = seen.current;
    if (!last || last.text === text) return;
    const { start, end } = moveSelection(last.text, text, last);
    last.area.setSelectionRange(start, end);
    seen.current = { area: last.area, text, start, end };
  }, [text]);
  return {
    /** The control has the focus; its text and caret are as they are now. */
    note: (area: HTMLTextAreaElement) => {
      seen.current = { area, text: area.value, start: area.selectionStart, end: area.selectionEnd };
    },
    leave: () => {
      seen.current = null;
    },
  };
}
