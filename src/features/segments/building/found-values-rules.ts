// Values to choose from: those that one has or that the catalog knows, and those that the data were searched for.
import type { TraitValue } from "../../datasets/catalog-rules";
import { folded } from "./picker-rules";

/** As many are listed at once. */
export const LISTED = 100;

interface ListedValues {
  readonly listed: readonly string[];
  /** Of those that the data were asked for as well. */
  readonly counts: ReadonlyMap<string, number>;
  /** There are others that the text fits. */
  readonly isMore: boolean;
}

/**
 * Values that the text fits, each once. Those in `known` come first and in their order, so that what the data answer a moment
 * later moves nothing; `found` may be the answer to an earlier text.
 */
export function listValues(
  known: readonly string[],
  top: readonly TraitValue[],
  found: readonly TraitValue[],
  typed: string,
): ListedValues {
  const counts = new Map([...found, ...top].map(({ value, count }) => [value, count]));
  const wanted = folded(typed);
  const all = typed === "" ? known : [...known, ...found.map(({ value }) => value)];
  const fitting = [...new Set(all)].filter((value) => folded(value).includes(wanted));
  return { listed: fitting.slice(0, LISTED), counts, isMore: fitting.length > LISTED };
}

/** Whether the data may have values that the catalog doesn't name. */
export function mayHaveMore(top: readonly TraitValue[], distinct: number): boolean {
  return top.length === 0 || distinct === 0 || top.length < distinct;
}
