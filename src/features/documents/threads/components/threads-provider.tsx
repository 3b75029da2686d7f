"use client";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ThreadWindow } from "./thread-window";
import { ThreadsContextProvider, type ThreadTarget, ThreadTargetProvider } from "./threads-context";
import { forgetLinkedThread, useLinkedThread } from "./use-linked-thread";

interface ThreadsProviderProps {
  readonly documentId: string;
  /** What new threads begin on; null for the draft. */
  readonly version: number | null;
  readonly children: ReactNode;
}

/** Below it `ThreadMark` works, and the thread that the address names is open. */
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
      openAt: new Map(data?.places.map((place) => [place.place, place])),
      open: data?.open ?? 0,
      resolved: data?.resolved ?? 0,
      show: setTarget,
    }),
    [documentId, version, data],
  );
  return (
    <ThreadsContextProvider value={value}>
      <ThreadTargetProvider value={target}>{children}</ThreadTargetProvider>
      <ThreadWindow
        target={target}
        onTarget={(next) => {
          setTarget(next);
          if (!next) forgetLinkedThread();
        }}
      />
    </ThreadsContextProvider>
  );
}
