// Members of a workspace on the wire.
import { z } from "zod";
import { ROLES } from "@/shared/permissions";
import { workspaceInput } from "@/shared/workspace-input";

export const listMembersInput = workspaceInput({});

export const changeRoleInput = workspaceInput({ userId: z.uuid(), role: z.enum(ROLES) });
export type ChangeRoleInput = z.output<typeof changeRoleInput>;

export const removeMemberInput = workspaceInput({ userId: z.uuid() });
export type RemoveMemberInput = z.output<typeof removeMemberInput>;

export const leaveWorkspaceInput = workspaceInput({});

/** `userId` is who becomes owner in the actor's place. */
export const handOverInput = workspaceInput({ userId: z.uuid() });
export type HandOverInput = z.output<typeof handOverInput>;

export const member = z.strictObject({
  userId: z.uuid(),
  name: z.string(),
  role: z.enum(ROLES),
  /** ISO 8601. */
  joinedAt: z.string(),
  /** Null for those who may not manage members. */
  email: z.string().nullable(),
});
export type Member = z.output<typeof member>;
