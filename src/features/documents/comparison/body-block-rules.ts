// Blocks of a body as they are compared: by fingerprint and by their words.
import type { BodyNode } from "../bodies/body-rules";
import { marksKey, saidAttributes } from "./body-change-rules";
import type { AlignedBlock } from "./body-run-rules";

/** As many words of a block as are looked at to tell whether it is the same one, edited. */
const MOST_WORDS = 1_000;

/** Kinds of blocks that may become each other and are then one block, changed. All others only stay what they are. */
const FAMILIES: Readonly<Record<string, string>> = {
  paragraph: "text",
  heading: "text",
  need: "text",
  codeBlock: "text",
  bulletList: "list",
  orderedList: "list",
  taskList: "list",
  listItem: "item",
  taskItem: "item",
  blockquote: "frame",
  callout: "frame",
  storyBeat: "frame",
  evidenceQuote: "frame",
  tableCell: "cell",
  tableHeader: "cell",
};

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}_]+/gu;

/** Whether it holds text, and not blocks. */
export function isTextBlock({ type }: BodyNode): boolean {
  return FAMILIES[type] === "text";
}

/** Reads blocks, each once; blocks of one reader can be compared. */
export class BlockReader {
  private readonly prints = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private readonly read = new Map<BodyNode, AlignedBlock>();

  blockOf(node: BodyNode): AlignedBlock {
    const known = this.read.get(node);
    if (known) return known;
    const { type } = node;
    const family = FAMILIES[type] ?? type;
    const block = { print: this.printOf(node), words: this.wordsOf(node), type, family };
    this.read.set(node, block);
    return block;
  }

  blocksOf(nodes: readonly BodyNode[]): readonly AlignedBlock[] {
    return nodes.map((node) => this.blockOf(node));
  }

  private printOf(node: BodyNode): number {
    const { type, text, marks, content = [] } = node;
    const attributes = JSON.stringify(saidAttributes(node));
    const inside =
      type === "text" ? `${text}\n${marksKey(marks)}` : content.map((child) => this.blockOf(child).print).join();
    return numberOf(this.prints, `${type}\n${attributes}\n${inside}`);
  }

  private wordsOf({ text, attrs, content = [] }: BodyNode): readonly number[] {
    if (content.length === 0) {
      // A claim's own words, and of a chip and a picture what they are called by.
      const said = text ?? [attrs?.text, attrs?.title, attrs?.alt].filter((one) => typeof one === "string").join(" ");
      const words = said.match(WORDS) ?? [];
      return words
        .slice(0, MOST_WORDS)
        .map((word) => numberOf(this.numbers, word))
        .sort(ascending);
    }
    const words: number[] = [];
    for (const child of content) {
      for (const word of this.blockOf(child).words) words.push(word);
      if (words.length >= MOST_WORDS) break;
    }
    return words.slice(0, MOST_WORDS).sort(ascending);
  }
}

function ascending(one: number, two: number): number {
  return one - two;
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}
