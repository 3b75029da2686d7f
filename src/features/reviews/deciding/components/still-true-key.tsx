"use client";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Kbd } from "@/ui/kbd";

const NAME = "dramatis.still-true-key";
const OFF = "off";
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== OFF;
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, OFF);
  } catch {
    // Without storage it stays as it is.
  }
  for (const listener of listeners) listener();
}

const KEPT_OUT = "input, textarea, select, [contenteditable], [role=dialog], [role=menu]";

/** T says that it is still true, unless one is typing. It can be turned off for who speaks to their computer. */
export function useStillTrueKey(onPress: () => void) {
  const on = useSyncExternalStore(subscribe, isOn, () => true);
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    if (!on) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "t" || event.repeat || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(KEPT_OUT)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [on]);
  return { isOn: on, onTurn: remember };
}

interface StillTrueKeyProps {
  readonly isOn: boolean;
  readonly onTurn: (on: boolean) => void;
}

export function StillTrueKey({ isOn: on, onTurn }: StillTrueKeyProps) {
  return (
    <p className="text-small text-ink-3">
      {on ? (
        <>
          <Kbd keys={["T"]} /> says that it is still true.
        </>
      ) : (
        "The key T does nothing."
      )}{" "}
      <button
        type="button"
        className="min-h-6 underline decoration-line-strong underline-offset-4 hover:text-ink"
        onClick={() => onTurn(!on)}
      >
        {on ? "Turn the key off" : "Turn the key on"}
      </button>
    </p>
  );
}
