"use client";
// One clock for all that turns by itself on a page: it wakes at the next moment at which something does, not by the second.
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";
import { spanOfDay } from "@/shared/local-day";

const LONGEST_MS = 2 ** 31 - 1;
const waiting = new Map<() => void, (now: number) => number>();
let timer: ReturnType<typeof setTimeout> | undefined;

function wake(): void {
  for (const turn of [...waiting.keys()]) turn();
  set();
}

function set(): void {
  clearTimeout(timer);
  const now = Date.now();
  const next = Math.min(...[...waiting.values()].map((nextTurn) => nextTurn(now)));
  if (Number.isFinite(next)) timer = setTimeout(wake, Math.min(Math.max(next - now, 0), LONGEST_MS));
}

// Timers stand still while a computer sleeps.
const onSeen = () => document.visibilityState === "visible" && wake();

function listen(turn: () => void, nextTurn: (now: number) => number): () => void {
  if (waiting.size === 0) document.addEventListener("visibilitychange", onSeen);
  waiting.set(turn, nextTurn);
  // After those that mount with it, which then cost one setting of the timer together.
  clearTimeout(timer);
  timer = setTimeout(set, 0);
  return () => {
    waiting.delete(turn);
    if (waiting.size > 0) return;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onSeen);
  };
}

const RenderedAt = createContext<number | null>(null);

/** When the server drew the page, so that the browser begins with the same words. */
export function ClockProvider({ renderedAt, children }: { readonly renderedAt: number; readonly children: ReactNode }) {
  return <RenderedAt value={renderedAt}>{children}</RenderedAt>;
}

/**
 * The last of `moments`, or of the beginnings of days in the zone, that has passed: what holds then holds now. Renders anew
 * when the next one passes. `moments` in milliseconds, in any order.
 */
export function useTurning(moments: readonly number[], timeZone: string): number {
  const renderedAt = useContext(RenderedAt);
  const key = moments.join();
  const subscribe = useCallback(
    (turn: () => void) => {
      const turns = key === "" ? [] : key.split(",").map(Number);
      return listen(turn, (now) => Math.min(spanOfDay(now, timeZone).to, ...turns.filter((at) => at > now)));
    },
    [key, timeZone],
  );
  const lastTurn = (now: number) => Math.max(spanOfDay(now, timeZone).from, ...moments.filter((at) => at <= now));
  return useSyncExternalStore(
    subscribe,
    () => lastTurn(Date.now()),
    () => lastTurn(renderedAt ?? Date.now()),
  );
}
