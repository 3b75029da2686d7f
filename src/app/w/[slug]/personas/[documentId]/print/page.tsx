import type { Metadata } from "next";
import { prefetchPrint, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { PersonaPrintPage } from "@/features/personas/components/persona-print-page";

export const metadata: Metadata = { title: "Persona, to be printed" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  const { slug, documentId } = await params;
  const isDraft = await prefetchPrint(slug, "personas", documentId, searchParams);
  return (
    <HydrateClient>
      <PersonaPrintPage documentId={documentId} isDraft={isDraft} />
    </HydrateClient>
  );
}
