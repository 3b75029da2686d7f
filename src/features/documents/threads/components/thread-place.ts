// Where a place is on the screen. The sheet is drawn by its kind; the mark beside a field or claim tells the place.

/** The mark beside a field or claim; null where the sheet shows no such place. */
export function findMark(place: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-thread-place="${CSS.escape(place)}"]`);
}

/** The words that a thread is on, the first where they stand more than once; null where the page shows none. */
function findThreadWords(threadId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.live-body [data-thread="${CSS.escape(threadId)}"]`);
}

/**
 * Something that stays, for windows to lie beside, put where words are now: their own elements are made anew whenever
 * the text changes.
 */
export function anchorAt(words: Element | DOMRect, within: Element): HTMLElement | null {
  const anchor = within.querySelector<HTMLElement>("[data-words-anchor]");
  const around = anchor?.offsetParent?.getBoundingClientRect();
  if (!anchor || !around) return null;
  const { left, top, height } = words instanceof Element ? words.getBoundingClientRect() : words;
  anchor.style.left = `${Math.round(left - around.left)}px`;
  anchor.style.top = `${Math.round(top - around.top)}px`;
  anchor.style.height = `${Math.round(height)}px`;
  return anchor;
}

const GLOW_MS = 2_400;

/** Brings the place into view and lets it glow for a moment. False when the sheet doesn't show it. */
export function showPlace(place: string): boolean {
  const mark = findMark(place);
  const shown =
    mark?.closest<HTMLElement>("li") ??
    document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`) ??
    mark?.parentElement;
  if (!shown) return false;
  glowAt(shown);
  return true;
}

/** Brings the words of a thread into view and lets them glow. Answers what a window may lie beside; null where the page shows none. */
export function showThreadWords(threadId: string): HTMLElement | null {
  const words = findThreadWords(threadId);
  if (words) glowAt(words);
  const text = words?.closest("[data-live-text]");
  return words && text ? anchorAt(words, text) : null;
}

function glowAt(shown: HTMLElement): void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  shown.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  const glow = { backgroundColor: "var(--info-soft)", borderRadius: "6px" };
  shown.animate([glow, { ...glow, offset: 0.7 }, { ...glow, backgroundColor: "transparent" }], {
    duration: GLOW_MS,
    easing: "ease-out",
  });
}
