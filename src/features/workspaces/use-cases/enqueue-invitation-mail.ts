import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import { invitationMail } from "@/server/mail/mail-message";
import type { OpenInvitationRow } from "../invitation-queries";

/** The end of its life tells one sending from the next, so that each goes out once. */
export async function enqueueInvitationMail(scope: Scope, invitation: OpenInvitationRow): Promise<void> {
  const { id, email, role, inviterName, workspaceName } = invitation;
  const expiresAt = invitation.expiresAt.toISOString();
  const mail = invitationMail({ to: email, tokenId: id, workspaceName, inviterName, role, expiresAt });
  await enqueue(scope.tx, sendMail, mail, `invitation-sent:${id}:${expiresAt}`);
}
