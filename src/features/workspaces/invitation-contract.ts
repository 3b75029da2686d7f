// Invitations on the wire: for admins who send them, and for whoever follows the link.
import { z } from "zod";
import { emailAddress } from "@/shared/email-address";
import { ROLES } from "@/shared/permissions";
import { workspaceInput } from "@/shared/workspace-input";

export const inviteMemberInput = workspaceInput({ email: emailAddress, role: z.enum(ROLES) });
export type InviteMemberInput = z.output<typeof inviteMemberInput>;

export const listInvitationsInput = workspaceInput({});

/** Of resending and revoking. */
export const invitationInput = workspaceInput({ invitationId: z.uuid() });
export type InvitationInput = z.output<typeof invitationInput>;

export const sentInvitation = z.strictObject({ invitationId: z.uuid() });
export type SentInvitation = z.output<typeof sentInvitation>;

/** An invitation that waits for its answer, expired or not. */
export const openInvitation = z.strictObject({
  invitationId: z.uuid(),
  email: z.string(),
  role: z.enum(ROLES),
  inviterName: z.string(),
  /** ISO 8601; of the newest mail. */
  sentAt: z.string(),
  expiresAt: z.string(),
  isExpired: z.boolean(),
});
export type OpenInvitation = z.output<typeof openInvitation>;

/** 32 bytes in base64url. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "This link is not complete.");
export const invitationTokenInput = z.strictObject({ token });
export type InvitationTokenInput = z.output<typeof invitationTokenInput>;

/** What the page behind the link shows before anybody accepts. */
export const invitationPreview = z.strictObject({
  workspaceName: z.string(),
  inviterName: z.string(),
  role: z.enum(ROLES),
  /** In full for the addressee; with dots for everybody else. */
  email: z.string(),
  expiresAt: z.string(),
  state: z.enum(["open", "expired", "revoked", "accepted"]),
  /** Who is looking: nobody signed in, another person, the addressee before and after verifying, a member. */
  reader: z.enum(["visitor", "stranger", "unverified", "addressee", "member"]),
  /** Address of the workspace, for members only. */
  slug: z.string().nullable(),
});
export type InvitationPreview = z.output<typeof invitationPreview>;
