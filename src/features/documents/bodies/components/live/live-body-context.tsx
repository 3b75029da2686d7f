"use client";
// Which document's prose may be written together on this page, and what is known of it. None where prose is only read,
// such as in a version.
import { createContext, type ReactNode, use, useMemo, useState, useSyncExternalStore } from "react";
import { LiveBodyStore, type LiveBodyView } from "./live-body-store";

export interface LivePage {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly personId: string;
  readonly mayWrite: boolean;
  readonly store: LiveBodyStore;
}

const LivePageContext = createContext<LivePage | null>(null);

interface LiveBodyProviderProps extends Omit<LivePage, "store"> {
  /** The page shows a draft; otherwise nothing is live. */
  readonly isDraft: boolean;
  readonly children: ReactNode;
}

export function LiveBodyProvider({
  workspaceId,
  documentId,
  personId,
  mayWrite,
  isDraft,
  children,
}: LiveBodyProviderProps) {
  const [store] = useState(() => new LiveBodyStore());
  const page = useMemo(
    () => (isDraft ? { workspaceId, documentId, personId, mayWrite, store } : null),
    [workspaceId, documentId, personId, mayWrite, isDraft, store],
  );
  return <LivePageContext value={page}>{children}</LivePageContext>;
}

export function useLivePage(): LivePage | null {
  return use(LivePageContext);
}

const DESERTED = new LiveBodyStore();

/** The page's store, of a page that has no live body as well. */
export function useLiveBodyStore(): LiveBodyStore {
  return use(LivePageContext)?.store ?? DESERTED;
}

/** A part of what is known of the page's live body; renders again only when that part is another one. */
export function useLiveBodyPart<T>(select: (view: LiveBodyView) => T): T {
  const store = useLiveBodyStore();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.read()),
    () => select(DESERTED.read()),
  );
}
