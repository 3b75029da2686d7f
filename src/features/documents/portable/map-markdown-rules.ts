// Somebody else's Markdown as pieces, each with the field that it means.
import { type Findings, type Found, linesText, OWN_SECTION, type Piece, refuseTooMany } from "./found-rules";
import { type LabelTable, normalLabel, placeOfLabel } from "./label-rules";
import { type MarkdownBlock, markdownBlocks } from "./markdown-block-rules";
import { LABEL_LEVEL, labelledLine, PieceCollector, TERM_LEVEL } from "./piece-collector-rules";
import { plainText } from "./plain-text-rules";
import { titleSpans } from "./title-rules";

/** The documents that a text speaks of. Every word of it is in a piece. Throws LIMIT for what is nested too deeply. */
export function mapMarkdown(table: LabelTable, text: string, fileName: string): Findings {
  const blocks = markdownBlocks(text);
  refuseTooMany(blocks.length);
  const mapper = new MarkdownMapper(table, text.split("\n"));
  const rows = personTable(table, blocks);
  const spans = rows ? [] : titleSpans(table, blocks);
  if (rows) {
    const found = rows.rows
      .map((row, index) => mapper.row(rows, row, rows.from + 2 + index))
      .filter((one): one is Found => one !== null);
    const names = mapper.columnOfNames(rows);
    return { found, around: [names, ...mapper.take(blocks.filter((block) => block !== rows))] };
  }
  if (spans.length > 0) {
    const found = spans.map(({ title, blocks: own }) => mapper.document(title, own));
    const inside = new Set(spans.flatMap((span) => [span.title, ...span.blocks]));
    return { found, around: mapper.take(blocks.filter((block) => !inside.has(block))) };
  }
  return { found: [mapper.whole(blocks, fileName)], around: [] };
}

type Block<T extends MarkdownBlock["type"]> = Extract<MarkdownBlock, { type: T }>;

/** The first table whose rows are documents: a column of names, and a column that means a section. */
function personTable(table: LabelTable, blocks: readonly MarkdownBlock[]) {
  for (const block of blocks) {
    if (block.type !== "table" || block.header.length < 2 || block.header.length > 60) continue;
    const places = block.header.map((cell) => placeOfLabel(table, plainText(cell)));
    const isNamed =
      places[0] === "title" || table.rules.ownWords.includes(normalLabel(plainText(block.header[0] ?? "")));
    if (isNamed && places.slice(1).some(Boolean)) return block;
  }
  return undefined;
}

/** Heads of columns that say no more than that there are labels and values. */
const SPEAKS_OF_COLUMNS = new Set(
  "|attribute|field|dimension|category|item|aspect|property|description|detail|details|value|content|answer|merkmal|eigenschaft|feld|beschreibung|wert|inhalt|维度|描述|属性|内容|说明|项目|字段|值".split(
    "|",
  ),
);

