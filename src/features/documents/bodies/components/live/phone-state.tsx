"use client";
import clsx from "clsx";
import { useLiveWords } from "./use-live-words";

const SHORT = { saved: "Saved", saving: "Saving…", offline: "Offline, kept here", unsaved: "Not saved" };
const LOOK = { saved: "text-ink-3", saving: "text-ink-3", offline: "text-due", unsaved: "text-stale" };

/** The state of the text where the page's head scrolls away. Read aloud is the head's. */
export function PhoneState() {
  const words = useLiveWords();
  if (!words) return null;
  return (
    <div aria-hidden="true" className="live-phone-state pointer-events-none sticky top-1.5 z-10 h-0 sm:hidden">
      <span
        className={clsx(
          "absolute end-0 top-0 rounded-full border bg-paper px-2 text-label shadow-card",
          LOOK[words.state],
        )}
      >
        {SHORT[words.state]}
      </span>
    </div>
  );
}
