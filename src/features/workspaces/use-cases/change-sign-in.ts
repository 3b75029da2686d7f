import type { Scope } from "@/server/access/open-scope";
import { openidName } from "@/server/auth/openid-provider";
import type { Session } from "@/server/auth/session";
import { announceAccess } from "@/server/events/announce";
import { AppError } from "@/shared/errors";
import { listTold } from "../deletion-queries";
import type { ChangeSignInInput, SignInSettings } from "../policy-contract";
import { findSignInPolicy, updateSignInPolicy } from "../policy-queries";
import { onlySignOnBlock } from "../sign-in-rules";
import { lockWorkspace } from "../workspace-queries";
import { recordAudit } from "./record-audit";

export async function readSignIn(
  { tx, workspaceId }: Scope<"workspace.configure">,
  { method }: Session,
): Promise<SignInSettings> {
  return { policy: await findSignInPolicy(tx, workspaceId), signOnName: openidName(), ownMethod: method };
}

/**
 * Says how members enter and who may be invited. Single sign-on alone holds at once, for open pages too; BLOCKED where
 * that would lock out who asks. Members stay members, whatever their address.
 */
export async function changeSignIn(
  scope: Scope<"workspace.configure">,
  { method }: Session,
  { policy }: ChangeSignInInput,
): Promise<void> {
  const { tx, workspaceId } = scope;
  await lockWorkspace(tx, workspaceId);
  const before = await findSignInPolicy(tx, workspaceId);
  const block = policy.signInBy === "oidc" && before.signInBy !== "oidc" && onlySignOnBlock(openidName(), method);
  if (block) throw new AppError("BLOCKED", block, { field: "signInBy" });
  const domains = [...new Set(policy.domains)].sort();
  const [domainsBefore, domainsAfter] = [before.domains.join(", "), domains.join(", ")];
  if (before.signInBy === policy.signInBy && domainsBefore === domainsAfter) return;
  await updateSignInPolicy(tx, workspaceId, { signInBy: policy.signInBy, domains });
  await recordAudit(scope, {
    action: "sign-in.changed",
    objectType: "workspace",
    objectId: workspaceId,
    details: { byBefore: before.signInBy, byAfter: policy.signInBy, domainsBefore, domainsAfter },
  });
  if (before.signInBy === policy.signInBy) return;
  for (const { userId } of await listTold(tx, workspaceId)) await announceAccess(tx, userId);
}
