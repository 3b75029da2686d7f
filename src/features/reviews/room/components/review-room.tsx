"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";

/** An open session. */
export function ReviewRoom({ sessionId }: { readonly sessionId: string }) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data: session } = useSuspenseQuery(trpc.reviews.session.queryOptions({ workspaceId, sessionId }));
  return (
    <>
      <TopBar crumbs={[{ label: "Reviews", href: `/w/${slug}/reviews` }, { label: session.title }]} />
      <Page>
        <PageTitle title={session.title} />
      </Page>
    </>
  );
}
