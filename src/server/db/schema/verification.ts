// How often documents must be confirmed, who confirmed them, and what follows from it.
import { sql } from "drizzle-orm";
import { bigint, boolean, date, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { DOCUMENT_KINDS } from "../../../shared/document-kinds";
import { createdAt, id, moment, workspaceId } from "./columns";
import { documentKey } from "./document";
import { users } from "./user";
import { workspaces } from "./workspace";

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);

/** As in verification-rules.ts; tables don't know features. */
export const REVIEW_RESULTS = ["still-true", "published", "changes-asked", "retired"] as const;

/** How often something must be verified: a document, all of a kind, or (with neither) everything in the workspace. */
export const cadences = pgTable(
  "cadences",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: DOCUMENT_KINDS }),
    documentId: uuid("document_id"),
    /** Which days, as cadence-rules.ts reads it; null for a document that follows the wider ones and is only paused. */
    plan: jsonb("plan").$type<Record<string, unknown>>(),
    /** Days before the due day on which its verifiers are told. */
    leadDays: integer("lead_days").array().notNull(),
    /** Days after it on which the owner is told, and the admins; null for never. */
    ownerAfterDays: integer("owner_after_days"),
    adminsAfterDays: integer("admins_after_days"),
    /** Documents alone are paused. */
    pausedAt: moment("paused_at"),
    pauseNote: text("pause_note").notNull().default(""),
    changedBy: person("changed_by"),
    /** Since when this plan holds: changing the rest leaves it. */
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (table) => [
    unique("cadences_of").on(table.workspaceId, table.kind, table.documentId).nullsNotDistinct(),
    index("cadences_document").on(table.workspaceId, table.documentId),
    documentKey(table),
  ],
);

/** Every review that ended: who looked at which version, when, with what result, and why. Append-only. */
export const verifications = pgTable(
  "verifications",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    /** The version that was confirmed or published; null for a document that has none. */
    version: integer("version"),
    result: text("result", { enum: REVIEW_RESULTS }).notNull(),
    note: text("note").notNull().default(""),
    verifiedBy: person("verified_by"),
    at: moment("at").notNull().defaultNow(),
    /** The session that it was decided in; null for a decision made alone. */
    sessionId: uuid("session_id"),
  },
  (table) => [
    index("verifications_document").on(table.workspaceId, table.documentId, table.id),
    index("verifications_reviewed").on(table.workspaceId, table.id).where(sql`result <> 'published'`),
    documentKey(table),
  ],
);

/**
 * Where a document stands, one row from its first verification on. The badge is computed from it and the clock, so that
 * nothing has to run for it to turn.
 */
export const freshness = pgTable(
  "freshness",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").primaryKey(),
    verifiedAt: moment("verified_at").notNull(),
    verifiedBy: person("verified_by"),
    verifiedVersion: integer("verified_version").notNull(),
    /** The day by whose end it must be verified again, in the workspace's zone; null for never. */
    dueOn: date("due_on", { mode: "string" }),
    /** From when on it is due, and from when on overdue. */
    dueFrom: moment("due_from"),
    overdueAt: moment("overdue_at"),
    isPaused: boolean("is_paused").notNull().default(false),
    /** When the next notice about it has to be given; null for none. */
    nextNoticeAt: moment("next_notice_at"),
  },
  (table) => [
    index("freshness_next_notice").on(table.nextNoticeAt, table.workspaceId).where(sql`next_notice_at is not null`),
    index("freshness_overdue").on(table.workspaceId, table.overdueAt),
    documentKey(table),
  ],
);

/** Something that happened to the business and may make documents untrue. */
export const businessEvents = pgTable(
  "business_events",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["launch", "price", "region", "competitor", "other"] }).notNull(),
    title: text("title").notNull(),
    note: text("note").notNull().default(""),
    happenedOn: date("happened_on", { mode: "string" }).notNull(),
    loggedBy: person("logged_by"),
    createdAt: createdAt(),
  },
  (table) => [index("business_events_newest").on(table.workspaceId, table.createdAt.desc().nullsFirst())],
);
