"use client";
import { type RefObject, useEffect, useEffectEvent } from "react";
import type { Presented } from "../room-contract";
import { placeAtTop, scrollToPlace } from "./scroll-place";

/** The presenter's moves are told so often, in milliseconds. */
const TELL = 120;
const SCROLL_KEYS: readonly string[] = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "];

/** Tells where one is in the document while one presents. */
export function usePresenting(
  scroller: RefObject<HTMLElement | null>,
  isPresenting: boolean,
  tell: (at: Presented) => void,
): void {
  const told = useEffectEvent(tell);
  useEffect(() => {
    if (!isPresenting) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = "";
    const look = () => {
      timer = undefined;
      if (!scroller.current) return;
      const at = placeAtTop(scroller.current);
      const said = JSON.stringify(at);
      if (said === last) return;
      last = said;
      told(at);
    };
    const onScroll = () => {
      timer ??= setTimeout(look, TELL);
    };
    // Whichever scrolls: the column or the window.
    document.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, [scroller, isPresenting]);
}

/** Keeps the document where the presenter is; scrolling oneself leaves. */
export function useFollowing(
  scroller: RefObject<HTMLElement | null>,
  followed: { readonly isFollowing: boolean; readonly at: Presented | null; readonly isReady: boolean },
  onLeave: () => void,
): void {
  const { isFollowing, at, isReady } = followed;
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    if (!isFollowing || !at || !isReady || !scroller.current) return;
    scrollToPlace(scroller.current, at);
  }, [scroller, isFollowing, at, isReady]);
  useEffect(() => {
    const column = scroller.current;
    if (!isFollowing || !column) return;
    const onKey = ({ key, target }: KeyboardEvent) => {
      const isTyping = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
      if (SCROLL_KEYS.includes(key) && !isTyping && !(key === " " && target instanceof HTMLButtonElement)) leave();
    };
    const onPointer = (event: PointerEvent) => {
      // The bar at the side stands outside of what the column shows.
      if (event.target === column && event.offsetX >= column.clientWidth) leave();
    };
    const onMove = () => leave();
    column.addEventListener("wheel", onMove, { passive: true });
    column.addEventListener("touchmove", onMove, { passive: true });
    column.addEventListener("keydown", onKey);
    column.addEventListener("pointerdown", onPointer);
    return () => {
      column.removeEventListener("wheel", onMove);
      column.removeEventListener("touchmove", onMove);
      column.removeEventListener("keydown", onKey);
      column.removeEventListener("pointerdown", onPointer);
    };
  }, [scroller, isFollowing]);
}
