import type { Metadata } from "next";
import { prefetchComparison, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { PersonaComparePage } from "@/features/personas/components/persona-views";

export const metadata: Metadata = { title: "Persona, compared" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  await prefetchComparison(slug, "personas", documentId, searchParams);
  return (
    <HydrateClient>
      <PersonaComparePage documentId={documentId} />
    </HydrateClient>
  );
}
