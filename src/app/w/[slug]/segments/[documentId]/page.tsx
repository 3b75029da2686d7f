import type { Metadata } from "next";
import { prefetchDocument } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ReviewRail } from "@/features/reviews/components/review-rail";
import { SegmentPage } from "@/features/segments/components/segment-views";
import { DocumentGuide } from "@/features/today/first-steps/components/document-guide";

export const metadata: Metadata = { title: "Segment" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId } = await params;
  await prefetchDocument(slug, "segments", documentId);
  return (
    <HydrateClient>
      <SegmentPage
        key={documentId}
        documentId={documentId}
        reviews={<ReviewRail kind="segment" documentId={documentId} />}
        guide={<DocumentGuide kind="segment" documentId={documentId} />}
      />
    </HydrateClient>
  );
}
