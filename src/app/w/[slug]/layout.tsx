import type { ReactNode } from "react";
import { caller, currentSession } from "@/api/caller";
import { requireWorkspace } from "@/api/require-workspace";
import { HydrateClient, need, trpc } from "@/api/rsc";
import { WorkspaceShell } from "@/features/today/components/workspace-shell";
import { WorkspaceProvider } from "@/features/workspaces/components/workspace-context";
import { ApiProvider } from "@/trpc/client";
import { ClockProvider } from "@/ui/use-turning";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ slug: string }>;
}

/** Finds the workspace and gives its screens their surroundings. What they may show is decided by procedures. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const workspace = await requireWorkspace((await params).slug);
  const [session, workspaces] = await Promise.all([
    currentSession(),
    (await caller()).workspaces.listMine(),
    // Waited for, so that the sidebar is the same on the server and in the browser.
    need(trpc.documents.counts.queryOptions({ workspaceId: workspace.id })),
    need(trpc.reviews.count.queryOptions({ workspaceId: workspace.id })),
    need(trpc.notifications.unread.queryOptions({ workspaceId: workspace.id })),
    need(trpc.today.firstSteps.queryOptions({ workspaceId: workspace.id })),
  ]);
  return (
    <ApiProvider>
      <HydrateClient>
        <WorkspaceProvider workspace={workspace} personId={session?.userId ?? ""}>
          <ClockProvider renderedAt={Date.now()}>
            <WorkspaceShell workspaces={workspaces} person={{ name: session?.name ?? "", email: session?.email ?? "" }}>
              {children}
            </WorkspaceShell>
          </ClockProvider>
        </WorkspaceProvider>
      </HydrateClient>
    </ApiProvider>
  );
}
