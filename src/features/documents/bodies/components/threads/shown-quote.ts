// Quotes in a text that stands on the page without marks, as versions do.
import { findWords } from "../../quote-rules";

/** The first place of each quote under an element, by its id; those that aren't found are left out. */
export function shownQuotes(
  element: HTMLElement,
  quotes: readonly { readonly threadId: string; readonly quote: string }[],
): ReadonlyMap<string, Range> {
  const texts: { readonly node: Text; readonly from: number }[] = [];
  let flat = "";
  let block: Element | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const around = node.parentElement?.closest("p,li,td,th,pre,h1,h2,h3,h4,h5,h6,figcaption") ?? null;
    if (around !== block) flat += "\n";
    block = around;
    texts.push({ node, from: flat.length });
    flat += node.data;
  }
  const at = (offset: number): [Text, number] | null => {
    const text = texts.findLast(({ from }) => from <= offset);
    return text ? [text.node, Math.min(offset - text.from, text.node.length)] : null;
  };
  const found = new Map<string, Range>();
  for (const { threadId, quote } of quotes) {
    const [first] = findWords(flat, quote);
    const start = first && at(first.from);
    const end = first && at(first.to - 1);
    if (!start || !end) continue;
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(end[0], Math.min(end[1] + 1, end[0].length));
    found.set(threadId, range);
  }
  return found;
}

/** Of the ranges those that a point of the window lies in. */
export function rangesAt(ranges: ReadonlyMap<string, Range>, x: number, y: number): readonly string[] {
  const isIn = (range: Range) =>
    [...range.getClientRects()].some(
      ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
    );
  return [...ranges].filter(([, range]) => isIn(range)).map(([threadId]) => threadId);
}
