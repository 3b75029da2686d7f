// Who may change whose role, and who may go. [] means "go"; the buttons show the reasons that the server refuses with.
import { isAtLeast, ROLES, type Role, roleMay } from "@/shared/permissions";

/** Members and open invitations together, so that lists of people stay lists. */
export const MAX_MEMBERS = 500;

export type MemberBlock = "no-right" | "ranks-above" | "gives-above" | "raises-self" | "last-owner";

export const MEMBER_BLOCK_SENTENCES: Readonly<Record<MemberBlock, string>> = {
  "no-right": "Only admins and owners manage members.",
  "ranks-above": "This person's role is above yours. Ask an owner.",
  "gives-above": "You can't give a role above your own.",
  "raises-self": "You can't raise your own role. Ask somebody above you.",
  "last-owner": "A workspace needs an owner. Make somebody else owner first.",
};

export interface MemberFacts {
  readonly actorRole: Role;
  readonly isSelf: boolean;
  /** Role of the person concerned; the actor's own when `isSelf`. */
  readonly targetRole: Role;
  /** How many owners the workspace has now. */
  readonly owners: number;
}

/** Why the actor may not give the person this role. */
export function roleChangeBlocks(facts: MemberFacts, newRole: Role): MemberBlock[] {
  const blocks = manageBlocks(facts);
  if (facts.isSelf && !isAtLeast(facts.targetRole, newRole)) blocks.push("raises-self");
  else if (!isAtLeast(facts.actorRole, newRole)) blocks.push("gives-above");
  if (newRole !== "owner" && isLastOwner(facts)) blocks.push("last-owner");
  return blocks;
}

/** Why the actor may not take the person out of the workspace. For oneself, `leaveBlocks` decides. */
export function removalBlocks(facts: MemberFacts): MemberBlock[] {
  return isLastOwner(facts) ? [...manageBlocks(facts), "last-owner"] : manageBlocks(facts);
}

/** Why a person may not leave. */
export function leaveBlocks(role: Role, owners: number): MemberBlock[] {
  return role === "owner" && owners <= 1 ? ["last-owner"] : [];
}

/** Roles that somebody of this role may invite to or give: none without the right to manage members. */
export function givableRoles(actorRole: Role): Role[] {
  if (!roleMay(actorRole, "member.manage")) return [];
  return ROLES.filter((role) => isAtLeast(actorRole, role));
}

function manageBlocks({ actorRole, targetRole }: MemberFacts): MemberBlock[] {
  if (!roleMay(actorRole, "member.manage")) return ["no-right"];
  return isAtLeast(actorRole, targetRole) ? [] : ["ranks-above"];
}

function isLastOwner({ targetRole, owners }: MemberFacts): boolean {
  return targetRole === "owner" && owners <= 1;
}

/** "editor" as "Editor". */
export function roleLabel(role: Role): string {
  return `${role.charAt(0).toUpperCase()}${role.slice(1)}`;
}
