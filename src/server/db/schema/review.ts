// Reviews held together: sessions, what is on their agenda, what people say of it, and what follows.
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, workspaceId } from "./columns";
import { documentKey } from "./document";
import { users } from "./user";
import { REVIEW_RESULTS } from "./verification";
import { workspaces } from "./workspace";

const person = (name: string) => uuid(name).references(() => users.id);

export const reviewSessions = pgTable(
  "review_sessions",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    /** What the people should find out. */
    purpose: text("purpose").notNull().default(""),
    /** A meeting, or a window of time within which everybody looks when they can. */
    mode: text("mode", { enum: ["live", "window"] }).notNull(),
    state: text("state", { enum: ["planned", "open", "closed", "cancelled"] })
      .notNull()
      .default("planned"),
    startsAt: moment("starts_at").notNull(),
    endsAt: moment("ends_at").notNull(),
    /** IANA name: the zone that it was planned in. */
    timeZone: text("time_zone").notNull(),
    facilitatorId: person("facilitator_id").notNull(),
    /** Whom everybody follows; null while nobody presents. */
    presenterId: person("presenter_id"),
    /** Where the presenter is, as room-contract.ts reads it. */
    presented: jsonb("presented").$type<Record<string, unknown>>(),
    currentItemId: uuid("current_item_id"),
    itemStartedAt: moment("item_started_at"),
    plannedBy: person("planned_by").notNull(),
    createdAt: createdAt(),
    openedAt: moment("opened_at"),
    closedAt: moment("closed_at"),
    cancelledReason: text("cancelled_reason"),
    /** What was decided, said and voted, frozen at the end. */
    minutes: jsonb("minutes").$type<Record<string, unknown>>(),
    /** SHA-256 of the link by which guests watch; null for none. */
    guestTokenHash: text("guest_token_hash").unique(),
    /** Grows with every change of date, people or agenda, for calendars and for people who change it at once. */
    revision: integer("revision").notNull().default(0),
  },
  (table) => [
    unique("review_sessions_identity").on(table.workspaceId, table.id),
    index("review_sessions_when").on(table.workspaceId, table.state, table.startsAt),
    index("review_sessions_clock").on(table.startsAt).where(sql`state in ('planned', 'open')`),
  ],
);

const sessionKey = (table: { workspaceId: AnyPgColumn; sessionId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.workspaceId, table.sessionId],
    foreignColumns: [reviewSessions.workspaceId, reviewSessions.id],
  }).onDelete("cascade");

export const reviewItems = pgTable(
  "review_items",
  {
    id: id(),
    workspaceId: workspaceId(),
    sessionId: uuid("session_id").notNull(),
    documentId: uuid("document_id").notNull(),
    position: integer("position").notNull(),
    /** Time planned for it, in minutes. */
    minutesPlanned: integer("minutes_planned"),
    /** Whether everybody sees everybody's marks and votes, whatever they have given themselves. */
    isRevealed: boolean("is_revealed").notNull().default(false),
    result: text("result", { enum: REVIEW_RESULTS }),
    decisionNote: text("decision_note").notNull().default(""),
    decidedBy: person("decided_by"),
    decidedAt: moment("decided_at"),
    /** The version that the decision confirmed or published. */
    version: integer("version"),
  },
  (table) => [
    unique("review_items_identity").on(table.workspaceId, table.id),
    unique("review_items_once").on(table.sessionId, table.documentId),
    index("review_items_document").on(table.workspaceId, table.documentId),
    sessionKey(table),
    documentKey(table),
  ],
);

const itemKey = (table: { workspaceId: AnyPgColumn; itemId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.workspaceId, table.itemId],
    foreignColumns: [reviewItems.workspaceId, reviewItems.id],
  }).onDelete("cascade");

export const reviewParticipants = pgTable(
  "review_participants",
  {
    workspaceId: workspaceId(),
    sessionId: uuid("session_id").notNull(),
    userId: person("user_id").notNull(),
    invitedAt: moment("invited_at").notNull().defaultNow(),
    /** When they first came; null for who hasn't. */
    joinedAt: moment("joined_at"),
    /** When they last gave a sign of being there. */
    seenAt: moment("seen_at"),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.userId] }),
    index("review_participants_person").on(table.workspaceId, table.userId),
    sessionKey(table),
  ],
);

/** What a person thinks of one claim; hidden from others until they have marked themselves. */
export const reviewMarks = pgTable(
  "review_marks",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    userId: person("user_id").notNull(),
    /** Dotted path with ids, as comparisons have it. */
    place: text("place").notNull(),
    verdict: text("verdict", { enum: ["keep", "change", "remove", "unsure"] }).notNull(),
    note: text("note").notNull().default(""),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.userId, table.place] }), itemKey(table)],
);

export const reviewVotes = pgTable(
  "review_votes",
  {
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    userId: person("user_id").notNull(),
    vote: text("vote", { enum: ["approve", "change", "retire"] }).notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.itemId, table.userId] }), itemKey(table)],
);

export const reviewNotes = pgTable(
  "review_notes",
  {
    id: id(),
    workspaceId: workspaceId(),
    itemId: uuid("item_id").notNull(),
    authorId: person("author_id").notNull(),
    text: text("text").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [index("review_notes_item").on(table.workspaceId, table.itemId, table.at), itemKey(table)],
);

/** What somebody is to do about a document by a day. */
export const reviewTasks = pgTable(
  "review_tasks",
  {
    id: id(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    /** The session in which it was given; null for one given alone. */
    sessionId: uuid("session_id"),
    text: text("text").notNull(),
    assigneeId: person("assignee_id").notNull(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    createdBy: person("created_by").notNull(),
    createdAt: createdAt(),
    doneAt: moment("done_at"),
    doneBy: person("done_by"),
  },
  (table) => [
    index("review_tasks_open").on(table.workspaceId, table.assigneeId).where(sql`done_at is null`),
    index("review_tasks_document").on(table.workspaceId, table.documentId),
    documentKey(table),
  ],
);

/** What one person answered to the statements about trust, of one version. */
export const trustResponses = pgTable(
  "trust_responses",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    version: integer("version").notNull(),
    userId: person("user_id").notNull(),
    sessionId: uuid("session_id"),
    /** 1–7 for each statement, in the order of trust-rules.ts. */
    scores: integer("scores").array().notNull(),
    /** What they would use it for. */
    use: text("use").notNull().default(""),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.version, table.userId] }), documentKey(table)],
);
