import type { Metadata } from "next";
import { prefetchList, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { PersonaList } from "@/features/personas/components/persona-list";

export const metadata: Metadata = { title: "Personas" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function PersonasPage({ params, searchParams }: Props) {
  await prefetchList((await params).slug, "personas", searchParams);
  return (
    <HydrateClient>
      <PersonaList />
    </HydrateClient>
  );
}
