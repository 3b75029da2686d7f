import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { ProfileView } from "@/features/accounts/components/account-view";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage({ params }: { readonly params: Promise<{ slug: string }> }) {
  await requireWorkspace((await params).slug);
  prefetch(trpc.accounts.me.queryOptions());
  return (
    <HydrateClient>
      <ProfileView />
    </HydrateClient>
  );
}
