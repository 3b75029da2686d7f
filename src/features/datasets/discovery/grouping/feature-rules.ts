// Which traits groups can be found by, and which ones one would begin with.
import type { Trait } from "../../catalog-rules";

/** Numbers, days and moments as days before the snapshot's day, words and flags. */
export type FeatureKind = "number" | "days" | "words" | "flag";

/** Words of which there are more are names, not kinds. */
const MOST_WORDS = 60;

/** What a look at a sample says of a trait. */
export interface FeatureFacts {
  /** From 0 to 1. */
  readonly known: number;
  readonly distinct: number;
  /** Of the known values that there are. */
  readonly count: number;
}

export function kindOf({ type }: Pick<Trait, "type">): FeatureKind | null {
  if (type === "number" || type === "flag") return type;
  if (type === "date" || type === "time") return "days";
  return type === "text" ? "words" : null;
}

/** Why groups can't be found by a trait, in words; null where they can. */
export function featureProblem(
  { id, label }: Pick<Trait, "id" | "label">,
  kind: FeatureKind,
  { known, distinct, count }: FeatureFacts,
): string | null {
  if (known < 0.6) return `Unknown of ${Math.round((1 - known) * 100)} % of the customers`;
  if (distinct <= 1) return "The same for everybody";
  if (kind === "words" && distinct > MOST_WORDS) return "Different for nearly everybody";
  const isNumbering = kind === "number" && distinct > 0.98 * count && count > 50;
  if (isNumbering && /(^|[_\s])(id|no|nr|number|code|key|index|row)([_\s]|$)/i.test(`${id} ${label}`))
    return "A number that only names";
  return null;
}

/** How alike two numbers may be before one says what the other does. */
export const MOST_ALIKE = 0.95;
export const MOST_SUGGESTED = 12;

const GROUP_ORDER: readonly Trait["group"][] = [
  ...(["behavioural", "needs", "psychographic"] as const),
  ...(["firmographic", "demographic", "geographic"] as const),
];

/** What people do before who they are, in the order of the catalog. */
export function suggestionOrder<T extends Pick<Trait, "group">>(traits: readonly T[]): readonly T[] {
  return [...traits].sort((a, b) => GROUP_ORDER.indexOf(a.group) - GROUP_ORDER.indexOf(b.group));
}
