// Acts that security cares about: a closed list, each with the object it is done to and the few facts it keeps.
import { z } from "zod";
import type { Role } from "@/shared/permissions";
import { workspaceInput } from "@/shared/workspace-input";

/** What each act keeps besides who, when and to what. Ids, roles and names of things; no personal data. */
interface AuditDetails {
  "workspace.created": { readonly name: string };
  "workspace.renamed": {
    readonly nameBefore: string;
    readonly nameAfter: string;
    readonly slugBefore: string;
    readonly slugAfter: string;
  };
  "workspace.handed-over": Record<string, never>;
  "workspace.closed": { readonly until: string };
  "workspace.taken-back": Record<string, never>;
  "member.joined": { readonly role: Role; readonly invitationId: string };
  "member.role-changed": { readonly roleBefore: Role; readonly roleAfter: Role };
  "member.removed": { readonly role: Role };
  "member.left": { readonly role: Role };
  "invitation.sent": { readonly role: Role };
  "invitation.resent": { readonly role: Role };
  "invitation.revoked": { readonly role: Role };
  "version.published": { readonly kind: string; readonly title: string; readonly number: number };
  "draft.restored": { readonly kind: string; readonly title: string; readonly number: number };
  "document.retired": { readonly kind: string; readonly title: string };
  "document.reopened": { readonly kind: string; readonly title: string };
  "document.deleted": { readonly kind: string; readonly title: string; readonly versions: number };
  "policy.changed": {
    readonly neededBefore: number;
    readonly neededAfter: number;
    readonly byBefore: string;
    readonly byAfter: string;
  };
  "sign-in.changed": {
    readonly byBefore: string;
    readonly byAfter: string;
    /** Domains with commas between; empty where all are allowed. */
    readonly domainsBefore: string;
    readonly domainsAfter: string;
  };
  "retention.changed": { readonly before: string; readonly after: string };
  /** `kind` is null for all documents; words are null where nothing was or is laid down. */
  "cadence.changed": {
    readonly kind: string | null;
    readonly wordsBefore: string | null;
    readonly wordsAfter: string | null;
  };
  /** `change` is what was done, in the past tense. Of the address the host alone: Slack's are secret. */
  "webhook.changed": { readonly change: string; readonly name: string; readonly host: string };
  "data.imported": { readonly name: string; readonly number: number; readonly customers: number };
  /** Null where nothing is deleted by itself. */
  "data.changed": { readonly name: string; readonly daysBefore: number | null; readonly daysAfter: number | null };
  /** `number` is the snapshot's; null for the dataset as a whole. */
  "data.deleted": { readonly name: string; readonly number: number | null };
  /** `what` is what was taken out, such as members of a segment, in `rows` rows. */
  "data.exported": { readonly what: string; readonly name: string; readonly rows: number };
  /** Nothing of the person is kept, not even here. */
  "person.erased": { readonly people: number; readonly snapshots: number };
  /** `change` is what was done, in the past tense, such as withdrawn. */
  "fields.changed": { readonly change: string; readonly kind: string; readonly label: string };
}
export type AuditAction = keyof AuditDetails;

/** The kind of thing that an act is done to; `objectId` is the id of one. A member's is the person's. */
const AUDIT_OBJECT_TYPES = {
  "workspace.created": "workspace",
  "workspace.renamed": "workspace",
  "workspace.handed-over": "member",
  "workspace.closed": "workspace",
  "workspace.taken-back": "workspace",
  "member.joined": "member",
  "member.role-changed": "member",
  "member.removed": "member",
  "member.left": "member",
  "invitation.sent": "invitation",
  "invitation.resent": "invitation",
  "invitation.revoked": "invitation",
  "version.published": "document",
  "draft.restored": "document",
  "document.retired": "document",
  "document.reopened": "document",
  "document.deleted": "document",
  "policy.changed": "workspace",
  "sign-in.changed": "workspace",
  "retention.changed": "workspace",
  "cadence.changed": "workspace",
  "webhook.changed": "webhook",
  "data.imported": "dataset",
  "data.changed": "dataset",
  "data.deleted": "dataset",
  "data.exported": "dataset",
  "person.erased": "workspace",
  "fields.changed": "field",
} as const satisfies Record<AuditAction, string>;

export const AUDIT_ACTIONS = Object.keys(AUDIT_OBJECT_TYPES) as [AuditAction, ...AuditAction[]];

/** One act, as use cases record it. Each action allows only its own object type and details. */
export type AuditAct = {
  [Action in AuditAction]: {
    readonly action: Action;
    readonly objectType: (typeof AUDIT_OBJECT_TYPES)[Action];
    readonly objectId: string;
    readonly details: AuditDetails[Action];
  };
}[AuditAction];

export const listAuditInput = workspaceInput({
  /** `nextCursor` of the page before. */
  cursor: z.int().positive().optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
  limit: z.int().min(1).max(100).default(50),
  action: z.enum(AUDIT_ACTIONS).optional(),
  /** Acts by this person or done to them. */
  userId: z.uuid().optional(),
});
export type ListAuditInput = z.output<typeof listAuditInput>;

export const listAuditPeopleInput = workspaceInput({});

export const auditPerson = z.strictObject({ userId: z.uuid(), name: z.string() });
export type AuditPerson = z.output<typeof auditPerson>;

const auditEntry = z.strictObject({
  id: z.int(),
  /** ISO 8601. */
  at: z.string(),
  actor: auditPerson,
  action: z.enum(AUDIT_ACTIONS),
  objectId: z.string(),
  /** The person's name, or the address that an invitation went to; null for other things. */
  objectName: z.string().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type AuditEntry = z.output<typeof auditEntry>;

/** Newest first; `nextCursor` is null on the last page. */
export const auditPage = z.strictObject({ entries: auditEntry.array(), nextCursor: z.int().nullable() });
export type AuditPage = z.output<typeof auditPage>;
