import type { Metadata } from "next";
import { prefetchList, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { SegmentList } from "@/features/segments/components/segment-list";

export const metadata: Metadata = { title: "Segments" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function SegmentsPage({ params, searchParams }: Props) {
  await prefetchList((await params).slug, "segments", searchParams);
  return (
    <HydrateClient>
      <SegmentList />
    </HydrateClient>
  );
}
