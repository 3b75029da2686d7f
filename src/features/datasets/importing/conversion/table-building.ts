// What the tables of a snapshot are made of, and what making them answers.
import type { Catalog, Trait } from "../../catalog-rules";
import type { ImportPlan, ImportProgress, ImportReport } from "../import-plan-rules";
import type { ConversionDatabase } from "./conversion-database";
import type { ReportLine } from "./refused-cells";
import type { StagedRows } from "./staged-rows";

/** What the dataset knows by names already. */
export interface Known {
  readonly traits: readonly KnownTrait[];
  readonly properties: readonly KnownTrait[];
}
export type KnownTrait = Pick<Trait, "id" | "label" | "type">;

/** What making the tables of customers, or of customers and events, answers. */
export interface Tables {
  readonly catalog: Catalog;
  readonly customers: number;
  readonly events: number;
  /** Rows that were refused or folded into another one. */
  readonly refused: ImportReport["refused"];
  readonly lines: readonly ReportLine[];
  /** How many lines there would have been. */
  readonly listed: number;
}

/** What both kinds of tables are made with. */
export interface TableTools {
  readonly database: ConversionDatabase;
  readonly staged: StagedRows;
  readonly plan: ImportPlan;
  readonly known: Known | null;
  readonly fileRow: (row: number) => number;
  readonly onPhase: (phase: ImportProgress["phase"]) => void;
}
