import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { ImportPage } from "@/features/datasets/importing/components/import-page";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Import customer data" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ id?: string | string[]; into?: string | string[] }>;
}

export default async function Page({ params, searchParams }: Props) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedures refuse as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "data.import")) notFound();
  const { id, into } = await searchParams;
  prefetch(trpc.datasets.list.queryOptions({ workspaceId }));
  prefetch(trpc.policies.newDatasetDays.queryOptions({ workspaceId }));
  return (
    <HydrateClient>
      <ImportPage importId={typeof id === "string" ? id : null} into={typeof into === "string" ? into : null} />
    </HydrateClient>
  );
}
