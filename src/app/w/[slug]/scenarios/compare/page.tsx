import type { Metadata } from "next";
import { prefetchBeside, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ScenarioBesidePage } from "@/features/scenarios/components/scenario-beside-page";

export const metadata: Metadata = { title: "Scenarios, side by side" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  await prefetchBeside((await params).slug, "scenarios", searchParams);
  return (
    <HydrateClient>
      <ScenarioBesidePage />
    </HydrateClient>
  );
}
