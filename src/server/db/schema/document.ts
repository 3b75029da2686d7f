// The versioned-document engine: one identity, one draft, numbered versions that never change.

import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  customType,
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
import { DOCUMENT_KINDS } from "../../../shared/document-kinds";
import { bytes, createdAt, id, moment, workspaceId } from "./columns";
import { users } from "./user";
import { workspaces } from "./workspace";

/** Content of a draft or version: JSON whose shape the document's kind knows. */
type Content = Record<string, unknown>;

const author = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);

/** A text search vector; this schema only declares it, SQL fills it. */
const searchVector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const documents = pgTable(
  "documents",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: DOCUMENT_KINDS }).notNull(),
    ownerId: author("owner_id"),
    createdAt: createdAt(),
    /** Last change of draft or state; lists are ordered by it. */
    changedAt: moment("changed_at").notNull().defaultNow(),
    /** Number of the newest version; null until the first publication. */
    currentVersion: integer("current_version"),
    retiredAt: moment("retired_at"),
    retiredReason: text("retired_reason"),
    /** Words the team sorts by, each once, in the order of the alphabet. */
    tags: text("tags").array().notNull().default(sql`'{}'`),
  },
  (table) => [
    unique("documents_identity").on(table.workspaceId, table.id),
    index("documents_list").on(
      table.workspaceId,
      table.kind,
      table.changedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index("documents_owner").on(table.workspaceId, table.ownerId),
  ],
);

/** Ties a row to a document of the same workspace, so that ids of two workspaces can't be mixed. */
export const documentKey = (table: { workspaceId: AnyPgColumn; documentId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.workspaceId, table.documentId],
    foreignColumns: [documents.workspaceId, documents.id],
  });

/** The words of draft and current version, for search. Written with them; the engine knows which words those are. */
export const documentTexts = pgTable(
  "document_texts",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").primaryKey(),
    draft: searchVector("draft").notNull(),
    /** Null until the first publication. */
    published: searchVector("published"),
  },
  (table) => [documentKey(table)],
);

/** Who decides on a document's draft where the workspace asks for named verifiers. */
export const documentVerifiers = pgTable(
  "document_verifiers",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.userId] }),
    index("document_verifiers_person").on(table.workspaceId, table.userId),
    documentKey(table),
  ],
);

/** The one working copy. `revision` grows by one with every accepted batch of edits. */
export const drafts = pgTable(
  "drafts",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").primaryKey(),
    content: jsonb("content").$type<Content>().notNull(),
    title: text("title").notNull().generatedAlwaysAs(sql`coalesce(content->>'title', '')`),
    revision: integer("revision").notNull().default(0),
    /** The version that this draft was last equal to; null before the first publication. */
    basedOn: integer("based_on"),
    /** As of a version's; equal to the current version's when nothing waits to be published. */
    contentHash: text("content_hash").notNull(),
    changedBy: author("changed_by"),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (table) => [documentKey(table)],
);

/**
 * The live form of a draft's prose: what its editors' shared type holds, as one Yjs update. The draft's content has the
 * same prose as JSON, as of the last store. Null until somebody opens it in an editor.
 */
export const bodies = pgTable(
  "bodies",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").primaryKey(),
    state: bytes("state").notNull(),
    storedAt: moment("stored_at").notNull().defaultNow(),
    /** Why the prose could not be read at the last store; the state is kept all the same. */
    problem: text("problem"),
  },
  (table) => [documentKey(table)],
);

/** Updates that were acknowledged and aren't part of a stored state yet. Rows go when they are. */
export const bodyUpdates = pgTable(
  "body_updates",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    authorId: author("author_id"),
    data: bytes("data").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [index("body_updates_document").on(table.documentId, table.id), documentKey(table)],
);

/** Updates that could not be read back, set aside so that the rest lives on. */
export const badBodyUpdates = pgTable(
  "bad_body_updates",
  {
    id: bigint("id", { mode: "number" }).primaryKey(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    authorId: author("author_id"),
    data: bytes("data").notNull(),
    problem: text("problem").notNull(),
    at: moment("at").notNull(),
  },
  (table) => [documentKey(table)],
);

/** The edit log: every accepted batch with its author. Append-only for the application's role. */
export const draftEdits = pgTable(
  "draft_edits",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    /** The draft's revision after this batch. */
    revision: integer("revision").notNull(),
    /** Chosen by the client: a batch sent twice is applied once. */
    batchId: uuid("batch_id").notNull(),
    authorId: author("author_id"),
    edits: jsonb("edits").$type<unknown[]>().notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.revision] }),
    unique("draft_edits_batch").on(table.documentId, table.batchId),
    documentKey(table),
  ],
);

/** Immutable: a trigger refuses UPDATE and DELETE for everybody. */
export const versions = pgTable(
  "versions",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    number: integer("number").notNull(),
    content: jsonb("content").$type<Content>().notNull(),
    title: text("title").notNull().generatedAlwaysAs(sql`coalesce(content->>'title', '')`),
    /** SHA-256, hexadecimal, of the content as canonical JSON (RFC 8785). */
    contentHash: text("content_hash").notNull(),
    note: text("note").notNull(),
    reason: text("reason", { enum: ["new-evidence", "correction", "market-change", "wording", "first"] }).notNull(),
    /** Reasons of single changes by place, where they differ from `reason`. */
    reasons: jsonb("reasons").$type<Record<string, string>>().notNull().default({}),
    /** Who approved the draft that became this version. */
    approvers: uuid("approvers").array().notNull().default(sql`'{}'`),
    basedOn: integer("based_on"),
    authorId: author("author_id"),
    publishedAt: moment("published_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.number] }), documentKey(table)],
);

/** A draft set aside by a restore, so that restoring never loses work. */
export const restorePoints = pgTable(
  "restore_points",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    content: jsonb("content").$type<Content>().notNull(),
    revision: integer("revision").notNull(),
    basedOn: integer("based_on"),
    /** Set aside by a restore, or kept by itself after a while of work. */
    cause: text("cause", { enum: ["restore", "automatic"] })
      .notNull()
      .default("restore"),
    setAsideBy: author("set_aside_by"),
    setAsideAt: moment("set_aside_at").notNull().defaultNow(),
  },
  (table) => [index("restore_points_document").on(table.workspaceId, table.documentId), documentKey(table)],
);
