import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { SecurityView } from "@/features/accounts/components/account-view";
import { DeleteAccount } from "@/features/workspaces/components/delete-account";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  await requireWorkspace((await params).slug);
  prefetch(trpc.accounts.me.queryOptions());
  prefetch(trpc.accounts.sessions.queryOptions());
  prefetch(trpc.workspaces.ownedAlone.queryOptions());
  return (
    <HydrateClient>
      <SecurityView />
      <DeleteAccount />
    </HydrateClient>
  );
}
