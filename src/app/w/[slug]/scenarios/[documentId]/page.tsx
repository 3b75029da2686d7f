import type { Metadata } from "next";
import { prefetchDocument } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { ReviewRail } from "@/features/reviews/components/review-rail";
import { ScenarioPage } from "@/features/scenarios/components/scenario-views";
import { DocumentGuide } from "@/features/today/first-steps/components/document-guide";

export const metadata: Metadata = { title: "Scenario" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId } = await params;
  await prefetchDocument(slug, "scenarios", documentId);
  return (
    <HydrateClient>
      <ScenarioPage
        key={documentId}
        documentId={documentId}
        reviews={<ReviewRail kind="scenario" documentId={documentId} />}
        guide={<DocumentGuide kind="scenario" documentId={documentId} />}
      />
    </HydrateClient>
  );
}
