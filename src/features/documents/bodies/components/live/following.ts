// Goes where somebody else goes: each tells where the top of their window stands in the text, whoever follows scrolls
// there. A place in the text means the same on a phone and on a desk; a share of the height would not.
import type { Editor } from "@tiptap/core";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import type { BodyProvider } from "./body-provider";
import { type WindowTop, windowTopOf } from "./text-people";

/** Told at most so often, in milliseconds. */
const TELL_EVERY = 250;
/** The page's own bar lies over the window's top. */
const EDGE = 64;

/** Tells the others where this window stands, as it moves. Returns the way to stop. */
export function tellWindowTop(editor: Editor, provider: BodyProvider): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    timer = undefined;
    if (!editor.isDestroyed) provider.setAwarenessField("top", topOf(editor));
  };
  const onScroll = () => {
    timer ??= setTimeout(tell, TELL_EVERY);
  };
  onScroll();
  window.addEventListener("scroll", onScroll, { passive: true });
  window.addEventListener("resize", onScroll, { passive: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener("scroll", onScroll);
    window.removeEventListener("resize", onScroll);
  };
}

function topOf(editor: Editor): WindowTop | null {
  const { view } = editor;
  const box = view.dom.getBoundingClientRect();
  const y = Math.min(Math.max(EDGE, box.top + 1), box.bottom - 1);
  const found = view.posAtCoords({ left: box.left + 24, top: y });
  const sync = ySyncPluginKey.getState(view.state);
  if (!found || !sync?.binding) return null;
  const at = absolutePositionToRelativePosition(found.pos, sync.type, sync.binding.mapping);
  return { at: Y.relativePositionToJSON(at), offset: Math.round(view.coordsAtPos(found.pos).top - EDGE) };
}

/** Keeps this window where the other's is, until one acts oneself. Returns the way to stop. */
export function follow(editor: Editor, provider: BodyProvider, personId: string, onEnd: () => void): () => void {
  const { awareness } = provider;
  let last = "";
  const look = () => {
    const top = windowTopOf(provider, personId);
    const now = JSON.stringify(top);
    if (now === last) return;
    last = now;
    if (top) scrollTo(editor, top);
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key !== "Tab" && key !== "Shift") onEnd();
  };
  const acts = ["wheel", "touchmove", "pointerdown"] as const;
  look();
  awareness?.on("change", look);
  for (const act of acts) window.addEventListener(act, onEnd, { passive: true });
  window.addEventListener("keydown", onKeyDown, true);
  return () => {
    awareness?.off("change", look);
    for (const act of acts) window.removeEventListener(act, onEnd);
    window.removeEventListener("keydown", onKeyDown, true);
  };
}

function scrollTo({ view }: Editor, { at, offset }: WindowTop): void {
  const sync = ySyncPluginKey.getState(view.state);
  if (!sync?.binding) return;
  const place = Y.createRelativePositionFromJSON(at);
  const pos = relativePositionToAbsolutePosition(sync.doc, sync.type, place, sync.binding.mapping);
  if (pos === null) return;
  const { top } = view.coordsAtPos(Math.min(pos, view.state.doc.content.size));
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: top - EDGE - offset, behavior: isCalm ? "instant" : "smooth" });
}
