// Tenants, who belongs to them, who was asked to, and what was done that security cares about.

import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { DOCUMENT_KINDS } from "../../../shared/document-kinds";
import { ROLES } from "../../../shared/permissions";
import { bytes, createdAt, id, moment, workspaceId } from "./columns";
import { users } from "./user";

export const workspaces = pgTable("workspaces", {
  id: id(),
  name: text("name").notNull(),
  /** Stands in every URL of the workspace. */
  slug: text("slug").notNull().unique(),
  createdAt: createdAt(),
  /** IANA name: where a day of the customer data begins and ends. */
  timeZone: text("time_zone").notNull().default("UTC"),
  /** How many people must approve a draft before it is published; 0 lets editors publish directly. */
  approvalsNeeded: integer("approvals_needed").notNull().default(0),
  /** Who may approve: the verifiers named on the document, or everybody who may review. */
  approvedBy: text("approved_by", { enum: ["verifiers", "reviewers"] })
    .notNull()
    .default("reviewers"),
  /** How a member must have signed in to enter: by any way there is, or by single sign-on alone. */
  signInBy: text("sign_in_by", { enum: ["any", "oidc"] })
    .notNull()
    .default("any"),
  /** Domains of the addresses that may be invited, lower case; none allows all. */
  inviteDomains: text("invite_domains").array().notNull().default([]),
  /** For how long new datasets keep their snapshots; null keeps them until somebody deletes them. */
  snapshotRetentionDays: integer("snapshot_retention_days").default(730),
  /** For how long the log of letters and calls, and notices that were read, are kept. */
  deliveryRetentionDays: integer("delivery_retention_days").notNull().default(90),
  noticeRetentionDays: integer("notice_retention_days").notNull().default(365),
  /** Said in the first steps: there are no customer data to bring in for now. */
  goesWithoutData: boolean("goes_without_data").notNull().default(false),
  /** When everything of the workspace is deleted for good; until then its owners may take that back, and nobody enters. */
  deletionDueAt: moment("deletion_due_at"),
});

/** Fields and claim sections that a workspace adds to a kind of document. */
export const extraFields = pgTable(
  "extra_fields",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: DOCUMENT_KINDS }).notNull(),
    shape: text("shape", { enum: ["text", "claims"] }).notNull(),
    label: text("label").notNull(),
    hint: text("hint").notNull().default(""),
    position: integer("position").notNull(),
    createdAt: createdAt(),
    /** No longer offered; documents that use it keep it. */
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [index("extra_fields_kind").on(table.workspaceId, table.kind, table.position)],
);

/** What somebody should know: in the app at once, some of it also by mail. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** Who is told. */
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Who did it; null for what the clock did. */
    actorId: uuid("actor_id").references(() => users.id),
    /** noun.verb, such as comment.mentioned. */
    kind: text("kind").notNull(),
    /** What it is about, as the feature that wrote it reads it. */
    subject: jsonb("subject").$type<Record<string, string | number | null>>().notNull(),
    createdAt: createdAt(),
    readAt: moment("read_at"),
    /** When its mail was handed to the mail server's queue, so that a job that runs twice sends it once. */
    mailedAt: moment("mailed_at"),
    /** The fact that is told, such as overdue:<document>:<day>, so that nobody is told of it twice; null where nothing repeats. */
    fact: text("fact"),
    /** What asks for something stays until it is done. */
    doneAt: moment("done_at"),
    snoozedUntil: moment("snoozed_until"),
    snoozes: integer("snoozes").notNull().default(0),
    snoozeReason: text("snooze_reason").notNull().default(""),
  },
  (table) => [
    unique("notifications_once").on(table.workspaceId, table.userId, table.fact),
    index("notifications_newest").on(table.workspaceId, table.userId, table.createdAt.desc().nullsFirst()),
    // What is done by itself when its document is reviewed: as in settle_notices.
    index("notifications_asking")
      .on(table.workspaceId, sql`(subject ->> 'documentId')`)
      .where(sql`done_at is null and kind in ('review.due', 'review.overdue', 'review.escalated', 'document.marked')`),
  ],
);

/** Pictures that people uploaded, re-encoded by us and never altered. */
export const pictures = pgTable(
  "pictures",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    uploadedBy: uuid("uploaded_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    /** WebP. */
    bytes: bytes("bytes").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
  },
  (table) => [unique("pictures_identity").on(table.workspaceId, table.id)],
);

export const memberships = pgTable(
  "memberships",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: createdAt(),
    /** Whether what is worth a mail also comes by mail. */
    isMailed: boolean("is_mailed").notNull().default(true),
    /** When this person put the first steps away. */
    firstStepsLeftAt: moment("first_steps_left_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] }), index("memberships_user").on(table.userId)],
);

export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** Lower case; only a person with this verified address may accept. */
    email: text("email").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    unique("invitations_id").on(table.workspaceId, table.id),
    unique("invitations_hash").on(table.tokenHash),
    index("invitations_email").on(table.email),
  ],
);

/** Append-only: the application's role may insert and select, a trigger refuses the rest. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    at: moment("at").notNull().defaultNow(),
    actorId: uuid("actor_id").notNull(),
    /** noun.verb in the past tense, such as member.removed. */
    action: text("action").notNull(),
    objectType: text("object_type").notNull(),
    objectId: text("object_id").notNull(),
    details: jsonb("details").$type<Record<string, string | number | null>>().notNull().default({}),
  },
  (table) => [index("audit_events_newest").on(table.workspaceId, table.id.desc().nullsFirst())],
);
