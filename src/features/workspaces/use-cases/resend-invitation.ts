import type { Scope } from "@/server/access/open-scope";
import type { InvitationInput } from "../invitation-contract";
import { moveExpiry } from "../invitation-queries";

import { enqueueInvitationMail } from "./enqueue-invitation-mail";
import { invitationExpiry } from "./invitation-expiry";
import { lockOpenInvitation } from "./lock-open-invitation";
import { recordAudit } from "./record-audit";
import { refuseTooManyMails } from "./refuse-too-many-mails";

/** Sends the mail once more, with the same link, and lets it run for another seven days. */
export async function resendInvitation(
  scope: Scope<"member.manage">,
  { invitationId }: InvitationInput,
  now = new Date(),
): Promise<void> {
  const invitation = await lockOpenInvitation(scope, invitationId);
  await refuseTooManyMails(scope, invitation.email, now);
  const expiresAt = invitationExpiry(now);
  await moveExpiry(scope.tx, scope.workspaceId, invitationId, expiresAt);
  await recordAudit(scope, {
    action: "invitation.resent",
    objectType: "invitation",
    objectId: invitationId,
    details: { role: invitation.role },
  });
  await enqueueInvitationMail(scope, { ...invitation, expiresAt });
}
