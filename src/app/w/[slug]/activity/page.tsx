import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/api/rsc";
import { ActivityPage } from "@/features/documents/activity/components/activity-page";

export const metadata: Metadata = { title: "Activity" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.members.list.queryOptions({ workspaceId }));
  prefetchInfinite(
    trpc.activities.list.infiniteQueryOptions({ workspaceId }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <HydrateClient>
      <ActivityPage />
    </HydrateClient>
  );
}
