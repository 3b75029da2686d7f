import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetchInfinite, trpc } from "@/api/rsc";
import { DeliveryLog } from "@/features/reminders/delivery/components/delivery-log";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Deliveries" };

export default async function DeliveriesPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "workspace.configure")) notFound();
  prefetchInfinite(
    trpc.deliveries.list.infiniteQueryOptions({ workspaceId }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <HydrateClient>
      <DeliveryLog />
    </HydrateClient>
  );
}
