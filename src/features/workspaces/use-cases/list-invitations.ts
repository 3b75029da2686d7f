import type { Scope } from "@/server/access/open-scope";
import type { OpenInvitation } from "../invitation-contract";
import { listOpenInvitations } from "../invitation-queries";
import { invitationSentAt } from "./invitation-expiry";

export async function listInvitations(scope: Scope<"member.manage">, now = new Date()): Promise<OpenInvitation[]> {
  const rows = await listOpenInvitations(scope.tx, scope.workspaceId);
  return rows.map(({ id, email, role, inviterName, expiresAt }) => ({
    email,
    role,
    inviterName,
    invitationId: id,
    sentAt: invitationSentAt(expiresAt).toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
  }));
}
