// Workspaces on the wire: what a signed-in person creates, chooses and renames.
import { z } from "zod";
import { ROLES } from "@/shared/permissions";
import { requiredLine } from "@/shared/text-schemas";
import { MAX_SLUG, MAX_WORKSPACE_NAME, SLUG_PATTERN } from "@/shared/workspace-address";
import { workspaceInput } from "@/shared/workspace-input";

const workspaceName = requiredLine(MAX_WORKSPACE_NAME);

const slug = z
  .string()
  .max(MAX_SLUG, `Use at most ${MAX_SLUG} characters.`)
  .regex(SLUG_PATTERN, "Use lower-case letters, digits and single hyphens between them.");

export const createWorkspaceInput = z.strictObject({ name: workspaceName });
export type CreateWorkspaceInput = z.output<typeof createWorkspaceInput>;

export const workspaceBySlugInput = z.strictObject({ slug });

export const renameWorkspaceInput = workspaceInput({ name: workspaceName, slug });
export type RenameWorkspaceInput = z.output<typeof renameWorkspaceInput>;

/** A workspace as one of its members sees it. */
export const joinedWorkspace = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  role: z.enum(ROLES),
});
export type JoinedWorkspace = z.output<typeof joinedWorkspace>;
