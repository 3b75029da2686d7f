import { actInWorkspace } from "@/server/access/acting-as";
import { openScope } from "@/server/access/open-scope";
import { hashToken } from "@/server/auth/one-time-token";
import { type LimitPolicy, spend } from "@/server/auth/rate-limit";
import type { Session } from "@/server/auth/session";
import type { Db, Tx } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { InvitationTokenInput } from "../invitation-contract";
import { type FoundInvitation, findInvitationByTokenHash, markAccepted } from "../invitation-queries";
import {
  type AcceptBlock,
  acceptBlockSentence,
  acceptBlocks,
  invitationReader,
  invitationState,
  maskEmail,
} from "../invitation-rules";
import { findRole, insertMember } from "../member-queries";
import { findSignInPolicy } from "../policy-queries";
import { domainWords, isInvitable } from "../sign-in-rules";
import type { JoinedWorkspace } from "../workspace-contract";
import { lockWorkspace } from "../workspace-queries";
import { recordAudit } from "./record-audit";

const ACCEPTANCES: LimitPolicy = { name: "invitation.accept", points: 30, seconds: 10 * 60 };

/**
 * Makes the signed-in person a member, once: of two acceptances at the same moment the second finds it used. Only the
 * person with the verified address it was sent to; FORBIDDEN for others, CONFLICT for who is a member already.
 */
export async function acceptInvitation(
  db: Db,
  session: Session,
  { token }: InvitationTokenInput,
  now = new Date(),
): Promise<JoinedWorkspace> {
  await spend(db, ACCEPTANCES, session.userId);
  return db.transaction(async (tx) => {
    const found = await lockInvitation(tx, session.userId, token);
    const { workspaceId, role } = found;
    const isMember = (await findRole(tx, workspaceId, session.userId)) !== null;
    const blocks = acceptBlocks(invitationState(found, now), invitationReader(found.email, session, isMember));
    refuseAcceptBlocks(blocks, found);
    await refuseForeign(tx, found);

    await insertMember(tx, { workspaceId, userId: session.userId, role });
    await markAccepted(tx, workspaceId, found.id, now);
    const scope = await openScope(tx, session.userId, workspaceId, "workspace.read");
    await recordAudit(scope, {
      action: "member.joined",
      objectType: "member",
      objectId: session.userId,
      details: { role, invitationId: found.id },
    });
    return { ...(await lockWorkspace(tx, workspaceId)), role };
  });
}

/** Reads the invitation twice: for its workspace, then under that workspace's lock, which settles its state. */
async function lockInvitation(tx: Tx, userId: string, token: string): Promise<FoundInvitation> {
  const first = await findInvitationByTokenHash(tx, hashToken(token));
  if (first) {
    await actInWorkspace(tx, userId, first.workspaceId);
    await lockWorkspace(tx, first.workspaceId);
    const settled = await findInvitationByTokenHash(tx, hashToken(token));
    if (settled) return settled;
  }
  throw new AppError("NOT_FOUND", "This invitation doesn't exist. Check that the link is complete.");
}

/** The domains may have become fewer since it was sent. */
async function refuseForeign(tx: Tx, { workspaceId, workspaceName, email }: FoundInvitation): Promise<void> {
  const { domains } = await findSignInPolicy(tx, workspaceId);
  if (isInvitable(email, domains)) return;
  throw new AppError("BLOCKED", `${workspaceName} now takes only people with ${domainWords(domains)}.`);
}

const REFUSALS = {
  member: "CONFLICT",
  accepted: "CONFLICT",
  revoked: "BLOCKED",
  expired: "BLOCKED",
  visitor: "UNAUTHENTICATED",
  stranger: "FORBIDDEN",
  unverified: "BLOCKED",
} as const satisfies Record<AcceptBlock, string>;

function refuseAcceptBlocks([block]: readonly AcceptBlock[], { workspaceName, email }: FoundInvitation): void {
  if (!block) return;
  throw new AppError(REFUSALS[block], acceptBlockSentence(block, workspaceName, maskEmail(email)), { block });
}
