// Cells of a table are found by their column: they may be exchanged as a whole, or hold the same as their neighbours.
import type { BodyNode } from "../bodies/body-rules";
import { type Alignment, type Allowance, alignBlocks } from "./body-align-rules";
import type { BlockReader } from "./body-block-rules";
import type { AlignedBlock } from "./body-run-rules";

type Cells = readonly BodyNode[];

/** Which columns are which, for tables whose rows all have as many cells; undefined for others. */
export function alignColumns(
  before: BodyNode,
  after: BodyNode,
  reader: BlockReader,
  allowance: Allowance,
): Alignment | undefined {
  const [old, now] = [columnsOf(before), columnsOf(after)];
  if (!old || !now) return undefined;
  const blocks = (columns: readonly Cells[]): readonly AlignedBlock[] =>
    columns.map((cells) => reader.blockOf({ type: "column", content: cells }));
  const { pairs } = alignBlocks(blocks(old), blocks(now), allowance);
  return { pairs: filled(pairs, old.length, now.length), moved: [] };
}

/** Cells of rows that have as many, one by one; undefined where they have not. */
export function alignCells(before: Cells, after: Cells): Alignment | undefined {
  if (before.length !== after.length) return undefined;
  return { pairs: before.map((_, index) => [index, index] as const), moved: [] };
}

function columnsOf({ content: rows = [] }: BodyNode): readonly Cells[] | undefined {
  const width = rows[0]?.content?.length ?? 0;
  const isRegular = rows.every(
    ({ content = [] }) =>
      content.length === width &&
      content.every(({ attrs }) => (attrs?.colspan ?? 1) === 1 && (attrs?.rowspan ?? 1) === 1),
  );
  if (!isRegular) return undefined;
  return Array.from({ length: width }, (_, column) => rows.flatMap(({ content = [] }) => content[column] ?? []));
}

/** Between columns that are sure, as many as there are on both sides are the same ones, exchanged. */
function filled(pairs: Alignment["pairs"], olds: number, nows: number): Alignment["pairs"] {
  let [old, now] = [0, 0];
  return [...pairs, [olds, nows] as const].flatMap(([oldTo, nowTo]) => {
    const gap = Array.from(
      { length: Math.min(oldTo - old, nowTo - now) },
      (_, step) => [old + step, now + step] as const,
    );
    [old, now] = [oldTo + 1, nowTo + 1];
    return oldTo < olds && nowTo < nows ? [...gap, [oldTo, nowTo] as const] : gap;
  });
}
