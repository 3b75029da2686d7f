import type { Metadata } from "next";
import { prefetchBeside, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { SegmentBesidePage } from "@/features/segments/components/segment-beside-page";

export const metadata: Metadata = { title: "Segments, side by side" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  await prefetchBeside((await params).slug, "segments", searchParams);
  return (
    <HydrateClient>
      <SegmentBesidePage />
    </HydrateClient>
  );
}
