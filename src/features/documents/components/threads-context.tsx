"use client";
// The threads of the document on the screen: how many are open where, and the way to look at them.
import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ThreadWindow } from "./thread-window";
import { useLinkedThread } from "./use-linked-thread";

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
  /** Open threads by place. */
  readonly openAt: ReadonlyMap<string, number>;
  readonly open: number;
  readonly resolved: number;
  show(target: ThreadTarget): void;
}

const ThreadsContext = createContext<ThreadsValue | null>(null);

interface ThreadsProviderProps {
  readonly documentId: string;
  readonly version: number | null;
  readonly children: ReactNode;
}

/** Below it `ThreadMark` works. */
export function ThreadsProvider({ documentId, version, children }: ThreadsProviderProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.threads.places.queryOptions({ workspaceId, documentId }));
  const [target, setTarget] = useState<ThreadTarget | null>(null);
  useLinkedThread(documentId, setTarget);
  const value = useMemo(
    () => ({
      documentId,
      version,
      openAt: new Map(data?.places.map(({ place, open }) => [place, open])),
      open: data?.open ?? 0,
      resolved: data?.resolved ?? 0,
      show: setTarget,
    }),
    [documentId, version, data],
  );
  return (
    <ThreadsContext value={value}>
      {children}
      <ThreadWindow target={target} onTarget={setTarget} />
    </ThreadsContext>
  );
}

/** Null outside of a document's page, such as in a comparison. */
export function useThreads(): ThreadsValue | null {
  return use(ThreadsContext);
}
