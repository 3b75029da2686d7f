// Where one is in a document: the block at the top edge and how far it has gone past it, which is the same place on a
// screen of any width.
import type { Presented } from "../room-contract";

/** What scrolls the blocks: an element of its own where there is room for columns, else the window. */
function edgeOf(scroller: HTMLElement): number {
  return isOwnScroller(scroller) ? scroller.getBoundingClientRect().top : BELOW_TOP_BAR;
}

const BELOW_TOP_BAR = 64;

function isOwnScroller(scroller: HTMLElement): boolean {
  return getComputedStyle(scroller).overflowY === "auto";
}

export function placeAtTop(scroller: HTMLElement): Presented {
  const edge = edgeOf(scroller);
  let found: Presented = { block: null, offset: 0 };
  for (const block of scroller.querySelectorAll<HTMLElement>("[data-block]")) {
    // Folded away.
    if (block.offsetParent === null) continue;
    const offset = Math.round(edge - block.getBoundingClientRect().top);
    // One that begins just below the edge is the one that is read.
    if (offset < -24 && found.block !== null) break;
    if (offset < -24) continue;
    found = { block: block.dataset.block ?? null, offset };
  }
  return found;
}

export function scrollToPlace(scroller: HTMLElement, { block, offset }: Presented): void {
  const target = isOwnScroller(scroller) ? scroller : document.documentElement;
  if (block === null) {
    target.scrollTo({ top: 0, behavior: "instant" });
    return;
  }
  const element = scroller.querySelector<HTMLElement>(`[data-block="${CSS.escape(block)}"]`);
  if (!element) return;
  // The presenter has unfolded what it stands in.
  const folded = element.parentElement?.closest("details");
  if (folded) folded.open = true;
  const top = element.getBoundingClientRect().top - edgeOf(scroller) + offset;
  target.scrollBy({ top, behavior: "instant" });
}
