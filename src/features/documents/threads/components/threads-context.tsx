"use client";
// The threads of the document on the screen: how many are open where, and the way to look at them.
import { createContext, use } from "react";

/** Words of the prose that somebody selected to say something about. */
export interface SelectedWords {
  /** As they are kept: their beginning, where they are many. */
  readonly quote: string;
  /** All of them, lines as they are. */
  readonly selected: string;
  /** Where they stand in the live text; null where it isn't live. */
  readonly positions: { readonly from: string; readonly to: string } | null;
}

/** What is looked at: one thread, or all at a place. */
export interface ThreadTarget {
  /** Null for the document as a whole. */
  readonly place: string | null;
  /** What the place is called, for who begins a thread there. */
  readonly label: string | null;
  readonly threadId?: string | undefined;
  /** What a new thread is on, rather than on the place as a whole. */
  readonly words?: SelectedWords | undefined;
  /** What it is shown beside; null for the middle of the window. */
  readonly anchor: HTMLElement | null;
  /** Opened in passing, while one writes: the focus stays in the text. */
  readonly isQuiet?: boolean | undefined;
}

interface ThreadsValue {
  readonly documentId: string;
  /** What new threads begin on; null for the draft. */
  readonly version: number | null;
  /** Open threads by place; `threadId` where there is one only. */
  readonly openAt: ReadonlyMap<string, { readonly open: number; readonly threadId: string | null }>;
  readonly open: number;
  readonly resolved: number;
  show(target: ThreadTarget): void;
}

const ThreadsContext = createContext<ThreadsValue | null>(null);
export const ThreadsContextProvider = ThreadsContext.Provider;

/** Null outside of a document's page, such as in a comparison. */
export function useThreads(): ThreadsValue | null {
  return use(ThreadsContext);
}

const ThreadTargetContext = createContext<ThreadTarget | null>(null);
export const ThreadTargetProvider = ThreadTargetContext.Provider;

/** What is looked at right now; null for nothing. Apart from the rest, since it changes more often. */
export function useThreadTarget(): ThreadTarget | null {
  return use(ThreadTargetContext);
}
