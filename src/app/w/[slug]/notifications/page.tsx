import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/api/rsc";
import { NotificationsPage } from "@/features/notifications/components/notifications-page";

export const metadata: Metadata = { title: "Notifications" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.notifications.unread.queryOptions({ workspaceId }));
  prefetchInfinite(
    trpc.notifications.list.infiniteQueryOptions(
      { workspaceId, show: "all" },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <NotificationsPage />
    </HydrateClient>
  );
}
