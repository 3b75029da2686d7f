// Long unchanged stretches of a comparison, folded; and what a comparison says of either side, unfolded.
import { type BlockChange, type BlockPart, isFold, type Piece } from "./body-change-rules";

/** Fewer unchanged blocks than this are not worth folding. */
const LEAST_FOLDED = 2;
/** A longer neighbour of a change tells nobody where they are. */
const LONGEST_NEIGHBOUR = 400;

/** Leaves what changed, with the neighbour before it and the one behind; the rest becomes a number. A head stays. */
export function foldBlocks(
  blocks: readonly BlockChange[],
  { isHeaded = false }: { readonly isHeaded?: boolean } = {},
): readonly BlockPart[] {
  const isNear = blocks.map(
    (block, index) =>
      block.change !== "same" ||
      (isHeaded && index === 0) ||
      ((isChange(blocks[index - 1]) || isChange(blocks[index + 1])) && textOf(block) <= LONGEST_NEIGHBOUR),
  );
  const parts: BlockPart[] = [];
  let folded: BlockChange[] = [];
  const fold = () => {
    if (folded.length >= LEAST_FOLDED || folded.some((block) => textOf(block) > LONGEST_NEIGHBOUR)) {
      parts.push({ change: "fold", count: folded.length });
    } else parts.push(...folded);
    folded = [];
  };
  blocks.forEach((block, index) => {
    if (!isNear[index]) folded.push(block);
    else {
      fold();
      parts.push(block);
    }
  });
  fold();
  return parts;
}

function isChange(block: BlockChange | undefined): boolean {
  return block !== undefined && block.change !== "same";
}

/** Characters in it; a picture or a table counts as much as is never shown as a neighbour. */
function textOf(block: BlockChange): number {
  if (block.type === "table" || block.type === "image") return LONGEST_NEIGHBOUR + 1;
  let sum = 0;
  for (const { text } of block.pieces ?? []) sum += text.length;
  for (const part of block.blocks ?? []) if (!isFold(part)) sum += textOf(part);
  return sum;
}

/** The blocks whose change is told, without those that are the same. */
export function changedBlocks(parts: readonly BlockPart[]): readonly BlockChange[] {
  return parts.filter((part): part is BlockChange => !isFold(part) && part.change !== "same");
}

/** The pieces that one side has. */
export function piecesOf(side: "before" | "after", pieces: readonly Piece[]): readonly Piece[] {
  const hidden = side === "before" ? "added" : "removed";
  return pieces.filter(({ sign }) => sign !== hidden);
}

/** The blocks that one side has, in its order. */
export function blocksOf(side: "before" | "after", parts: readonly BlockPart[]): readonly BlockPart[] {
  const hidden = side === "before" ? "added" : "removed";
  const there = parts.filter(({ change }) => change !== hidden);
  if (side === "after") return there;
  const moved = there.filter(
    (part): part is BlockChange & { from: number } => !isFold(part) && part.from !== undefined,
  );
  if (moved.length === 0) return there;
  const kept = there.filter((part) => isFold(part) || part.from === undefined);
  for (const block of moved.toSorted((one, two) => one.from - two.from)) {
    let [at, index] = [0, 0];
    for (; index < kept.length && at < block.from; index += 1) {
      const part = kept[index];
      at += part && isFold(part) ? part.count : 1;
    }
    kept.splice(index, 0, block);
  }
  return kept;
}
