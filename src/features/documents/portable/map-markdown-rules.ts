// Somebody else's Markdown as pieces, each with the field that it means.
import { fieldAt } from "../field-rules";
import { type Findings, type Found, linesText, OWN_SECTION, type Piece, refuseTooMany } from "./found-rules";
import { isWholeLabel, type LabelTable, normalLabel, placeOfLabel } from "./label-rules";
import { type MarkdownBlock, markdownBlocks } from "./markdown-block-rules";
import { plainText } from "./plain-text-rules";
import { splitTitle, titleSpans } from "./title-rules";

/** The documents that a text speaks of. Every word of it is in a piece. Throws LIMIT for what is nested too deeply. */
export function mapMarkdown(table: LabelTable, text: string, fileName: string): Findings {
  const blocks = markdownBlocks(text);
  refuseTooMany(blocks.length);
  const mapper = new Mapper(table);
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

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly to: string | undefined;
}
/** Labels in bold or before a colon stand below every real heading. */
const LABEL_LEVEL = 7;
const TERM_LEVEL = 8;
const VALUE_LEVEL = 9;
const MAX_NAME = 120;

class Mapper {
  private count = 0;
  private pieces: Piece[] = [];
  private trail: Heading[] = [];
  /** Fields of one value that have theirs. */
  private taken = new Set<string>();
  private isFirstText = true;

  constructor(private readonly table: LabelTable) {}

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

  private begin() {
    this.pieces = [];
    this.trail = [];
    this.taken = new Set();
    this.isFirstText = true;
  }

  private end(): readonly Piece[] {
    const { pieces } = this;
    this.begin();
    return pieces;
  }

  private name(text: string, where: string): string {
    const { title, subtitle } = splitTitle(this.table, text);
    this.add({ text, where, to: "title", isLabel: true, isSaid: true });
    if (title.length > MAX_NAME) {
      this.add({ text: title, where, to: this.table.rules.rest });
      return `${title.slice(0, MAX_NAME - 1)}…`;
    }
    if (subtitle !== "") this.single(this.table.rules.subtitle, subtitle, where);
    return title;
  }

  private add(piece: Omit<Piece, "number" | "heading"> & { heading?: string }) {
    const heading = piece.heading ?? this.trail.map(({ text }) => text).join(" · ");
    this.pieces.push({ ...piece, number: this.count++, heading });
    refuseTooMany(this.count);
  }

  private label(text: string, place: string | undefined, where: string) {
    const isSaid = place !== undefined && isWholeLabel(this.table, text);
    this.add({ text, where, to: place ?? this.table.rules.rest, isLabel: true, ...(isSaid && { isSaid }) });
  }

  /** Where text goes that says nothing itself: the innermost heading that means something. */
  private current(): string | undefined {
    return this.trail.findLast(({ to }) => to !== undefined)?.to;
  }

  /** A field of one value takes the first; what comes later is kept with the rest. */
  private single(place: string, text: string, where: string) {
    const isTaken = this.taken.has(place);
    this.taken.add(place);
    this.add({ text, where, to: isTaken ? this.table.rules.rest : place });
  }

  private block(block: MarkdownBlock, next: MarkdownBlock | undefined) {
    const where = linesText(block.from, block.to);
    switch (block.type) {
      case "heading":
        return this.open(block.level, plainText(block.text), where);
      case "paragraph":
        return this.paragraph(block, next);
      case "item":
        return this.statement(plainText(block.text), where, block.mark);
      case "quote":
        return this.quote(plainText(block.text), where);
      case "table":
        return this.grid(block);
      case "matter":
        return this.matter(block.text, where);
      case "front":
        return this.front(block);
    }
  }

  private open(level: number, text: string, where: string, ownPlace?: string) {
    this.trail = this.trail.filter((heading) => heading.level < level);
    const to = ownPlace ?? this.sectionOf(text);
    this.label(text, to, where);
    this.trail = [...this.trail, { level, text, to }];
  }

  /** The place that a heading means for what is below it; a heading can't be a name or a number. */
  private sectionOf(text: string): string | undefined {
    const place = placeOfLabel(this.table, text) ?? this.aboutSomebody(text);
    if (place === undefined || place === "title") return undefined;
    const { shape } = fieldAt(this.table.fields, place);
    return shape === "number" ? undefined : place;
  }

