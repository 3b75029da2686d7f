// Quotes in a text that stands on the page without marks, as versions do: the same words that the server reads, a line for
// each block, chips as their titles.
import { findWords } from "../../quote-rules";

interface ShownText {
  readonly flat: string;
  readonly texts: readonly { readonly node: Text; readonly from: number }[];
}

function shownText(element: HTMLElement): ShownText {
  const texts: { readonly node: Text; readonly from: number }[] = [];
  let flat = "";
  let block: Element | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const around = node.parentElement?.closest("p,li,td,th,pre,h1,h2,h3,h4,h5,h6");
    if (!around || !isWritten(node)) continue;
    if (around !== block) flat += "\n";
    block = around;
    texts.push({ node, from: flat.length });
    flat += node.data;
  }
  return { flat, texts };
}

/** Whether somebody wrote it: not what a chip tells beside its title, nor the claim that is shown from elsewhere. */
function isWritten({ parentElement }: Text): boolean {
  if (parentElement?.closest("[data-claim]")) return false;
  const chip = parentElement?.closest("[data-chip]");
  return !chip || (chip.querySelector("a,bdi")?.contains(parentElement) ?? false);
}

/** The words of a selection. */
export function shownWords(element: HTMLElement, selection: Range): string {
  const { flat, texts } = shownText(element);
  const inside = texts.filter(({ node }) => selection.intersectsNode(node));
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return "";
  const { startContainer, startOffset, endContainer, endOffset } = selection;
  const from = first.from + (first.node === startContainer ? startOffset : 0);
  const to = last.from + (last.node === endContainer ? endOffset : last.node.length);
  return flat.slice(from, to).trim();
}

/** The first place of each quote under an element, by its id; those that aren't found are left out. */
export function shownQuotes(
  element: HTMLElement,
  quotes: readonly { readonly threadId: string; readonly quote: string }[],
): ReadonlyMap<string, Range> {
  const { flat, texts } = shownText(element);
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
