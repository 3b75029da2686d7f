// Customer data as one chooses and names them in a rule.
import type { Catalog } from "./catalog-rules";

export interface ChosenData {
  readonly datasetId: string;
  readonly name: string;
  /** The newest one whose data are there. */
  readonly snapshot: {
    readonly id: string;
    readonly number: number;
    readonly asOf: string;
    readonly customers: number;
  };
  /** Without ranges and deciles; without personal values for people who may not import. */
  readonly catalog: Catalog;
}

export interface DataChoices {
  /** Those with data, by name. */
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
  /** Null when nothing is chosen or its data are gone. */
  readonly chosen: ChosenData | null;
}
