import type { Metadata } from "next";
import { currentSession } from "@/api/caller";
import { prefetchToday } from "@/api/document-prefetch";
import { HydrateClient } from "@/api/rsc";
import { TodayPage } from "@/features/today/components/today-page";

export const metadata: Metadata = { title: "Today" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  await prefetchToday((await params).slug);
  const session = await currentSession();
  return (
    <HydrateClient>
      <TodayPage name={session?.name ?? ""} />
    </HydrateClient>
  );
}
