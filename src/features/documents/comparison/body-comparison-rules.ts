// What differs between two bodies: block by block, and inside of blocks word by word. The same in the browser and on
// the server, and bounded whatever the bodies are.
import { type Body, type BodyNode, withoutThreads } from "../bodies/body-rules";
import { type Alignment, Allowance, alignBlocks } from "./body-align-rules";
import { BlockReader, isTextBlock } from "./body-block-rules";
import { type BlockChange, type BlockPart, type BodyDiff, isSameAttributes, saidAttributes } from "./body-change-rules";
import { foldBlocks } from "./body-fold-rules";
import { comparePieces, type WordFinder, wholePieces } from "./body-inline-rules";
import { alignCells, alignColumns } from "./body-table-rules";
import { newWordFinder } from "./comparison-word-rules";

/** Work to find out which blocks are which; see `Allowance`. */
const MOST_STEPS = 10_000_000;

interface Options {
  /** Also what is the same on both sides. */
  readonly isWhole?: boolean;
}

/** What differs between two bodies, threads left out; no blocks where they say the same and not all is asked for. */
export function compareBodies(before: Body, after: Body, { isWhole = false }: Options = {}): BodyDiff {
  const allowance = new Allowance(MOST_STEPS);
  let isRough = false;
  const find = newWordFinder(() => {
    isRough = true;
  });
  const comparer = new BodyComparer(new BlockReader(), allowance, find, isWhole);
  const list = comparer.compare(withoutThreads(before)?.content ?? [], withoutThreads(after)?.content ?? []);
  const isSame = list.every(({ change }) => change === "same");
  const blocks = isWhole ? list : isSame ? [] : foldBlocks(list);
  return { blocks, isRough: isRough || allowance.isSpent };
}

class BodyComparer {
  constructor(
    private readonly reader: BlockReader,
    private readonly allowance: Allowance,
    private readonly find: WordFinder,
    private readonly isWhole: boolean,
  ) {}

  /** Siblings of both sides in the order of the newer; what was removed stands where it stood. */
  compare(
    before: readonly BodyNode[],
    after: readonly BodyNode[],
    { pairs, moved } = this.align(before, after),
    columns?: Alignment,
  ): readonly BlockChange[] {
    const movedFrom = new Map(moved.map(([old, now]) => [now, old]));
    const gone = new Set(moved.map(([old]) => old));
    const list: BlockChange[] = [];
    let [old, now] = [0, 0];
    for (const [oldTo, nowTo] of [...pairs, [before.length, after.length] as const]) {
      for (; old < oldTo; old += 1) {
        const node = before[old];
        if (node && !gone.has(old)) list.push(wholeBlock("removed", node));
      }
      for (; now < nowTo; now += 1) {
        const node = after[now];
        const from = movedFrom.get(now);
        const was = from === undefined ? undefined : before[from];
        if (node && was && from !== undefined) list.push({ ...this.moved(was, node), from, way: wayOf(from, now) });
        else if (node) list.push(wholeBlock("added", node));
      }
      const [one, two] = [before[oldTo], after[nowTo]];
      if (one && two) list.push(this.pair(one, two, columns));
      [old, now] = [oldTo + 1, nowTo + 1];
    }
    return list;
  }

  private align(before: readonly BodyNode[], after: readonly BodyNode[]): Alignment {
    return alignBlocks(this.reader.blocksOf(before), this.reader.blocksOf(after), this.allowance);
  }

  private moved(before: BodyNode, after: BodyNode): BlockChange {
    const found = this.pair(before, after);
    return found.change === "same" ? { ...found, change: "moved" } : found;
  }

  private pair(before: BodyNode, after: BodyNode, columns?: Alignment): BlockChange {
    const { reader } = this;
    if (reader.blockOf(before).print === reader.blockOf(after).print) return wholeBlock("same", after);
    const [said, was] = [saidAttributes(after), saidAttributes(before)];
    const isOther = before.type !== after.type || !isSameAttributes(said, was);
    return {
      ...headOf("changed", after),
      ...(isOther && { was: { type: before.type, attrs: was } }),
      ...(isTextBlock(after)
        ? { pieces: comparePieces(before, after, this.find) }
        : (before.content ?? after.content) && { blocks: this.inside(before, after, columns) }),
    };
  }

  private inside(before: BodyNode, after: BodyNode, columns: Alignment | undefined): readonly BlockPart[] {
    const [old, now] = [before.content ?? [], after.content ?? []];
    if (after.type === "tableRow") {
      // Every cell is told, so that a row is as wide as its table.
      return this.compare(old, now, columns ?? alignCells(old, now));
    }
    const isTable = after.type === "table";
    const list = isTable
      ? this.compare(old, now, undefined, alignColumns(before, after, this.reader, this.allowance))
      : this.compare(old, now);
    return this.isWhole ? list : foldBlocks(list, { isHeaded: isTable });
  }
}

function wayOf(from: number, to: number): "up" | "down" {
  return to < from ? "up" : "down";
}

function headOf(change: BlockChange["change"], node: BodyNode): BlockChange {
  const attrs = saidAttributes(node);
  return { change, type: node.type, ...(Object.keys(attrs).length > 0 && { attrs }) };
}

/** A block with all that is in it, none of which is compared. */
function wholeBlock(change: BlockChange["change"], node: BodyNode): BlockChange {
  return {
    ...headOf(change, node),
    ...(isTextBlock(node)
      ? { pieces: wholePieces(node) }
      : node.content && { blocks: node.content.map((child) => wholeBlock("same", child)) }),
  };
}
