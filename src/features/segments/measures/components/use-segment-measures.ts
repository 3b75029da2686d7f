"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";

/** Milliseconds between looks while a measure is being made; who has the page open is also told when it is there. */
const LOOK = 2_000;

/** What was measured of a version, the current one where none is named. */
export function useSegmentMeasures(documentId: string, version: number | null) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  return useQuery(
    trpc.segments.measures.queryOptions(
      { workspaceId, documentId, version },
      { refetchInterval: ({ state }) => (state.data?.isPending ? LOOK : false) },
    ),
  );
}
