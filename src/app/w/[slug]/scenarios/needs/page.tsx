import type { Metadata } from "next";
import { prefetchNeeds, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { NeedsPage } from "@/features/scenarios/components/needs-page";

export const metadata: Metadata = { title: "Needs from scenarios" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  await prefetchNeeds((await params).slug, searchParams);
  return (
    <HydrateClient>
      <NeedsPage />
    </HydrateClient>
  );
}
