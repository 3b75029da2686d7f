// How people are reminded: what they want to hear, and where it is sent.
import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, createdAt, id, moment, workspaceId } from "./columns";
import { users } from "./user";
import { workspaces } from "./workspace";

const tenant = () => workspaceId().references(() => workspaces.id, { onDelete: "cascade" });
const person = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** What one person wants to hear of, by which way, and when not. No row: as preference-rules.ts begins. */
export const noticePreferences = pgTable(
  "notice_preferences",
  {
    workspaceId: tenant(),
    userId: person(),
    preferences: jsonb("preferences").$type<Record<string, unknown>>().notNull(),
    /** When the next weekly digest is to be made; null for none. */
    nextDigestAt: moment("next_digest_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.userId] }),
    index("notice_preferences_digest").on(table.nextDigestAt),
  ],
);

/** Everything that left the house: one row for each letter or call, with what became of it. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: id(),
    workspaceId: tenant(),
    /** Whom it is for; null for what goes to no person. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    channel: text("channel", { enum: ["mail", "digest", "webhook"] }).notNull(),
    /** The fact that is told, such as notice:<id>: the same fact is delivered to the same target once. */
    fact: text("fact").notNull(),
    /** An address, or the id of a webhook. */
    target: text("target").notNull(),
    state: text("state", { enum: ["waiting", "sent", "failed", "dropped"] })
      .notNull()
      .default("waiting"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error").notNull().default(""),
    /** What a webhook is told, as webhook-rules.ts reads it; null for letters, which are written when they leave. */
    event: jsonb("event").$type<Record<string, unknown>>(),
    createdAt: createdAt(),
    /** Not before: quiet hours, or the pause after a failure. */
    notBefore: moment("not_before"),
    sentAt: moment("sent_at"),
  },
  (table) => [
    unique("deliveries_once").on(table.workspaceId, table.channel, table.target, table.fact),
    index("deliveries_newest").on(table.workspaceId, table.createdAt.desc().nullsFirst()),
    index("deliveries_person").on(table.workspaceId, table.userId, table.createdAt.desc().nullsFirst()),
    index("deliveries_waiting").on(table.createdAt).where(sql`state = 'waiting'`),
  ],
);

/** The secret address of a person's calendar. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    workspaceId: tenant(),
    userId: person(),
    /** SHA-256 of what stands in the address. */
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    readAt: moment("read_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId] })],
);

/** What a person's calendar was told last, so that an event is changed and cancelled rather than doubled. */
export const calendarEvents = pgTable(
  "calendar_events",
  {
    workspaceId: tenant(),
    userId: person(),
    uid: text("uid").notNull(),
    sequence: integer("sequence").notNull().default(0),
    event: jsonb("event").$type<Record<string, unknown>>().notNull(),
    changedAt: moment("changed_at").notNull().defaultNow(),
    isCancelled: boolean("is_cancelled").notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.userId, table.uid] })],
);

/** Where a workspace's notices also go. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    workspaceId: tenant(),
    name: text("name").notNull(),
    /** Slack's incoming format, or JSON signed by the Standard Webhooks scheme. */
    format: text("format", { enum: ["slack", "standard"] }).notNull(),
    url: text("url").notNull(),
    /** What it is signed with; empty for Slack. */
    secret: bytes("secret").notNull(),
    /** The secret before the last change, with which calls are signed as well until then. */
    previousSecret: bytes("previous_secret"),
    previousUntil: moment("previous_until"),
    /** Kinds of notices; empty for all that go to webhooks. */
    kinds: text("kinds").array().notNull(),
    isPaused: boolean("is_paused").notNull().default(false),
    /** Since when no call has come through, how often in a row, and until when none is tried; null and 0 while all is well. */
    failingSince: moment("failing_since"),
    failures: integer("failures").notNull().default(0),
    quietUntil: moment("quiet_until"),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [index("webhooks_workspace").on(table.workspaceId)],
);
