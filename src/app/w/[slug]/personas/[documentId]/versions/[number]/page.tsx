import type { Metadata } from "next";
import { prefetchVersion } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { PersonaVersionPage } from "@/features/personas/components/persona-views";

export const metadata: Metadata = { title: "Persona, version" };

interface Props {
  readonly params: Promise<{ slug: string; documentId: string; number: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, documentId, number } = await params;
  await prefetchVersion(slug, "personas", documentId, Number(number));
  return (
    <HydrateClient>
      <PersonaVersionPage documentId={documentId} number={Number(number)} />
    </HydrateClient>
  );
}
