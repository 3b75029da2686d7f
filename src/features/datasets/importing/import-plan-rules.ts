// What a file of customer data looks like, and how a person wants it read.
import type { Trait, TraitGroup, TraitType } from "../catalog-rules";

/** Of text with delimiters: CSV, TSV and the like. */
export interface DelimitedFormat {
  readonly kind: "delimited";
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly quote: '"' | "'" | null;
  readonly hasHeader: boolean;
}

export type FileFormat =
  | DelimitedFormat
  | { readonly kind: "xlsx"; readonly sheet: string; readonly hasHeader: boolean }
  | { readonly kind: "parquet" }
  | { readonly kind: "json-lines" };

/** What a column is for. `quantity` times `price` is an amount where there is no column of amounts. */
export const COLUMN_ROLES = {
  trait: "Trait",
  customer: "Customer’s id",
  time: "When it happened",
  event: "What happened",
  order: "Order’s id",
  amount: "Amount",
  quantity: "Quantity",
  price: "Price of one",
  drop: "Leave out",
} as const;
export type ColumnRole = keyof typeof COLUMN_ROLES;

/** How the values of a column are read. */
export interface ColumnReading {
  /** The name in the file; columns without one are called “Column 3”. */
  readonly name: string;
  readonly role: ColumnRole;
  readonly type: TraitType;
  readonly group: TraitGroup;
  readonly unit: Trait["unit"];
  readonly isPersonal: boolean;
  /** Of numbers. */
  readonly decimal: "." | ",";
  /** Of days and moments written with numbers: which stands first. Asked for where the file doesn't tell. */
  readonly dateOrder: "ymd" | "dmy" | "mdy";
  /** Between the words of a `tags` column. */
  readonly separator: "," | ";" | "|" | null;
  /** Spellings that mean yes and no, in lower case. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Spellings that mean that nothing is known, as written, trimmed, beside nothing at all. */
  readonly missing: readonly string[];
}

/** A column as it was found: the proposed reading with what it rests on. */
export interface DetectedColumn extends ColumnReading {
  readonly position: number;
  /** Up to five different values as written. */
  readonly examples: readonly string[];
  /** Share of the rows looked at, from 0 to 1, in which something stands. */
  readonly filled: number;
  /** Every value looked at could be read day first or month first: the person must say. */
  readonly isDateOrderUnsure: boolean;
}

/** What a file looks like; kept with the import and shown as the preview. */
export interface DetectedFile {
  readonly format: FileFormat;
  /** Sheets of a workbook, else none. */
  readonly sheets: readonly string[];
  /** Rows, or about how many. */
  readonly rows: number;
  readonly isRowsExact: boolean;
  readonly columns: readonly DetectedColumn[];
  /** The first rows as written, in the order of the columns. */
  readonly firstRows: readonly (readonly string[])[];
  /** One row for each customer, or for each line of an order or other event. */
  readonly subject: "customers" | "events";
  /** SHA-256, hexadecimal, of the column names: files of one shape are read the same way. */
  readonly shape: string;
  /** What the person should know, as sentences. */
  readonly notes: readonly string[];
  /** Newest day found in the column with the role `time`, or in any column of days; null where there is none. ISO. */
  readonly newestDay: string | null;
  /** Events of this kind are left out of what customers bought: lines whose order's id begins so. */
  readonly cancelled: { readonly column: string; readonly startsWith: string } | null;
}

/** How a file is read, as the person confirmed it. Columns by name, in any order; what isn't named is left out. */
export interface ImportPlan {
  readonly format: FileFormat;
  readonly subject: "customers" | "events";
  readonly columns: readonly ColumnReading[];
  /** The day that the data speak of, ISO. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly cancelled: { readonly column: string; readonly startsWith: string } | null;
}

/** What became of a column's cells. */
export interface ColumnReport {
  readonly name: string;
  /** Cells that were empty or spelt a missing value, by spelling. */
  readonly missing: readonly { readonly spelling: string; readonly count: number }[];
  /** Cells that couldn't be read as the column's type, and so are unknown. */
  readonly unreadable: number;
  /** Up to 20 of them, with the row in the file (the header is row 1). */
  readonly examples: readonly { readonly row: number; readonly text: string }[];
}

export interface ImportReport {
  readonly rows: number;
  /** Rows that became customers, or events. */
  readonly kept: number;
  readonly customers: number;
  readonly events: number;
  /** Rows that were refused or folded into another one, by reason, in sentences. */
  readonly refused: readonly { readonly reason: string; readonly count: number }[];
  readonly columns: readonly ColumnReport[];
  /** Against the dataset's snapshot before; null for its first one. Labels. */
  readonly traits: TraitChanges | null;
  /** Line by line, as CSV in the file store; null where there was nothing to tell. */
  readonly detailsKey: string | null;
}

export interface TraitChanges {
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
  readonly retyped: readonly { readonly label: string; readonly from: TraitType; readonly to: TraitType }[];
}

export interface ImportProgress {
  readonly phase: "reading" | "checking" | "writing" | "counting";
  readonly rows: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}
