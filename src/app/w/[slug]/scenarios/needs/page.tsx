import type { Metadata } from "next";
import type { SearchParams } from "@/api/document-prefetch";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetchInfinite, trpc } from "@/api/rsc";
import { NeedsPage } from "@/features/scenarios/components/needs-page";
import { readNeedsAddress } from "@/features/scenarios/needs-address-rules";

export const metadata: Metadata = { title: "Needs from scenarios" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  const filter = readNeedsAddress((await searchParams).persona);
  prefetchInfinite(
    trpc.scenarios.needs.infiniteQueryOptions(
      { workspaceId, ...filter },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <NeedsPage />
    </HydrateClient>
  );
}
