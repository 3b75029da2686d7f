import type { Metadata } from "next";
import { prefetchPacket } from "@/api/packet-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ReviewPage } from "@/features/reviews/deciding/components/review-page";

export const metadata: Metadata = { title: "Scenario, reviewed" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId } = await params;
  await prefetchPacket(slug, "scenario", documentId);
  return (
    <HydrateClient>
      <ReviewPage key={documentId} kind="scenario" documentId={documentId} />
    </HydrateClient>
  );
}
