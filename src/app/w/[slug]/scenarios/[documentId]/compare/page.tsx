import type { Metadata } from "next";
import { prefetchComparison, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ScenarioComparePage } from "@/features/scenarios/components/scenario-views";

export const metadata: Metadata = { title: "Scenario, compared" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  await prefetchComparison(slug, "scenarios", documentId, searchParams);
  return (
    <HydrateClient>
      <ScenarioComparePage documentId={documentId} />
    </HydrateClient>
  );
}
