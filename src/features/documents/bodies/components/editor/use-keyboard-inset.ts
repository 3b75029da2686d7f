import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  const viewport = window.visualViewport;
  viewport?.addEventListener("resize", listener);
  viewport?.addEventListener("scroll", listener);
  return () => {
    viewport?.removeEventListener("resize", listener);
    viewport?.removeEventListener("scroll", listener);
  };
}

function inset(): number {
  const viewport = window.visualViewport;
  // Whoever zooms in sees a part of the page: then there is no keyboard to be told from it.
  if (!viewport || viewport.scale > 1.01) return 0;
  return Math.max(0, Math.round(window.innerHeight - viewport.height - viewport.offsetTop));
}

/** Pixels at the bottom of the window that the keyboard of a touch screen lies over. */
export function useKeyboardInset(): number {
  return useSyncExternalStore(subscribe, inset, () => 0);
}
