import "server-only";
import { TRPCError } from "@trpc/server";
import type { InvitationPreview } from "@/features/workspaces/invitation-contract";
import { caller } from "./caller";

/** What the link of a mail leads to; null when there is no such invitation or the link is incomplete. */
export async function readInvitation(token: string): Promise<InvitationPreview | null> {
  try {
    return await (await caller()).invitations.preview({ token });
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) return null;
    throw error;
  }
}
