import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { currentSession, HydrateClient, prefetch, trpc } from "@/api/rsc";
import { TodayPage } from "@/features/today/components/today-page";
import { SHOWN } from "@/features/today/today-rules";

export const metadata: Metadata = { title: "Today" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.personas.list.queryOptions({ workspaceId, limit: SHOWN }));
  prefetch(trpc.segments.list.queryOptions({ workspaceId, limit: SHOWN }));
  const session = await currentSession();
  return (
    <HydrateClient>
      <TodayPage name={session?.name ?? ""} />
    </HydrateClient>
  );
}