/** What a table of tags says. */
function wordsOfHtml(html: string): string {
  return html
    .replace(/<[^<>]*>/g, "\n")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

class MarkdownMapper extends PieceCollector {
  constructor(
    table: LabelTable,
    private readonly lines: readonly string[],
  ) {
    super(table);
  }

  private source(from: number, to: number): string {
    return this.lines.slice(from - 1, to).join("\n");
  }

  /** One of several: the heading that names it, and what follows. */
  document(title: Block<"heading">, blocks: readonly MarkdownBlock[]): Found {
    this.begin();
    const name = this.name(plainText(title.text), linesText(title.from, title.to));
    return { title: name, pieces: this.take(blocks) };
  }

  /** The whole text as one: named by its front matter, its first heading or its file. */
  whole(blocks: readonly MarkdownBlock[], fileName: string): Found {
    this.begin();
    const front = blocks.find((block) => block.type === "front");
    const named = Object.entries(front?.entries ?? {}).find(([key]) => ["title", "name"].includes(key.toLowerCase()));
    const heading = blocks.find((block) => block.type === "heading");
    const isTitle = heading && !named && placeOfLabel(this.table, plainText(heading.text)) === undefined;
    let title = fileName.replace(/\.\w{1,8}$/, "");
    if (named) title = this.name(plainText(named[1]), "Front matter");
    else if (heading && isTitle) title = this.name(plainText(heading.text), linesText(heading.from, heading.to));
    return { title, pieces: this.take(blocks.filter((block) => !isTitle || block !== heading)) };
  }

  /** A row of a table as a document; null for an empty one. */
  row({ header }: Block<"table">, [name = "", ...cells]: readonly string[], line: number): Found | null {
    this.begin();
    const where = linesText(line, line);
    if (plainText(name) === "" && cells.every((cell) => plainText(cell) === "")) return null;
    const title = this.name(plainText(name), where);
    for (const [index, cell] of cells.entries()) {
      this.labelled(plainText(header[index + 1] ?? ""), plainText(cell), where);
    }
    return { title, pieces: this.end() };
  }

  /** What stands above the names of the rows. */
  columnOfNames({ header, from }: Block<"table">): Piece {
    const text = plainText(header[0] ?? "");
    this.add({ text, where: linesText(from, from), to: "title", isLabel: true, isSaid: true });
    return this.end()[0] as Piece;
  }

  /** Pieces of blocks, and a new beginning. */
  take(blocks: readonly MarkdownBlock[]): readonly Piece[] {
    for (const [index, block] of blocks.entries()) this.block(block, blocks[index + 1]);
    return this.end();
  }

  private block(block: MarkdownBlock, next: MarkdownBlock | undefined) {
    const where = linesText(block.from, block.to);
    const markdown = this.source(block.from, block.to);
    switch (block.type) {
      case "heading":
        return this.open(block.level, plainText(block.text), where);
      case "paragraph":
        return this.paragraph(block, next);
      case "item":
        return this.statement(plainText(block.text), where, { mark: block.mark, markdown, joins: "item" });
      case "quote":
        return this.quote(plainText(block.text), where, markdown);
      case "table":
        return this.grid(block);
      case "matter":
        return this.matter(block.text, where, markdown);
      case "front":
        return this.front(block);
    }
  }

  private paragraph(block: Block<"paragraph">, next: MarkdownBlock | undefined) {
    const { lines, from, to } = block;
    const [first = ""] = lines;
    const bold = /^(?:\*\*|__)([^*_]{1,80})(?:\*\*|__)[ \t]*[:：]?$/.exec(first)?.[1];
    const before = next?.type === "item" && lines.length === 1 ? /^([^:：]{1,60})[:：]$/.exec(first)?.[1] : undefined;
    const label = lines.length === 1 ? (bold ?? before) : undefined;
    if (label !== undefined) return this.open(LABEL_LEVEL, plainText(label).replace(/[:：]$/, ""), linesText(from, to));
    if (lines.length > 1 && lines.slice(1).some((line) => line.startsWith(": "))) return this.definitions(block);
    let prose: string[] = [];
    const tell = (end: number) => {
      const start = end - prose.length + 1;
      if (prose.length > 0) this.prose(plainText(prose.join("\n")), linesText(start, end), this.source(start, end));
      prose = [];
    };
    for (const [index, line] of lines.entries()) {
      const at = from + index;
      const pair = labelledLine(line);
      if (pair && (pair.isBold || this.isKnown(pair.label))) {
        tell(at - 1);
        this.labelled(plainText(pair.label), plainText(pair.value), linesText(at, at));
      } else prose.push(line);
    }
    tell(to);
  }

  /** Kramdown's lists of terms, each with lines that begin with a colon. */
  private definitions({ lines, from }: Block<"paragraph">) {
    for (const [index, line] of lines.entries()) {
      const where = linesText(from + index, from + index);
      if (line.startsWith(": ")) this.statement(plainText(line.slice(2)), where);
      else this.open(TERM_LEVEL, plainText(line), where);
    }
    this.trail = this.trail.filter(({ level }) => level < TERM_LEVEL);
  }

  private grid(block: Block<"table">) {
    const { header, rows } = block;
    const whereOf = (index: number) => linesText(block.from + 2 + index, block.from + 2 + index);
    const names = header.map(plainText);
    const isPairs =
      header.length === 2 &&
      (rows.every(([label = ""]) => /^(?:\*\*|__).+(?:\*\*|__)$/.test(label)) ||
        rows.filter(([label = ""]) => placeOfLabel(this.table, plainText(label))).length * 2 >= rows.length);
    if (isPairs) {
      const [label = "", value = ""] = names;
      const line = linesText(block.from, block.from);
      // A heading such as "Field | Description" says nothing; any other one is a row like the others.
      if (names.every((name) => SPEAKS_OF_COLUMNS.has(normalLabel(name)))) {
        this.add({ text: names.join(" | "), where: line, to: "title", isLabel: true, isSaid: true });
      } else this.labelled(label, value, line);
      for (const [index, [label = "", value = ""]] of rows.entries()) {
        this.labelled(plainText(label), plainText(value), whereOf(index));
      }
      return;
    }
    const to = this.table.rules.rest;
    const head = this.source(block.from, block.from + 1);
    this.add({
      text: names.join(" | "),
      where: linesText(block.from, block.from),
      to,
      markdown: head,
      joins: "header",
    });
    for (const [index, row] of rows.entries()) {
      const text = row.map(plainText).join(" | ");
      const line = block.from + 2 + index;
      const markdown = this.source(line, line);
      if (/[\p{L}\p{N}]/u.test(text)) this.add({ text, where: whereOf(index), to, mark: "-", markdown, joins: "row" });
    }
  }

  /** Code and tables are a part of what is told; what is written for machines stands by itself. */
  private matter(text: string, where: string, markdown: string) {
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const to = this.table.rules.rest;
    if (/^\s*(?:`{3}|~{3})/.test(text)) this.add({ text, where, to, markdown });
    else if (/^\s*<table\b/i.test(text)) this.add({ text: wordsOfHtml(text), where, to, markdown });
    else this.add({ text, where, to: OWN_SECTION, heading: "", markdown });
  }

  private front({ entries, text, from, to }: Block<"front">) {
    for (const [key, value] of Object.entries(entries)) {
      const place = this.table.exact.get(normalLabel(key));
      if (place && place !== "title" && this.table.rules.value(place, plainText(value))) {
        this.labelled(key, plainText(value), "Front matter");
      }
    }
    this.matter(text, linesText(from, to), text);
  }
}
