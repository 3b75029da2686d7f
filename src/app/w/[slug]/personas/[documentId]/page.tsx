import type { Metadata } from "next";
import { prefetchDocument } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { PersonaPage } from "@/features/personas/components/persona-views";
import { ReviewRail } from "@/features/reviews/components/review-rail";
import { DocumentGuide } from "@/features/today/first-steps/components/document-guide";

export const metadata: Metadata = { title: "Persona" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId } = await params;
  await prefetchDocument(slug, "personas", documentId);
  return (
    <HydrateClient>
      <PersonaPage
        key={documentId}
        documentId={documentId}
        reviews={<ReviewRail kind="persona" documentId={documentId} />}
        guide={<DocumentGuide kind="persona" documentId={documentId} />}
      />
    </HydrateClient>
  );
}
