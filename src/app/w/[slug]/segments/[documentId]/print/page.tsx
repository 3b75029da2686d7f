import type { Metadata } from "next";
import { prefetchPrint, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { SegmentPrintPage } from "@/features/segments/components/segment-print-page";

export const metadata: Metadata = { title: "Segment, to be printed" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  const isDraft = await prefetchPrint(slug, "segments", documentId, searchParams);
  return (
    <HydrateClient>
      <SegmentPrintPage documentId={documentId} isDraft={isDraft} />
    </HydrateClient>
  );
}
