import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { WebhooksView } from "@/features/reminders/webhooks/components/webhooks-view";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedures refuse as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "workspace.configure")) notFound();
  prefetch(trpc.webhooks.list.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <WebhooksView />
    </HydrateClient>
  );
}
