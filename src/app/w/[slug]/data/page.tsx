import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { DataPage } from "@/features/datasets/components/data-page";

export const metadata: Metadata = { title: "Customer data" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.datasets.list.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <DataPage />
    </HydrateClient>
  );
}
