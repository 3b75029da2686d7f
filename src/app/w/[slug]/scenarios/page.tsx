import type { Metadata } from "next";
import { prefetchList, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ScenarioList } from "@/features/scenarios/components/scenario-list";

export const metadata: Metadata = { title: "Scenarios" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function ScenariosPage({ params, searchParams }: Props) {
  await prefetchList((await params).slug, "scenarios", searchParams);
  return (
    <HydrateClient>
      <ScenarioList />
    </HydrateClient>
  );
}