  private aboutSomebody(text: string): string | undefined {
    return /^(?:about|über|关于)\s?\S+(?: \S+)?$/iu.test(text) ? this.table.rules.lead : undefined;
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
      if (prose.length > 0) this.prose(plainText(prose.join("\n")), linesText(end - prose.length + 1, end));
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

  private isKnown(label: string): boolean {
    return isWholeLabel(this.table, plainText(label));
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

  private prose(text: string, where: string) {
    if (text === "") return;
    const { rules } = this.table;
    const isFirst = this.isFirstText;
    this.isFirstText = false;
    const facts = isFirst && this.trail.length === 0 ? rules.facts(text) : [];
    if (facts.length > 0) {
      for (const fact of facts) this.single(fact.place, fact.text, where);
      this.isFirstText = true;
      return;
    }
    const place = this.current();
    if (place !== undefined) return this.put(place, text, where);
    if (this.trail.length === 0 && isFirst) return this.put(rules.lead, text, where);
    this.add({ text, where, to: rules.rest });
  }

  /** An item of a list, or a line of its own. */
  private statement(text: string, where: string, mark?: string) {
    if (text === "") return;
    const pair = labelledLine(text);
    if (pair && this.isKnown(pair.label)) return this.labelled(pair.label, pair.value, where);
    const place = this.current() ?? this.table.rules.rest;
    for (const line of mark ? text.split(/\n\s*[•·]\s*/) : [text]) this.put(place, line, where, mark);
  }

  private put(place: string, text: string, where: string, mark?: string) {
    const { shape } = fieldAt(this.table.fields, place);
    if (shape === "line" || shape === "number") return this.single(place, text, where);
    this.add({ text, where, to: place, ...(mark && { mark }) });
  }

  private quote(text: string, where: string) {
    const { quote, lead, rest } = this.table.rules;
    const place = this.current();
    const isFree = quote !== undefined && !this.taken.has(quote) && text.length <= 300 && !text.includes("\n\n");
    if (isFree && (place === undefined || place === lead || place === quote)) {
      return this.single(quote, unquoted(text), where);
    }
    this.put(place ?? rest, text, where);
  }

  /** A label with its value: a fact, statements of a section, or text under the label. */
  private labelled(label: string, value: string, where: string) {
    const parts = statements(value);
    const place = placeOfLabel(this.table, label);
    if (place === undefined || place === "title" || (place !== undefined && parts.length === 0)) {
      if (parts.length === 0) return this.add({ text: label, where, to: this.table.rules.rest });
      return this.under(label, undefined, where, () => this.keep(value, where, parts));
    }
    const { shape } = fieldAt(this.table.fields, place);
    if (shape === "list")
      return this.under(label, place, where, () => parts.map((part) => this.add({ text: part, where, to: place })));
    const facts = this.table.rules.value(place, value);
    if (!facts || this.taken.has(place)) {
      if (shape === "number" || this.taken.has(place))
        return this.add({ text: `${label}: ${value}`, where, to: this.table.rules.rest });
    }
    this.under(label, place, where, () => {
      for (const fact of facts ?? [{ place, text: value }]) this.put(fact.place, fact.text, where);
    });
  }

  private keep(value: string, where: string, parts: readonly string[]) {
    const place = this.current() ?? this.table.rules.rest;
    if (parts.length === 1) return this.put(place, value, where);
    for (const part of parts) this.put(place, part, where, "-");
  }

  private under(text: string, place: string | undefined, where: string, act: () => void): void {
    const { trail } = this;
    this.label(text, place, where);
    this.trail = [...trail, { level: VALUE_LEVEL, text, to: place }];
    act();
    this.trail = trail;
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
    this.add({ text: names.join(" | "), where: linesText(block.from, block.from), to: this.table.rules.rest });
    for (const [index, row] of rows.entries()) {
      const text = row.map(plainText).join(" | ");
      if (/[\p{L}\p{N}]/u.test(text)) this.add({ text, where: whereOf(index), to: this.table.rules.rest, mark: "-" });
    }
  }

  private matter(text: string, where: string) {
    if (/[\p{L}\p{N}]/u.test(text)) this.add({ text, where, to: OWN_SECTION, heading: "" });
  }

  private front({ entries, text, from, to }: Block<"front">) {
    for (const [key, value] of Object.entries(entries)) {
      const place = this.table.exact.get(normalLabel(key));
      if (place && place !== "title" && this.table.rules.value(place, plainText(value))) {
        this.labelled(key, plainText(value), "Front matter");
      }
    }
    this.matter(text, linesText(from, to));
  }
}

/** "Label: value", the label in bold or plain. */
function labelledLine(
  line: string,
): { readonly label: string; readonly value: string; readonly isBold: boolean } | null {
  const bold = /^(?:\*\*|__)([^*_]{1,60}?)[ \t]*(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])[ \t]*(\S[\s\S]*)$/.exec(
    line,
  );
  if (bold) return { label: bold[1] ?? "", value: bold[2] ?? "", isBold: true };
  const plain = /^([^:：\n]{1,40})[:：]\s*(\S[\s\S]*)$/.exec(line);
  return plain ? { label: plain[1] ?? "", value: plain[2] ?? "", isBold: false } : null;
}

/** A cell or value as the statements that it lists. */
function statements(value: string): readonly string[] {
  return value
    .split(/[;；\n]|(?:^|\s)[•·]\s/)
    .map((part) => part.replace(/^[•·]\s*/, "").trim())
    .filter((part) => part !== "");
}

function unquoted(text: string): string {
  return text.replace(/^[“"„«]([^“”"„«»]+)[”"“»]$/, "$1");
}
