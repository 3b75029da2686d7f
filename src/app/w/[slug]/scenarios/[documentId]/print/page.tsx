import type { Metadata } from "next";
import { prefetchPrint, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ScenarioPrintPage } from "@/features/scenarios/components/scenario-print-page";

export const metadata: Metadata = { title: "Scenario, to be printed" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  const isDraft = await prefetchPrint(slug, "scenarios", documentId, searchParams);
  return (
    <HydrateClient>
      <ScenarioPrintPage documentId={documentId} isDraft={isDraft} />
    </HydrateClient>
  );
}
