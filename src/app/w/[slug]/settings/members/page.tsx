import type { Metadata } from "next";
import { currentSession } from "@/api/caller";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { MembersView } from "@/features/workspaces/components/members-view";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  prefetch(trpc.members.list.queryOptions({ workspaceId }));
  if (roleMay(role, "member.manage")) prefetch(trpc.invitations.list.queryOptions({ workspaceId }));
  const session = await currentSession();
  return (
    <HydrateClient>
      <MembersView ownUserId={session?.userId ?? ""} />
    </HydrateClient>
  );
}
