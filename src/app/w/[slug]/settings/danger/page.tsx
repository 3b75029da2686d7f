import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { DangerZone } from "@/features/workspaces/components/danger-zone";

export const metadata: Metadata = { title: "Danger zone" };

export default async function DangerPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.members.list.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <DangerZone />
    </HydrateClient>
  );
}
