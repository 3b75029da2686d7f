// What people say and do around a document: threads, approvals, and the feed of what happened.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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

const person = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);

export const threads = pgTable(
  "threads",
  {
    id: id(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    /** Dotted path of the field or claim; null for the document as a whole. */
    place: text("place"),
    /** The words that stood at the place when the thread began. */
    quote: text("quote").notNull().default(""),
    /** The version it began on; null for one that began on the draft, which readers of versions don't see. */
    version: integer("version"),
    startedBy: person("started_by"),
    createdAt: createdAt(),
    /** Last comment; threads are ordered by it. */
    changedAt: moment("changed_at").notNull().defaultNow(),
    resolvedAt: moment("resolved_at"),
    resolvedBy: uuid("resolved_by").references(() => users.id),
    /** When the words it was anchored to went; null while they stand, and for threads that aren't anchored in prose. */
    orphanedAt: moment("orphaned_at"),
  },
  (table) => [
    unique("threads_identity").on(table.workspaceId, table.id),
    index("threads_document").on(table.workspaceId, table.documentId, table.changedAt.desc().nullsFirst()),
    documentKey(table),
  ],
);

export const comments = pgTable(
  "comments",
  {
    id: id(),
    workspaceId: workspaceId(),
    threadId: uuid("thread_id").notNull(),
    authorId: person("author_id"),
    /** Prose; a mention stands in it as @[name](user id). */
    body: text("body").notNull(),
    /** Words proposed in the place of those that the thread is anchored to; null for a comment without a proposal. */
    proposal: text("proposal"),
    proposalState: text("proposal_state", { enum: ["open", "accepted", "declined"] }),
    decidedBy: uuid("decided_by").references(() => users.id),
    createdAt: createdAt(),
    editedAt: moment("edited_at"),
    /** Its place in the thread stays, its words are gone. */
    deletedAt: moment("deleted_at"),
  },
  (table) => [
    index("comments_thread").on(table.workspaceId, table.threadId, table.createdAt),
    index("comments_author").on(table.workspaceId, table.authorId, table.createdAt),
    foreignKey({
      columns: [table.workspaceId, table.threadId],
      foreignColumns: [threads.workspaceId, threads.id],
    }).onDelete("cascade"),
  ],
);

/** A draft put forward for approval. It holds for one revision: any edit after it makes it void. */
export const approvalRequests = pgTable(
  "approval_requests",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    /** The draft's revision that is put forward. */
    revision: integer("revision").notNull(),
    requestedBy: person("requested_by"),
    requestedAt: moment("requested_at").notNull().defaultNow(),
    note: text("note").notNull().default(""),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.documentId, table.revision] }), documentKey(table)],
);

/** One person's decision on one revision of a draft. */
export const approvals = pgTable(
  "approvals",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    revision: integer("revision").notNull(),
    userId: person("user_id"),
    decision: text("decision", { enum: ["approved", "changes-asked"] }).notNull(),
    note: text("note").notNull().default(""),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.revision, table.userId] }),
    foreignKey({
      columns: [table.workspaceId, table.documentId, table.revision],
      foreignColumns: [approvalRequests.workspaceId, approvalRequests.documentId, approvalRequests.revision],
    }),
    documentKey(table),
  ],
);

/** What happened to documents, for the feed. Edits of one person within an hour are one row that grows. */
export const activities = pgTable(
  "activities",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    actorId: person("actor_id"),
    /** What was done, in the past tense, such as published. */
    verb: text("verb").notNull(),
    details: jsonb("details").$type<Record<string, string | number | null>>().notNull().default({}),
    /** Not told to those who read versions only. */
    isOnDraft: boolean("is_on_draft").notNull(),
    /** Equal for what is one row, such as the edits of an hour; null where nothing is joined. */
    span: text("span"),
    count: integer("count").notNull().default(1),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    unique("activities_span").on(table.documentId, table.actorId, table.verb, table.span),
    index("activities_workspace").on(table.workspaceId, sql`${table.at} desc`, sql`${table.id} desc`),
    index("activities_document").on(table.workspaceId, table.documentId, sql`${table.at} desc`, sql`${table.id} desc`),
    documentKey(table),
  ],
);
