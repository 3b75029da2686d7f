"use client";
// On the popover of the browser: it lies above everything, needs no library, and no style that the content security
// policy would refuse.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { placeBeside } from "./place-beside";

const DELAY_MS = 450;

/**
 * Shows `text` when its child is pointed at or reached by keyboard; Escape hides it. For sight only: the child's own
 * name or description must say the same to screen readers.
 */
export function Tooltip({
  text,
  isInstant = false,
  children,
}: {
  readonly text: ReactNode;
  readonly isInstant?: boolean | undefined;
  readonly children: ReactNode;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const [isShown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function show(after: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(true), after);
  }
  function hide() {
    clearTimeout(timer.current);
    setShown(false);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!isShown) return;
    const target = anchor.current?.firstElementChild;
    if (target && bubble.current) {
      bubble.current.showPopover?.();
      placeBeside(bubble.current, target);
    }
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && setShown(false);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isShown]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what happens on its child, which is the control.
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === "mouse" && show(isInstant ? 0 : DELAY_MS)}
      onPointerLeave={hide}
      onFocus={(event) => event.target.matches(":focus-visible") && show(0)}
      onBlur={hide}
      onPointerUp={() => (isInstant ? show(0) : hide())}
    >
      {children}
      {isShown && (
        // The padding spans the gap, so that one can move onto the text to read or enlarge it.
        <span
          ref={bubble}
          popover="manual"
          aria-hidden="true"
          className="fixed inset-auto m-0 w-max max-w-[min(20rem,calc(100vw-1rem))] bg-transparent py-1.5 font-normal"
        >
          <span className="block rounded-s bg-ink px-2 py-1 text-start font-ui text-small font-medium whitespace-normal text-paper shadow-pop">
            {text}
          </span>
        </span>
      )}
    </span>
  );
}
