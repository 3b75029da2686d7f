// Imported customer data: what was imported, when, what its columns are, and what segments measured on it. The rows
// themselves lie in the file store.

import {
  bigint,
  boolean,
  date,
  doublePrecision,
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
import { workspaces } from "./workspace";

/** JSON whose shape the feature knows that writes it. */
type Described = Record<string, unknown>;

export const datasets = pgTable(
  "datasets",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** What the data may be used for, in the importer's words. */
    purpose: text("purpose").notNull(),
    /** Days after which a snapshot is deleted; null keeps it until somebody deletes it. */
    retentionDays: integer("retention_days"),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    /** Its snapshots' data are gone; the row stays for the history of what was measured. */
    deletedAt: moment("deleted_at"),
  },
  (table) => [unique("datasets_identity").on(table.workspaceId, table.id)],
);

/** Ties a row to a dataset of the same workspace. */
const datasetKey = (table: { workspaceId: typeof datasets.workspaceId; datasetId: typeof datasets.id }) =>
  foreignKey({ columns: [table.workspaceId, table.datasetId], foreignColumns: [datasets.workspaceId, datasets.id] });

/** One import's result, dated. Its rows never change, save that an erased person's are taken out. */
export const snapshots = pgTable(
  "snapshots",
  {
    id: id(),
    workspaceId: workspaceId(),
    datasetId: uuid("dataset_id").notNull(),
    /** Counts from 1 within the dataset. */
    number: integer("number").notNull(),
    /** The day that the data speak of; relative windows are resolved against it. */
    asOf: date("as_of", { mode: "string" }).notNull(),
    /** IANA name; moments of the data are local to it. */
    timeZone: text("time_zone").notNull(),
    importedBy: uuid("imported_by")
      .notNull()
      .references(() => users.id),
    importedAt: moment("imported_at").notNull().defaultNow(),
    customers: integer("customers").notNull(),
    /** Rows of events; 0 where the data have none. */
    events: bigint("events", { mode: "number" }).notNull().default(0),
    /** Of its files in the file store. */
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    catalog: jsonb("catalog").$type<Described>().notNull(),
    /** Grows when people are erased from it; part of its files' names. */
    revision: integer("revision").notNull().default(1),
    /** Since when its data are gone, and why. */
    removedAt: moment("removed_at"),
    removedBecause: text("removed_because", { enum: ["retention", "deleted"] }),
  },
  (table) => [
    unique("snapshots_identity").on(table.workspaceId, table.id),
    unique("snapshots_number").on(table.datasetId, table.number),
    datasetKey(table as never),
  ],
);

/** A file on its way to a snapshot: uploaded, looked at, mapped, read. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    fileName: text("file_name").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    state: text("state", { enum: ["uploading", "uploaded", "waiting", "running", "done", "failed", "cancelled"] })
      .notNull()
      .default("uploading"),
    /** What the file looks like: format, columns, first rows. Null until it was looked at. */
    detected: jsonb("detected").$type<Described>(),
    /** How it is to be read, as the person confirmed it. */
    plan: jsonb("plan").$type<Described>(),
    datasetId: uuid("dataset_id"),
    snapshotId: uuid("snapshot_id"),
    progress: jsonb("progress").$type<Described>(),
    /** What was changed or refused while reading. */
    report: jsonb("report").$type<Described>(),
    /** Why it failed, in the user's words. */
    problem: text("problem"),
    startedAt: moment("started_at"),
    endedAt: moment("ended_at"),
    /** Told every few seconds by the process that reads; a silent one is dead. */
    aliveAt: moment("alive_at"),
  },
  (table) => [
    unique("imports_identity").on(table.workspaceId, table.id),
    index("imports_newest").on(table.workspaceId, table.createdAt.desc().nullsFirst()),
    datasetKey(table as never),
  ],
);

/** How files of one shape were mapped the last time, so that the next export needs no mapping. */
export const importPlans = pgTable(
  "import_plans",
  {
    workspaceId: workspaceId().references(() => workspaces.id, { onDelete: "cascade" }),
    /** SHA-256, hexadecimal, of the column names in order. */
    shape: text("shape").notNull(),
    plan: jsonb("plan").$type<Described>().notNull(),
    datasetId: uuid("dataset_id"),
    usedAt: moment("used_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.shape] }), datasetKey(table as never)],
);

/** A segment's version evaluated on a snapshot. The last good result stays when a later attempt fails. */
export const measures = pgTable(
  "measures",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    version: integer("version").notNull(),
    snapshotId: uuid("snapshot_id").notNull(),
    /** The one frozen at publication, which later ones are held against. */
    isBaseline: boolean("is_baseline").notNull().default(false),
    state: text("state", { enum: ["measured", "failed", "invalid"] }).notNull(),
    /** Customers who match, and customers there are; null until it was measured once. */
    count: integer("count"),
    base: integer("base"),
    /** Since the measure before, on the snapshot before. */
    entered: integer("entered"),
    left: integer("left"),
    /** How the members are made up, against everyone. */
    profile: jsonb("profile").$type<Described>(),
    /** Against the baseline. */
    drift: jsonb("drift").$type<Described>(),
    /** Why it failed or can't be measured, in the user's words. */
    problem: text("problem"),
    measuredAt: moment("measured_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.documentId, table.version, table.snapshotId] }),
    index("measures_snapshot").on(table.snapshotId),
    documentKey(table),
    foreignKey({
      columns: [table.workspaceId, table.snapshotId],
      foreignColumns: [snapshots.workspaceId, snapshots.id],
    }),
  ],
);

/** Every attempt to measure. */
export const measureRuns = pgTable(
  "measure_runs",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    version: integer("version").notNull(),
    snapshotId: uuid("snapshot_id").notNull(),
    startedAt: moment("started_at").notNull(),
    milliseconds: doublePrecision("milliseconds").notNull(),
    count: integer("count"),
    base: integer("base"),
    problem: text("problem"),
  },
  (table) => [index("measure_runs_document").on(table.workspaceId, table.documentId, table.id), documentKey(table)],
);

/** Why a document may have become untrue before its day. */
export const DOCUMENT_MARKS = ["drifting", "contradicted", "rests-on-new", "event", "disputed"] as const;

/** What everybody should see on a document, such as that the data have moved away from it. */
export const documentMarks = pgTable(
  "document_marks",
  {
    workspaceId: workspaceId(),
    documentId: uuid("document_id").notNull(),
    mark: text("mark", { enum: DOCUMENT_MARKS }).notNull(),
    /** What happened, in a sentence. */
    sentence: text("sentence").notNull(),
    /** What it comes from: the document itself, a segment that it rests on, or an event. */
    sourceId: uuid("source_id").notNull(),
    since: moment("since").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.mark, table.sourceId] }), documentKey(table)],
);
