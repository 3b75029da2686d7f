import type { Metadata } from "next";
import { prefetchComparison, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { SegmentComparePage } from "@/features/segments/components/segment-views";

export const metadata: Metadata = { title: "Segment, compared" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  await prefetchComparison(slug, "segments", documentId, searchParams);
  return (
    <HydrateClient>
      <SegmentComparePage documentId={documentId} />
    </HydrateClient>
  );
}
