// Tenants, who belongs to them, who was asked to, and what was done that security cares about.
import { bigint, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "../../../shared/permissions";
import { createdAt, id, moment, workspaceId } from "./columns";
import { users } from "./user";

export const workspaces = pgTable("workspaces", {
  id: id(),
  name: text("name").notNull(),
  /** Stands in every URL of the workspace. */
  slug: text("slug").notNull().unique(),
  createdAt: createdAt(),
});

export const memberships = pgTable(
  "memberships",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: createdAt(),
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
