// Where an import goes: into a dataset that is there, or a new one with its purpose and how long it is kept.
import type { DatasetSummary } from "../dataset-contract";
import { isoDayText } from "../value-words-rules";
import type { StartImportInput } from "./import-contract";

export interface DatasetChoice {
  /** The dataset’s id; null makes a new one of what follows. */
  readonly into: string | null;
  readonly name: string;
  readonly purpose: string;
  readonly retentionDays: number | null;
}

export const PURPOSES = [
  "Understanding who our customers are",
  "Deciding whom campaigns address",
  "Watching how our segments change",
] as const;

/** Why the choice isn’t complete; null when it is. */
export function choiceBlock({ into, name, purpose }: DatasetChoice): string | null {
  if (into !== null) return null;
  if (name.trim() === "") return "Give the dataset a name.";
  return purpose.trim() === "" ? "Say what the data may be used for." : null;
}

/** As the server is told. */
export function chosenDataset({ into, name, purpose, retentionDays }: DatasetChoice): StartImportInput["dataset"] {
  return into === null ? { name: name.trim(), purpose: purpose.trim(), retentionDays } : { id: into };
}

/** What is odd about the day, beside what the dataset already holds; null when nothing is. */
export function dayHint(asOf: string, dataset: DatasetSummary | undefined): string | null {
  const newest = dataset?.newest?.asOf;
  if (newest === undefined || asOf > newest) return null;
  return asOf === newest
    ? "The newest snapshot speaks of the same day. Both stay; the one imported last is measured."
    : `The newest snapshot speaks of ${isoDayText(newest)}, which is later. Is this the newer export?`;
}
