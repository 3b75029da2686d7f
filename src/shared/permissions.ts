// The role table of the product, once. The server, the buttons and the documentation read it from here.

/** From least to most; every role may do all that the roles before it may. */
export const ROLES = ["viewer", "reviewer", "editor", "admin", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** The least role that holds each permission. */
export const LEAST_ROLE = {
  "workspace.read": "viewer",
  "workspace.leave": "viewer",
  "document.read": "viewer",
  "document.comment": "viewer",
  "draft.read": "reviewer",
  "draft.suggest": "reviewer",
  "draft.decide": "reviewer",
  "review.follow": "viewer",
  "review.take-part": "reviewer",
  "review.decide": "reviewer",
  "review.plan": "editor",
  "cadence.set": "editor",
  "draft.edit": "editor",
  "document.publish": "editor",
  "document.restore": "editor",
  "document.retire": "editor",
  "data.import": "editor",
  "data.export": "editor",
  "data.delete": "admin",
  "member.manage": "admin",
  "workspace.configure": "admin",
  "audit.read": "admin",
  "document.delete": "admin",
  "workspace.hand-over": "owner",
  "workspace.delete": "owner",
} as const satisfies Record<string, Role>;
export type Permission = keyof typeof LEAST_ROLE;

export const PERMISSIONS = Object.keys(LEAST_ROLE) as Permission[];

export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

export function roleMay(role: Role, permission: Permission): boolean {
  return isAtLeast(role, LEAST_ROLE[permission]);
}

/** What each role is for, in the words shown where one chooses it. */
export const ROLE_DESCRIPTIONS: Record<Role, string> = {
  viewer: "Reads what is published and comments on it.",
  reviewer: "Also reads drafts, suggests changes, approves and votes in reviews.",
  editor: "Also writes, publishes, restores and imports data.",
  admin: "Also manages members, roles and policies, and deletes for good.",
  owner: "Also hands over or deletes the workspace.",
};

/** Each permission in the words of the table that members see. */
export const PERMISSION_DESCRIPTIONS: Record<Permission, string> = {
  "workspace.read": "See the workspace and who is in it",
  "workspace.leave": "Leave the workspace",
  "document.read": "Read published versions",
  "document.comment": "Comment on published versions",
  "draft.read": "Read drafts",
  "draft.suggest": "Suggest changes to drafts",
  "draft.decide": "Approve drafts or ask for changes",
  "review.follow": "Follow review sessions",
  "review.take-part": "Mark, vote and write notes in reviews",
  "review.decide": "Decide the reviews of documents they verify",
  "review.plan": "Plan and lead review sessions",
  "cadence.set": "Say how often a document is verified, and by whom",
  "draft.edit": "Edit drafts",
  "document.publish": "Publish versions",
  "document.restore": "Restore earlier versions",
  "document.retire": "Retire and reopen documents",
  "data.import": "Import customer data",
  "data.export": "Export people’s data",
  "data.delete": "Delete customer data and erase people from them",
  "member.manage": "Invite, remove and change the roles of members",
  "workspace.configure": "Change the workspace’s name, address and policies",
  "audit.read": "Read the audit log",
  "document.delete": "Delete documents for good",
  "workspace.hand-over": "Hand over the workspace",
  "workspace.delete": "Delete the workspace",
};
