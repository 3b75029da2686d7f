"use client";
import { useEffect, useRef, useState } from "react";
import { isSameText } from "../../drafts/components/undo-stack";

/** Who types at least so often goes on typing, in milliseconds. */
const STILL_TYPING = 1_000;

/**
 * Text of a control while somebody types in it. What comes back from the server is trimmed and folded; showing that
 * under the cursor would eat a space just typed, so one's own words stay as they were typed until the control is left.
 * What somebody else writes there meanwhile is shown once one pauses: the last one to write wins, and both see it.
 */
export function useTypedText(stored: string, save: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isTyping, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const rest = () => {
    clearTimeout(timer.current);
    setTyping(false);
  };
  const isOwn = typed !== null && (isTyping || isSameText(typed, stored));
  const hold = () => {
    setTyping(true);
    clearTimeout(timer.current);
  };
  const goOn = () => {
    hold();
    timer.current = setTimeout(() => setTyping(false), STILL_TYPING);
  };
  return {
    text: isOwn ? typed : stored,
    type: (text: string) => {
      setTyped(text);
      goOn();
      save(text);
    },
    /** While an input method composes, nothing may change under it. */
    compose: (isComposing: boolean) => (isComposing ? hold() : goOn()),
    /** What is stored is shown from now on, such as after undoing. */
    yield: rest,
    leave: () => {
      rest();
      setTyped(null);
    },
  };
}
