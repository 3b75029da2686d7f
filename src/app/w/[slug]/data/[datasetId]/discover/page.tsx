import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, need, trpc } from "@/api/rsc";
import { DiscoverPage } from "@/features/segments/discovery/components/discover-page";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Find groups" };

interface Props {
  readonly params: Promise<{ slug: string; datasetId: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, datasetId } = await params;
  const { id: workspaceId, role } = await requireWorkspace(slug);
  // The questions refuse as well; this only spares a reader the way to a refusal.
  if (!roleMay(role, "draft.read")) notFound();
  await need(trpc.datasets.read.queryOptions({ workspaceId, datasetId, snapshotId: null }));
  return (
    <HydrateClient>
      <DiscoverPage datasetId={datasetId} />
    </HydrateClient>
  );
}
