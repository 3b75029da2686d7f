"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { LiveConnection } from "@/features/documents/drafts/components/live-connection";
import type { LiveEvent } from "@/features/documents/drafts/live-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";

/** What somebody types comes as many edits: they are read together, after so many milliseconds. */
const SETTLE = 400;

interface Shown {
  readonly documentId: string;
  /** Of the draft that is shown; null for who sees versions alone. */
  readonly revision: number | null;
}

/** Shows what is written in the document while it is talked about. */
export function useDocumentNews(shown: Shown | undefined): void {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [page] = useState(() => crypto.randomUUID());
  const documentId = shown?.documentId;
  // The stream begins where the page was when it came to the document; what follows is read anew as a whole.
  const [from, setFrom] = useState(shown);
  if (from?.documentId !== documentId) setFrom(shown);
  const revision = from?.revision ?? null;
  useEffect(() => {
    if (documentId === undefined) return;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const readAnew = () => {
      settling ??= setTimeout(() => {
        settling = undefined;
        void queryClient.invalidateQueries({ queryKey: trpc.reviews.roomDocument.pathKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.reviews.packet.queryKey({ workspaceId, documentId }) });
      }, SETTLE);
    };
    const connection = new LiveConnection<LiveEvent>({
      subscribe: (live, handlers) =>
        live.documents.live.subscribe({ workspaceId, documentId, page, revision }, handlers),
      isKeptHidden: true,
      onEvent: (event) => event.type !== "present" && event.type !== "left" && readAnew(),
      onLive: () => {},
      onRefused: readAnew,
    });
    const stop = connection.start();
    return () => {
      clearTimeout(settling);
      stop();
    };
  }, [workspaceId, documentId, page, revision, queryClient, trpc]);
}
