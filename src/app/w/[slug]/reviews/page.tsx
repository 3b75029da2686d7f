import type { Metadata } from "next";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/api/rsc";
import { ReviewsPage } from "@/features/reviews/planning/components/reviews-page";

export const metadata: Metadata = { title: "Reviews" };

export default async function Page({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId } = await requireWorkspace((await params).slug);
  prefetch(trpc.reviews.sessions.queryOptions({ workspaceId, which: "coming", limit: 100 }));
  prefetchInfinite(
    trpc.reviews.sessions.infiniteQueryOptions(
      { workspaceId, which: "past" },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <ReviewsPage />
    </HydrateClient>
  );
}
