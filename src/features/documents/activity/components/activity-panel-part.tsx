"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { SkeletonRows } from "@/ui/skeleton";
import { ActivityDays } from "./activity-days";

export function ActivityPanelPart({ documentId }: { readonly documentId: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const feed = useInfiniteQuery(
    trpc.activities.list.infiniteQueryOptions(
      { workspaceId, documentId },
      // Others' edits aren't told to the feed one by one: it is read anew whenever it is looked at.
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  if (feed.isPending) return <SkeletonRows label="Loading the activity…" rows={4} />;
  return <ActivityDays feed={feed} isAlone />;
}
