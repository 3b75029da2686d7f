import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, prefetch, prefetchInfinite, trpc } from "@/api/rsc";
import { AuditView } from "@/features/workspaces/components/audit-view";
import { roleMay } from "@/shared/permissions";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ params }: { readonly params: Promise<{ slug: string }> }) {
  const { id: workspaceId, role } = await requireWorkspace((await params).slug);
  // The procedure refuses as well; this only spares a member the way to a refusal.
  if (!roleMay(role, "audit.read")) notFound();
  prefetch(trpc.audit.listPeople.queryOptions({ workspaceId }));
  prefetchInfinite(
    trpc.audit.list.infiniteQueryOptions({ workspaceId }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <HydrateClient>
      <AuditView />
    </HydrateClient>
  );
}
