import type { Metadata } from "next";
import { currentSession } from "@/api/caller";
import { readInvitation } from "@/api/read-invitation";
import { InvitationGone, InvitationView } from "@/features/workspaces/components/invitation-view";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ params }: { readonly params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await readInvitation(token);
  if (!invitation) return <InvitationGone />;
  return <InvitationView token={token} invitation={invitation} signedInAs={(await currentSession())?.email ?? null} />;
}
