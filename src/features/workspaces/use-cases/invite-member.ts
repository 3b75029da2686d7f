import { randomUUID } from "node:crypto";
import type { Scope } from "@/server/access/open-scope";
import { tokenHashFor } from "@/server/auth/one-time-token";
import { AppError } from "@/shared/errors";
import type { InviteMemberInput, SentInvitation } from "../invitation-contract";
import { countOpenInvitations, findOpenInvitationFor, insertInvitation, markRevoked } from "../invitation-queries";
import { countMembers, findMemberByEmail } from "../member-queries";
import { MAX_MEMBERS } from "../member-rules";
import { findSignInPolicy } from "../policy-queries";
import { domainWords, isInvitable } from "../sign-in-rules";
import { enqueueInvitationMail } from "./enqueue-invitation-mail";
import { invitationExpiry } from "./invitation-expiry";
import { lockToGive } from "./member-facts";
import { recordAudit } from "./record-audit";
import { refuseTooManyMails } from "./refuse-too-many-mails";

/**
 * Sends an invitation to an address. CONFLICT when its person is a member or has an invitation that still runs; an
 * expired one is replaced. The mail leaves when the transaction has been committed.
 */
export async function inviteMember(
  scope: Scope<"member.manage">,
  { email, role }: InviteMemberInput,
  now = new Date(),
): Promise<SentInvitation> {
  const { tx, workspaceId, userId } = scope;
  await lockToGive(scope, role);
  await refuseForeign(scope, email);
  await refuseWhenKnown(scope, email, now);
  await refuseWhenFull(scope, now);
  await refuseTooManyMails(scope, email, now);

  const id = randomUUID();
  const expiresAt = invitationExpiry(now);
  const tokenHash = tokenHashFor("invitation", id);
  const invitation = await insertInvitation(tx, {
    id,
    workspaceId,
    email,
    role,
    tokenHash,
    invitedBy: userId,
    expiresAt,
  });
  await recordAudit(scope, {
    action: "invitation.sent",
    objectType: "invitation",
    objectId: id,
    details: { role },
  });
  await enqueueInvitationMail(scope, invitation);
  return { invitationId: id };
}

async function refuseForeign({ tx, workspaceId }: Scope, email: string): Promise<void> {
  const { domains } = await findSignInPolicy(tx, workspaceId);
  if (isInvitable(email, domains)) return;
  throw new AppError("INVALID", `Only people with ${domainWords(domains)} may be invited.`, { field: "email" });
}

async function refuseWhenKnown({ tx, workspaceId }: Scope, email: string, now: Date): Promise<void> {
  const member = await findMemberByEmail(tx, workspaceId, email);
  if (member) throw new AppError("CONFLICT", `${member.name} is already a member, as ${member.role}.`);
  const open = await findOpenInvitationFor(tx, workspaceId, email);
  if (!open) return;
  if (open.expiresAt > now) {
    throw new AppError("CONFLICT", `${email} already has an invitation as ${open.role}. Send it again or revoke it.`, {
      invitationId: open.id,
    });
  }
  await markRevoked(tx, workspaceId, open.id, now);
}

async function refuseWhenFull({ tx, workspaceId }: Scope, now: Date): Promise<void> {
  const taken = (await countMembers(tx, workspaceId)) + (await countOpenInvitations(tx, workspaceId, now));
  if (taken < MAX_MEMBERS) return;
  throw new AppError("LIMIT", `A workspace holds at most ${MAX_MEMBERS} members and open invitations together.`);
}
