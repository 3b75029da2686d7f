// A comparison with what differs inside of what changed. Apart from finding the changes, since it weighs more.
import { compareBodies } from "./body-comparison-rules";
import type { BodyChange, FieldChange, Sides } from "./comparison-rules";
import { newWordFinder } from "./comparison-word-rules";

/** The changes with the differing words of every text that people wrote, and with the blocks of prose that differ. */
export function withWords(changes: readonly FieldChange[], { isWhole = false } = {}): readonly FieldChange[] {
  const find = newWordFinder();
  const mark = <S extends Sides>(sides: S): S =>
    sides.isProse && sides.before && sides.after && sides.before !== sides.after
      ? { ...sides, words: find(sides.before, sides.after) }
      : sides;
  return changes.map((change) => {
    if (change.shape === "body") return withBlocks(change, isWhole);
    return change.shape === "value"
      ? mark(change)
      : {
          ...change,
          items: change.items.map((item) => mark({ ...item, attributes: item.attributes.map((one) => mark(one)) })),
        };
  });
}

/** Prose with what differs in it instead of both sides, which may be long. */
export function withBlocks({ sides, ...change }: BodyChange, isWhole = false): BodyChange {
  return { ...change, diff: change.diff ?? compareBodies(sides?.before ?? null, sides?.after ?? null, { isWhole }) };
}
