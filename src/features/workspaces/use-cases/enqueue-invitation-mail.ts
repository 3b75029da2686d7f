import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { sendInvitationMail } from "../invitation-jobs";

/** The end of its life tells one sending from the next, so that each goes out once. */
export async function enqueueInvitationMail(scope: Scope, invitationId: string, expiresAt: Date): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  await enqueue(
    tx,
    sendInvitationMail,
    { workspaceId, invitationId, inviterId: userId },
    `invitation-sent:${invitationId}:${expiresAt.toISOString()}`,
  );
}
