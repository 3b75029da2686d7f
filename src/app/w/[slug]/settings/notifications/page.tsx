import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/api/rsc";
import { PreferencesPage } from "@/features/reminders/preferences/components/preferences-page";

export const metadata: Metadata = { title: "Notifications" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.preferences.read.queryOptions({ workspaceId }));
  prefetchInfinite(
    trpc.deliveries.own.infiniteQueryOptions(
      { workspaceId, limit: 10 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <PreferencesPage />
    </HydrateClient>
  );
}
