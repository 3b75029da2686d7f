import type { Metadata } from "next";
import { currentSession } from "@/api/caller";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { WorkspaceSettings } from "@/features/workspaces/components/workspace-settings";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.members.list.queryOptions({ workspaceId }));
  const session = await currentSession();
  return (
    <HydrateClient>
      <WorkspaceSettings ownUserId={session?.userId ?? ""} />
    </HydrateClient>
  );
}
