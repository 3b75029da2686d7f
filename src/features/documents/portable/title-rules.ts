// Which headings of a text name a document, and what the name in one is.
import { isCollectionLabel, type LabelTable, normalLabel, placeOfLabel } from "./label-rules";
import type { MarkdownBlock } from "./markdown-block-rules";
import { plainText } from "./plain-text-rules";

type Heading = Extract<MarkdownBlock, { type: "heading" }>;
interface Span {
  readonly title: Heading;
  readonly blocks: readonly MarkdownBlock[];
}

const NUMBERED = /^(?:\d{1,3}|[A-Z])[.):：]\s*/;

/** "Persona 1: Maya" → "Maya"; undefined for a heading without such a beginning. */
function withoutKind(table: LabelTable, text: string): string | undefined {
  const match = /^(\p{L}[\p{L} ]{0,20}?)\s*(?:#?\d{1,3}|[A-Z]|[一二三四五六七八九十])?\s*[:：.–—-]\s*(\S.*)$/su.exec(
    text,
  );
  const [, word = "", name] = match ?? [];
  return table.rules.ownWords.includes(normalLabel(word)) ? name : undefined;
}

/** The name in a heading, and what it says beside it. */
export function splitTitle(table: LabelTable, heading: string): { readonly title: string; readonly subtitle: string } {
  const text = (withoutKind(table, heading) ?? heading).replace(NUMBERED, "").trim();
  const [, title, subtitle] = /^(.{1,80}?)(?:\s+[–—-]\s+|,\s+|[:：]\s*)(\S.*)$/su.exec(text) ?? [];
  return title && subtitle ? { title, subtitle } : { title: text, subtitle: "" };
}

/** The parts of a text that speak of one document each; none when all of it speaks of one. */
export function titleSpans(table: LabelTable, blocks: readonly MarkdownBlock[]): readonly Span[] {
  const headings = blocks.filter((block): block is Heading => block.type === "heading");
  const ends = rangeEnds(blocks);
  const indexes = new Map(blocks.map((block, index) => [block, index]));
  const spanOf = (title: Heading): Span => {
    const start = (indexes.get(title) ?? 0) + 1;
    return { title, blocks: blocks.slice(start, ends.get(title) ?? blocks.length) };
  };
  const called = headings.filter(({ text }) => withoutKind(table, plainText(text)) !== undefined);
  const highest = Math.min(...called.map(({ level }) => level));
  if (called.length > 0) return called.filter(({ level }) => level === highest).map(spanOf);
  for (const level of [1, 2, 3, 4, 5, 6]) {
    const here = headings.filter((heading) => heading.level === level);
    // Where there are sections of a document, its name is above them.
    if (here.some(({ text }) => placeOfLabel(table, plainText(text)) !== undefined)) return [];
    const candidates = here.filter(({ text }) => !isCollectionLabel(table, plainText(text)));
    const spans = candidates.map(spanOf).filter((span) => speaksOfSomebody(table, span.blocks));
    const isOne = spans.length === 1 && spans[0] && isBelowCollection(table, headings, spans[0].title);
    if (spans.length > 1 || isOne) return spans;
  }
  return [];
}

/** The index after a heading's part: the next heading of its level or above. One pass, whatever the text. */
function rangeEnds(blocks: readonly MarkdownBlock[]): ReadonlyMap<MarkdownBlock, number> {
  const ends = new Map<MarkdownBlock, number>();
  let open: Heading[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "heading") continue;
    for (const one of open) if (one.level >= block.level) ends.set(one, index);
    open = [...open.filter((one) => one.level < block.level), block];
  }
  return ends;
}

function isBelowCollection(table: LabelTable, headings: readonly Heading[], title: Heading): boolean {
  const above = headings.slice(0, headings.indexOf(title)).findLast(({ level }) => level < title.level);
  return above !== undefined && isCollectionLabel(table, plainText(above.text));
}

/** Whether there is anything in it that somebody would only say of one of them. */
function speaksOfSomebody(table: LabelTable, blocks: readonly MarkdownBlock[]): boolean {
  return blocks.some((block, index) => {
    switch (block.type) {
      case "heading":
        return placeOfLabel(table, plainText(block.text)) !== undefined;
      case "quote":
        return table.rules.quote !== undefined;
      case "paragraph": {
        const [line = ""] = block.lines;
        const label =
          /^(?:\*\*|__)([^*_]{1,60}?)[:：]?(?:\*\*|__)/.exec(line)?.[1] ?? /^([^:：]{1,40})[:：]/.exec(line)?.[1];
        if (label && placeOfLabel(table, plainText(label)) !== undefined) return true;
        return index === 0 && table.rules.facts(plainText(line)).length > 0;
      }
      case "table":
        return block.header.length === 2 && block.rows.some(([label = ""]) => placeOfLabel(table, plainText(label)));
      default:
        return false;
    }
  });
}
