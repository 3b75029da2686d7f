import type { Scope } from "@/server/access/open-scope";
import { violates } from "@/server/db/violation";
import { AppError } from "@/shared/errors";
import type { JoinedWorkspace, RenameWorkspaceInput } from "../workspace-contract";
import { lockWorkspace, updateWorkspace } from "../workspace-queries";
import { recordAudit } from "./record-audit";

/** Changes name and address. The old address stops working at once. CONFLICT when the new one is another's. */
export async function renameWorkspace(
  scope: Scope<"workspace.configure">,
  { name, slug }: RenameWorkspaceInput,
): Promise<JoinedWorkspace> {
  const { tx, workspaceId, role } = scope;
  const before = await lockWorkspace(tx, workspaceId);
  if (before.name === name && before.slug === slug) return { ...before, role };
  try {
    await updateWorkspace(tx, workspaceId, { name, slug });
  } catch (error) {
    if (!violates(error, "workspaces_slug_unique")) throw error;
    throw new AppError("CONFLICT", `The address “${slug}” is taken. Choose another one.`, { field: "slug" });
  }
  await recordAudit(scope, {
    action: "workspace.renamed",
    objectType: "workspace",
    objectId: workspaceId,
    details: { nameBefore: before.name, nameAfter: name, slugBefore: before.slug, slugAfter: slug },
  });
  return { ...before, name, slug, role };
}
