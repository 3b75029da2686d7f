import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, need, trpc } from "@/api/rsc";
import { DatasetPage } from "@/features/datasets/components/dataset-page";

interface Props {
  readonly params: Promise<{ slug: string; datasetId: string }>;
  readonly searchParams: Promise<{ snapshot?: string | string[] }>;
}

async function asked({ params, searchParams }: Props) {
  const { slug, datasetId } = await params;
  const { snapshot } = await searchParams;
  const { id: workspaceId } = await requireWorkspace(slug);
  const input = { workspaceId, datasetId, snapshotId: typeof snapshot === "string" ? snapshot : null };
  return { input, dataset: await need(trpc.datasets.read.queryOptions(input)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await asked(props)).dataset.name };
}

export default async function Page(props: Props) {
  const { input } = await asked(props);
  return (
    <HydrateClient>
      <DatasetPage datasetId={input.datasetId} snapshotId={input.snapshotId} />
    </HydrateClient>
  );
}
