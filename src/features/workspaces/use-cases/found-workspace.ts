import { randomUUID } from "node:crypto";
import { actInWorkspace } from "@/server/access/acting-as";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { insertMember } from "../member-queries";
import type { CreateWorkspaceInput, JoinedWorkspace } from "../workspace-contract";
import { insertWorkspace, type WorkspaceRow } from "../workspace-queries";
import { slugCandidates } from "../workspace-rules";
import { recordAudit } from "./record-audit";

/** Writes a workspace whose only member is the person, as owner. The rest of the transaction acts in it. */
export async function foundWorkspace(tx: Tx, userId: string, input: CreateWorkspaceInput): Promise<JoinedWorkspace> {
  const { name, timeZone = "UTC" } = input;
  const workspaceId = randomUUID();
  // Row-level security lets nobody insert into a workspace they don't act in, their new one included.
  await actInWorkspace(tx, userId, workspaceId);
  const { slug } = await insertUnderFreeSlug(tx, { id: workspaceId, name, timeZone });
  await insertMember(tx, { workspaceId, userId, role: "owner" });
  const scope = await openScope(tx, userId, workspaceId, "workspace.read");
  await recordAudit(scope, {
    action: "workspace.created",
    objectType: "workspace",
    objectId: workspaceId,
    details: { name },
  });
  return { id: workspaceId, name, slug, timeZone, role: scope.role };
}

async function insertUnderFreeSlug(tx: Tx, row: Omit<WorkspaceRow, "slug">): Promise<WorkspaceRow> {
  for (const slug of slugCandidates(row.name, () => randomUUID().slice(0, 6))) {
    const inserted = await insertWorkspace(tx, { ...row, slug });
    if (inserted) return inserted;
  }
  throw new AppError("CONFLICT", "This name is very popular. Choose a slightly different one.");
}
