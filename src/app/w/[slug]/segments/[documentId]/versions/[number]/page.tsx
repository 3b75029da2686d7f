import type { Metadata } from "next";
import { prefetchVersion } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { SegmentVersionPage } from "@/features/segments/components/segment-views";

export const metadata: Metadata = { title: "Segment, version" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string; number: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId, number } = await params;
  await prefetchVersion(slug, "segments", documentId, Number(number));
  return (
    <HydrateClient>
      <SegmentVersionPage documentId={documentId} number={Number(number)} />
    </HydrateClient>
  );
}
