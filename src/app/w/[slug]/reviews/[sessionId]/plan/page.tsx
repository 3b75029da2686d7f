import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, need, prefetch, trpc } from "@/api/rsc";
import { ChangePlanPage } from "@/features/reviews/planning/components/plan-page";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Change the plan" };

interface Props {
  readonly params: Promise<{ slug: string; sessionId: string }>;
}

export default async function Page({ params }: Props) {
  const { slug, sessionId } = await params;
  const { id: workspaceId, role } = await requireWorkspace(slug);
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "review.plan")) notFound();
  prefetch(trpc.members.list.queryOptions({ workspaceId }));
  await need(trpc.reviews.session.queryOptions({ workspaceId, sessionId }));
  return (
    <HydrateClient>
      <ChangePlanPage sessionId={sessionId} />
    </HydrateClient>
  );
}
