import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { EventsPage } from "@/features/reminders/events/components/events-page";

export const metadata: Metadata = { title: "Business events" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.businessEvents.list.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <EventsPage />
    </HydrateClient>
  );
}
