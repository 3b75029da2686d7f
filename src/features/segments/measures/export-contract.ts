// What is exported of a segment: asked for by an address, since it is sent as a file.
import { z } from "zod";

const trait = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);

/** As it stands in the address: all of it text. */
export const exportQuery = z.strictObject({
  workspaceId: z.uuid(),
  documentId: z.uuid(),
  /** Members of a version, those who entered or left since the snapshot before, or the counts of all measures. */
  what: z.enum(["members", "entered", "left", "counts"]),
  /** Left out for the current one. */
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** Left out for the newest one. */
  snapshotId: z.uuid().optional(),
  format: z.enum(["csv", "parquet"]).default("csv"),
  /** Ids of traits beside the customer's id, joined by commas. */
  columns: z
    .string()
    .max(20_000)
    .default("")
    .transform((text) => (text === "" ? [] : text.split(",")))
    .pipe(z.array(trait).max(300)),
  /** A mark at the beginning by which spreadsheets know the encoding. */
  bom: z.enum(["0", "1"]).default("0"),
});
export type ExportQuery = z.output<typeof exportQuery>;

export interface ExportColumn {
  readonly id: string;
  readonly label: string;
  readonly isPersonal: boolean;
}
