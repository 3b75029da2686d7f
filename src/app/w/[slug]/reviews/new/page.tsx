import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, need, prefetch, trpc } from "@/api/rsc";
import { NewPlanPage } from "@/features/reviews/planning/components/plan-page";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Plan a review session" };

interface Props {
  readonly params: Promise<{ slug: string }>;
  readonly searchParams: Promise<{ from?: string | string[] }>;
}

export default async function Page({ params, searchParams }: Props) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "review.plan")) notFound();
  const { from } = await searchParams;
  const fromId = typeof from === "string" ? from : null;
  prefetch(trpc.members.list.queryOptions({ workspaceId }));
  if (fromId !== null) await need(trpc.reviews.session.queryOptions({ workspaceId, sessionId: fromId }));
  return (
    <HydrateClient>
      <NewPlanPage fromId={fromId} />
    </HydrateClient>
  );
}
