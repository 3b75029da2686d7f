// How long customer data are kept, and how people are found in them and taken out.
import { z } from "zod";
import { line, paragraphs } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";

export const changeDatasetInput = workspaceInput({
  datasetId: z.uuid(),
  name: line(120, "The name").pipe(z.string().min(1, "Give the data a name.")),
  purpose: paragraphs(600, "The purpose").pipe(z.string().min(1, "Say what the data may be used for.")),
  retentionDays: z
    .int()
    .min(1, "Data are kept for at least a day.")
    .max(3650, "Data are kept for up to ten years, or until somebody deletes them.")
    .nullable(),
});
export type ChangeDatasetInput = z.output<typeof changeDatasetInput>;

export const deleteDatasetInput = workspaceInput({ datasetId: z.uuid() });
export const deleteSnapshotInput = workspaceInput({ snapshotId: z.uuid() });

export const findPersonInput = workspaceInput({
  /** A customer's id, or something personal that is known of them, such as an e-mail address; whole. */
  text: line(320, "What to look for").pipe(z.string().min(1, "Write an id or an e-mail address.")),
});
export type FindPersonInput = z.output<typeof findPersonInput>;

export const erasePeopleInput = workspaceInput({
  keys: z
    .array(z.string().regex(/^\d{1,20}$/))
    .min(1)
    .max(20),
});
export type ErasePeopleInput = z.output<typeof erasePeopleInput>;

/** Somebody who was found, with all that is known of them in each snapshot. */
export interface FoundPerson {
  readonly key: string;
  readonly id: string;
  readonly snapshots: readonly FoundRecord[];
}

export interface FoundRecord {
  readonly snapshotId: string;
  readonly dataset: string;
  readonly number: number;
  /** ISO day. */
  readonly asOf: string;
  readonly values: readonly { readonly label: string; readonly text: string }[];
  readonly events: number;
}
