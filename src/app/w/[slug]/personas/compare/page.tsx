import type { Metadata } from "next";
import { prefetchBeside, type SearchParams } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { PersonaBesidePage } from "@/features/personas/components/persona-beside-page";

export const metadata: Metadata = { title: "Personas, side by side" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: SearchParams;
}

export default async function Page({ params, searchParams }: Props) {
  await prefetchBeside((await params).slug, "personas", searchParams);
  return (
    <HydrateClient>
      <PersonaBesidePage />
    </HydrateClient>
  );
}
