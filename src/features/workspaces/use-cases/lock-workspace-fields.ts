import type { Scope } from "@/server/access/open-scope";
import { lockWorkspace } from "../workspace-queries";

/** Changes of what a workspace defines for its documents queue up here until the transaction ends. */
export async function lockWorkspaceFields({ tx, workspaceId }: Scope<"workspace.configure">): Promise<void> {
  await lockWorkspace(tx, workspaceId);
}
