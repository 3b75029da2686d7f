import type { Metadata } from "next";
import { prefetchComparison, readSides, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { SegmentComparePage } from "@/features/segments/components/segment-views";

export const metadata: Metadata = { title: "Segment, compared" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  const sides = await readSides(searchParams);
  await prefetchComparison(slug, "segments", documentId, sides);
  return (
    <HydrateClient>
      <SegmentComparePage documentId={documentId} {...sides} />
    </HydrateClient>
  );
}
