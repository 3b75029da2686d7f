import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { PolicyForm } from "@/features/workspaces/components/policy-form";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Policy" };

export default async function PolicyPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "workspace.configure")) notFound();
  prefetch(trpc.policies.approval.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <PolicyForm />
    </HydrateClient>
  );
}
