"use client";
// Which body a page shows: the stored one, or that of the editor while one is open.
import { useSyncExternalStore } from "react";
import type { Body } from "../../body-rules";

interface ShownBody {
  /** Whoever shows it, so that an editor that goes takes away nobody else's. */
  readonly owner: object;
  readonly body: Body;
  /** Puts the caret into an element of the text. */
  readonly enter: (element: Element) => void;
}

const shown = new Map<string, ShownBody>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function showBody(documentId: string, body: ShownBody): void {
  shown.set(documentId, body);
  tell();
}

export function forgetBody(documentId: string, owner: object): void {
  if (shown.get(documentId)?.owner !== owner) return;
  shown.delete(documentId);
  tell();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The body as it is being written, or as it is stored where no editor is open. */
export function useShownBody(documentId: string, stored: Body): Body {
  const live = useSyncExternalStore(
    subscribe,
    () => shown.get(documentId),
    () => undefined,
  );
  return live ? live.body : stored;
}

/** Leads to the nth part of the text that a selector names, and marks it for a moment. */
export function goToPart(documentId: string, selector: string, nth: number): void {
  const element = document.querySelectorAll<HTMLElement>(`.prose-body ${selector}`)[nth];
  if (!element) return;
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  const live = shown.get(documentId);
  if (live) live.enter(element.querySelector("[data-node-view-content] p") ?? element);
  else {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
  element.dataset.reached = "";
  setTimeout(() => delete element.dataset.reached, 1_500);
}
