// Anchors of threads on a text that takes another's place: they stay on the words that stay.
import { type Body, type BodyNode, withoutThreads } from "../bodies/body-rules";
import { Allowance, alignBlocks } from "./body-align-rules";
import { BlockReader, isTextBlock } from "./body-block-rules";
import { carryMarks } from "./body-inline-rules";
import { newWordFinder } from "./comparison-word-rules";

const MOST_STEPS = 10_000_000;

/** The new body with the threads of the old one, wherever their words stand in it too. */
export function carryThreads(marked: Body, next: Body): Body {
  if (!marked || !next) return next;
  const reader = new BlockReader();
  const allowance = new Allowance(MOST_STEPS);
  const find = newWordFinder();
  const carry = (
    old: readonly BodyNode[],
    plain: readonly BodyNode[],
    now: readonly BodyNode[],
  ): readonly BodyNode[] => {
    const { pairs, moved } = alignBlocks(reader.blocksOf(plain), reader.blocksOf(now), allowance);
    const from = new Map([...pairs, ...moved].map(([oldAt, nowAt]) => [nowAt, oldAt]));
    return now.map((node, at) => {
      const oldAt = from.get(at) ?? -1;
      const [was, wasPlain] = [old[oldAt], plain[oldAt]];
      if (!was || !wasPlain || !node.content) return node;
      if (isTextBlock(node)) return { ...node, content: carryMarks(was, node, "comment", find) };
      return { ...node, content: carry(was.content ?? [], wasPlain.content ?? [], node.content) };
    });
  };
  return { ...next, content: carry(marked.content ?? [], withoutThreads(marked)?.content ?? [], next.content ?? []) };
}
