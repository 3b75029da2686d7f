import { asUser } from "@/server/access/acting-as";
import { addressKey } from "@/server/auth/client-address";
import { hashToken } from "@/server/auth/one-time-token";
import { type LimitPolicy, spend } from "@/server/auth/rate-limit";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { InvitationPreview, InvitationTokenInput } from "../invitation-contract";
import { type FoundInvitation, findInvitationByTokenHash } from "../invitation-queries";
import { invitationReader, invitationState, maskEmail } from "../invitation-rules";
import { findJoinedWorkspaceById } from "../workspace-queries";

const LOOKS: LimitPolicy = { name: "invitation.preview", points: 120, seconds: 60 };

/** Who asks: perhaps nobody that we know. */
export interface PreviewReader {
  readonly session: Session | null;
  readonly ip: string;
}

/** What an invitation's page shows. Changes nothing, since mail scanners follow links. NOT_FOUND for a wrong token. */
export async function previewInvitation(
  db: Db,
  { session, ip }: PreviewReader,
  { token }: InvitationTokenInput,
  now = new Date(),
): Promise<InvitationPreview> {
  await spend(db, LOOKS, addressKey(ip));
  const found = await db.transaction((tx) => findInvitationByTokenHash(tx, hashToken(token)));
  if (!found) throw new AppError("NOT_FOUND", "This invitation doesn't exist. Check that the link is complete.");
  const slug = session && (await slugForMember(db, session.userId, found));
  const reader = invitationReader(found.email, session, slug !== null);
  const knowsAddress = session?.email === found.email;
  return {
    workspaceName: found.workspaceName,
    inviterName: found.inviterName,
    role: found.role,
    email: knowsAddress ? found.email : maskEmail(found.email),
    expiresAt: found.expiresAt.toISOString(),
    state: invitationState(found, now),
    reader,
    slug,
  };
}

async function slugForMember(db: Db, userId: string, { workspaceId }: FoundInvitation): Promise<string | null> {
  const joined = await asUser(db, userId, (tx) => findJoinedWorkspaceById(tx, userId, workspaceId));
  return joined?.slug ?? null;
}
