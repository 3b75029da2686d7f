"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";

/** Reads threads and feeds again, after something was said. */
export function useThreadsRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.threads.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.activities.pathKey() }),
    ]);
  };
}
