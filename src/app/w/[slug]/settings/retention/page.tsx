import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { DatasetRetentions } from "@/features/datasets/privacy/components/dataset-retentions";
import { KeptForGood, RetentionForm } from "@/features/workspaces/components/retention-form";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Data retention" };

export default async function DataretentionPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedures refuse as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "workspace.configure")) notFound();
  prefetch(trpc.policies.retention.queryOptions({ workspaceId }));
  prefetch(trpc.datasets.list.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <RetentionForm />
      <DatasetRetentions />
      <KeptForGood />
    </HydrateClient>
  );
}
