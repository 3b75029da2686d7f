"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import { findMark, showPlace, showThreadWords } from "./thread-place";
import type { ThreadTarget } from "./threads-context";

/** Takes the thread out of the address, so that the same link opens it again. */
export function forgetLinkedThread(): void {
  const address = new URL(window.location.href);
  if (!address.searchParams.has("thread")) return;
  address.searchParams.delete("thread");
  window.history.replaceState(null, "", address);
}

const PATIENCE_MS = 4_000;

/** The words of a thread once the live text shows them; null where it doesn't in good time, or hasn't any. */
async function threadWords(threadId: string): Promise<HTMLElement | null> {
  const deadline = Date.now() + PATIENCE_MS;
  while (document.querySelector("[data-live-text]") && Date.now() < deadline) {
    const words = showThreadWords(threadId);
    if (words) return words;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
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
      const { place, label, quote, isOrphaned } = thread;
      const words = place !== null && quote !== "" && !isOrphaned ? await threadWords(linked) : null;
      if (place !== null && !words) showPlace(place);
      open({ place, label, threadId: linked, anchor: words ?? (place === null ? null : findMark(place)) });
    } catch (error) {
      toast(refusal(error).message, { tone: "error" });
    }
  });
  useEffect(() => {
    if (threadId) void show(threadId);
  }, [threadId]);
}
