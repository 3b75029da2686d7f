import type { Metadata } from "next";
import { prefetchVersion } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ScenarioVersionPage } from "@/features/scenarios/components/scenario-views";

export const metadata: Metadata = { title: "Scenario, version" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string; number: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId, number } = await params;
  await prefetchVersion(slug, "scenarios", documentId, Number(number));
  return (
    <HydrateClient>
      <ScenarioVersionPage documentId={documentId} number={Number(number)} />
    </HydrateClient>
  );
}
