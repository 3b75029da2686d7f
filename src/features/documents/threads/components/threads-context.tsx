"use client";
// The threads of the document on the screen: how many are open where, and the way to look at them.
import { createContext, use } from "react";

/** What is looked at: one thread, or all at a place. */
export interface ThreadTarget {
  /** Null for the document as a whole. */
  readonly place: string | null;
  /** What the place is called, for who begins a thread there. */
  readonly label: string | null;
  readonly threadId?: string | undefined;
  /** What it is shown beside; null for the middle of the window. */
  readonly anchor: HTMLElement | null;
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
