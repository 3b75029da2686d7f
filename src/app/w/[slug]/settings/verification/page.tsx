import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { DefaultCadencesView } from "@/features/documents/verification/components/default-cadences";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Verification" };

export default async function VerificationPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "workspace.configure")) notFound();
  prefetch(trpc.verification.defaults.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <DefaultCadencesView />
    </HydrateClient>
  );
}
