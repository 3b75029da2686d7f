"use client";
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useState } from "react";

const STEPS: Readonly<Record<string, 1 | -1>> = { n: 1, p: -1 };
const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

function takesKeys(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
}

/**
 * Goes from change to change: Alt with an arrow from anywhere on the page, n and p while the focus is in the
 * comparison, so that single keys do nothing to people who speak them by accident.
 */
export function useChangeJump(region: RefObject<HTMLElement | null>) {
  const [at, setAt] = useState<number | null>(null);

  const jump = (step: 1 | -1) => {
    const all = [...(region.current?.querySelectorAll<HTMLElement>("[data-change]") ?? [])];
    if (all.length === 0) return;
    const focused = all.findIndex((one) => one.contains(document.activeElement));
    const from = focused >= 0 ? focused : (at ?? (step === 1 ? -1 : 0));
    const next = (from + step + all.length) % all.length;
    setAt(next);
    // Rows far away have no height yet: the first look lays them out, the second finds their place.
    all[next]?.focus({ preventScroll: true });
    all[next]?.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => all[next]?.scrollIntoView({ block: "center" }));
  };

  const onAnyKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (!step || !event.altKey || event.ctrlKey || event.metaKey || takesKeys(event.target)) return;
    event.preventDefault();
    jump(step);
  });
  useEffect(() => {
    window.addEventListener("keydown", onAnyKey);
    return () => window.removeEventListener("keydown", onAnyKey);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || takesKeys(event.target)) return;
    event.preventDefault();
    jump(step);
  };
  return { at, jump, onKeyDown };
}
