// Imports on the wire. Moments are ISO 8601 strings in UTC.
import { z } from "zod";
import { line, paragraphs, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { TRAIT_GROUPS, TRAIT_TYPES, type TraitGroup, type TraitType } from "../catalog-rules";
import {
  COLUMN_ROLES,
  type ColumnRole,
  type DetectedFile,
  type ImportPlan,
  type ImportProgress,
  type ImportReport,
} from "./import-plan-rules";

/** Columns of a file that are taken; what a wider file holds is left out by its detection. */
export const MAX_COLUMNS = 1_000;
export const MAX_NAME = 300;
const MAX_SPELLINGS = 50;
const MAX_DATASET_NAME = 120;
const MAX_PURPOSE = 500;
/** Ten years. */
const MAX_RETENTION_DAYS = 3_650;

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]];

const day = z.iso.date("Write the day as year-month-day, such as 2026-11-22.");
/** Names and spellings are compared with what the file says: nothing of them is changed. */
const asWritten = z.string().max(MAX_NAME);
const spellings = z.array(z.string().max(40)).max(MAX_SPELLINGS);
const cancelled = z.strictObject({ column: asWritten, startsWith: z.string().min(1).max(40) }).nullable();

export const fileFormat = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("delimited"),
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
    delimiter: z.enum([",", ";", "\t", "|"]),
    quote: z.enum(['"', "'"]).nullable(),
    hasHeader: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("xlsx"), sheet: asWritten, hasHeader: z.boolean() }),
  z.strictObject({ kind: z.literal("parquet") }),
  z.strictObject({ kind: z.literal("json-lines") }),
]);

const columnReading = z.strictObject({
  name: asWritten,
  role: z.enum(keysOf<ColumnRole>(COLUMN_ROLES)),
  type: z.enum(keysOf<TraitType>(TRAIT_TYPES)),
  group: z.enum(keysOf<TraitGroup>(TRAIT_GROUPS)),
  unit: z.union([
    z.enum(["plain", "share"]),
    z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/, "A currency is three capital letters, such as EUR.") }),
  ]),
  isPersonal: z.boolean(),
  decimal: z.enum([".", ","]),
  dateOrder: z.enum(["ymd", "dmy", "mdy"]),
  separator: z.enum([",", ";", "|"]).nullable(),
  yes: spellings,
  no: spellings,
  missing: spellings,
});

const importPlan = z.strictObject({
  format: fileFormat,
  subject: z.enum(["customers", "events"]),
  columns: z.array(columnReading).min(1).max(MAX_COLUMNS),
  asOf: day,
  timeZone: line(60).refine(isTimeZone, "This is no time zone. Use a name such as Europe/Berlin."),
  cancelled,
}) satisfies z.ZodType<ImportPlan>;

function isTimeZone(name: string): boolean {
  try {
    return name.length > 0 && Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

const importId = z.uuid();

/** Into a dataset that is there, or into a new one. */
export const startImportInput = workspaceInput({
  importId,
  plan: importPlan,
  dataset: z.union([
    z.strictObject({ id: z.uuid() }),
    z.strictObject({
      name: requiredLine(MAX_DATASET_NAME),
      purpose: paragraphs(MAX_PURPOSE, "The purpose").pipe(z.string().min(1, "Say what the data may be used for.")),
      retentionDays: z.int().min(1).max(MAX_RETENTION_DAYS).nullable(),
    }),
  ]),
});
export type StartImportInput = Omit<z.output<typeof startImportInput>, "plan"> & { readonly plan: ImportPlan };

export const importInput = workspaceInput({ importId });

export const listImportsInput = workspaceInput({ limit: z.int().min(1).max(100).default(30) });

/** `uploading` and `uploaded` come before the plan; `waiting` is for a worker that has room. */
export type ImportState = "uploading" | "uploaded" | "waiting" | "running" | "done" | "failed" | "cancelled";

export interface ImportSummary {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: ImportState;
  readonly createdAt: string;
  readonly createdBy: { readonly userId: string; readonly name: string };
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** While it runs, with the server's milliseconds since it began, from which rate and time left are told. */
  readonly progress: (ImportProgress & { readonly milliseconds: number }) | null;
  /** Why it failed, in words for people. */
  readonly problem: string | null;
  /** Where it goes, once it was started. */
  readonly dataset: { readonly id: string; readonly name: string } | null;
  readonly snapshotId: string | null;
}

/** How a file of the same shape was read before, and where it went; null where the dataset is gone. */
export interface RememberedPlan {
  readonly plan: ImportPlan;
  readonly dataset: { readonly id: string; readonly name: string } | null;
}

export interface ImportDetails extends ImportSummary {
  /** Null until the file was looked at. */
  readonly detected: DetectedFile | null;
  readonly remembered: RememberedPlan | null;
  /** As it was confirmed; null before. */
  readonly plan: ImportPlan | null;
  readonly report: ImportReport | null;
}

/** The lines of the report, as CSV; cut where they are very many. */
export interface ImportLines {
  readonly fileName: string;
  readonly csv: string;
}
