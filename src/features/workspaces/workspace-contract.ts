// Workspaces on the wire: what a signed-in person creates, chooses and renames.
import { z } from "zod";
import { ownerProof } from "@/features/accounts/account-contract";
import { emailAddress } from "@/shared/email-address";
import { ROLES } from "@/shared/permissions";
import { requiredLine } from "@/shared/text-schemas";
import { MAX_SLUG, MAX_WORKSPACE_NAME, SLUG_PATTERN } from "@/shared/workspace-address";
import { workspaceInput } from "@/shared/workspace-input";

const workspaceName = requiredLine(MAX_WORKSPACE_NAME);

const slug = z
  .string()
  .max(MAX_SLUG, `Use at most ${MAX_SLUG} characters.`)
  .regex(SLUG_PATTERN, "Use lower-case letters, digits and single hyphens between them.");

/** A time zone's IANA name; the case and old names are put right. */
export const timeZone = z
  .string()
  .max(64)
  .transform((name, context) => {
    try {
      return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    } catch {
      context.addIssue("Choose a time zone, such as Europe/Berlin.");
      return z.NEVER;
    }
  });

export const createWorkspaceInput = z.strictObject({ name: workspaceName, timeZone: timeZone.optional() });
export type CreateWorkspaceInput = z.output<typeof createWorkspaceInput>;

export const workspaceBySlugInput = z.strictObject({ slug });

export const renameWorkspaceInput = workspaceInput({ name: workspaceName, slug });
export type RenameWorkspaceInput = z.output<typeof renameWorkspaceInput>;

export const changeTimeZoneInput = workspaceInput({ timeZone });

export const workspaceFactsInput = workspaceInput({});

/** What goes with a workspace that is deleted, in numbers. */
export interface DeletionFacts {
  readonly members: number;
  readonly documents: number;
  readonly versions: number;
  readonly snapshots: number;
  /** Rows of customers in all snapshots together. */
  readonly customers: number;
  /** For how many days an owner may take it back. */
  readonly days: number;
}

/** The name as it is typed, which shows that it is meant. */
export const deleteWorkspaceInput = workspaceInput({ name: z.string().max(MAX_WORKSPACE_NAME * 4) });
export type DeleteWorkspaceInput = z.output<typeof deleteWorkspaceInput>;

/** A workspace that one owns and that is to be deleted. */
export interface ClosingWorkspace {
  readonly id: string;
  readonly name: string;
  /** Until when it can be taken back; ISO 8601. */
  readonly until: string;
}

/** A workspace that would be left without an owner. */
export interface OwnedAlone {
  readonly name: string;
  readonly slug: string;
}

/** One's own address, typed, which shows that it is meant. */
export const deleteAccountInput = z.strictObject({ email: emailAddress, password: ownerProof });
export type DeleteAccountInput = z.output<typeof deleteAccountInput>;

export const takeBackInput = z.strictObject({ closedWorkspaceId: z.uuid() });

/** A workspace as one of its members sees it. */
export const joinedWorkspace = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  /** Where a day of its customer data begins and ends; an IANA name. */
  timeZone: z.string(),
  role: z.enum(ROLES),
});
export type JoinedWorkspace = z.output<typeof joinedWorkspace>;
