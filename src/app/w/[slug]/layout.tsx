import type { ReactNode } from "react";
import { requireWorkspace } from "@/api/require-workspace";
import { WorkspaceProvider } from "@/features/workspaces/components/workspace-context";
import { ApiProvider } from "@/trpc/client";

interface Props {
  readonly children: ReactNode;
  readonly params: Promise<{ slug: string }>;
}

/** Finds the workspace and gives its screens their surroundings. What they may show is decided by procedures. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const workspace = await requireWorkspace((await params).slug);
  return (
    <ApiProvider>
      <WorkspaceProvider workspace={workspace}>{children}</WorkspaceProvider>
    </ApiProvider>
  );
}
