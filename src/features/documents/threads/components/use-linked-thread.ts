"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { findMark, showPlace } from "./thread-place";
import type { ThreadTarget } from "./threads-context";

/** Takes the thread out of the address, so that the same link opens it again. */
export function forgetLinkedThread(): void {
  const address = new URL(window.location.href);
  if (!address.searchParams.has("thread")) return;
  address.searchParams.delete("thread");
  window.history.replaceState(null, "", address);
}

/** Opens the thread that the address names, at its place where that is still there. */
export function useLinkedThread(documentId: string, open: (target: ThreadTarget) => void): void {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const threadId = useSearchParams().get("thread");

  const show = useEffectEvent(async (linked: string) => {
    try {
      const thread = await queryClient.fetchQuery(
        trpc.threads.get.queryOptions({ workspaceId, documentId, threadId: linked }),
      );
      const { place, label } = thread;
      if (place !== null) showPlace(place);
      open({ place, label, threadId: linked, anchor: place === null ? null : findMark(place) });
    } catch (error) {
      toast(refusal(error).message, { tone: "error" });
    }
  });
  useEffect(() => {
    if (threadId) void show(threadId);
  }, [threadId]);
}
