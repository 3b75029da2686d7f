// Pieces of somebody else's text as they are found, each with the field that it means.
import { fieldAt } from "../field-rules";
import { type Piece, refuseTooMany } from "./found-rules";
import { isWholeLabel, type LabelTable, placeOfLabel } from "./label-rules";
import { plainText } from "./plain-text-rules";
import { splitTitle } from "./title-rules";

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly to: string | undefined;
}
/** Labels in bold or before a colon stand below every real heading. */
export const LABEL_LEVEL = 7;
export const TERM_LEVEL = 8;
const VALUE_LEVEL = 9;
const MAX_NAME = 120;

/** How a piece stood in the text. */
type As = Pick<Piece, "mark" | "markdown" | "joins">;

/** What reads a text inherits it and says which piece comes next. */
export class PieceCollector {
  private count = 0;

  private pieces: Piece[] = [];

  protected trail: Heading[] = [];

  /** Fields of one value that have theirs. */
  protected taken = new Set<string>();

  protected isFirstText = true;

  constructor(protected readonly table: LabelTable) {}

  protected begin() {
    this.pieces = [];
    this.trail = [];
    this.taken = new Set();
    this.isFirstText = true;
  }

  protected end(): readonly Piece[] {
    const { pieces } = this;
    this.begin();
    return pieces;
  }

  protected name(text: string, where: string): string {
    const { title, subtitle } = splitTitle(this.table, text);
    this.add({ text, where, to: "title", isLabel: true, isSaid: true });
    if (title.length > MAX_NAME) {
      this.add({ text: title, where, to: this.table.rules.rest });
      return `${title.slice(0, MAX_NAME - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
    }
    if (subtitle !== "") this.single(this.table.rules.subtitle, subtitle, where);
    return title;
  }

  protected add(piece: Omit<Piece, "number" | "heading"> & { heading?: string }) {
    const heading = piece.heading ?? this.trail.map(({ text }) => text).join(" · ");
    const isMeant = piece.to === this.table.rules.rest && this.current() === piece.to;
    this.pieces.push({ ...piece, number: this.count++, heading, ...(isMeant && { isMeant }) });
    refuseTooMany(this.count);
  }

  protected label(text: string, place: string | undefined, where: string) {
    const isSaid = place !== undefined && isWholeLabel(this.table, text);
    this.add({ text, where, to: place ?? this.table.rules.rest, isLabel: true, ...(isSaid && { isSaid }) });
  }

  /** Where text goes that says nothing itself: the innermost heading that means something. */
  protected current(): string | undefined {
    return this.trail.findLast(({ to }) => to !== undefined)?.to;
  }

  /** A field of one value takes the first; what comes later is kept with the rest. */
  protected single(place: string, text: string, where: string, markdown?: string) {
    const isTaken = this.taken.has(place);
    this.taken.add(place);
    this.add({ text, where, to: isTaken ? this.table.rules.rest : place, ...(markdown && { markdown }) });
  }

  protected open(level: number, text: string, where: string) {
    this.trail = this.trail.filter((heading) => heading.level < level);
    const to = this.sectionOf(text);
    this.label(text, to, where);
    this.trail = [...this.trail, { level, text, to }];
  }

  /** The place that a heading means for what is below it; a heading can't be a name or a number. */
  protected sectionOf(text: string): string | undefined {
    const place = placeOfLabel(this.table, text) ?? this.aboutSomebody(text);
    if (place === undefined || place === "title") return undefined;
    const { shape } = fieldAt(this.table.fields, place);
    return shape === "number" ? undefined : place;
  }

  protected aboutSomebody(text: string): string | undefined {
    return /^(?:about|über|关于)\s?\S+(?: \S+)?$/iu.test(text) ? this.table.rules.lead : undefined;
  }

  protected isKnown(label: string): boolean {
    return isWholeLabel(this.table, plainText(label));
  }

  protected prose(text: string, where: string, markdown: string) {
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
    if (place !== undefined) return this.put(place, text, where, { markdown });
    if (this.trail.length === 0 && isFirst) return this.put(rules.lead, text, where, { markdown });
    this.add({ text, where, to: rules.rest, markdown });
  }

  /** An item of a list, or a line of its own. */
  protected statement(text: string, where: string, as: As = {}) {
    if (text === "") return;
    const pair = labelledLine(text);
    if (pair && this.isKnown(pair.label)) return this.labelled(pair.label, pair.value, where);
    const place = this.current() ?? this.table.rules.rest;
    const lines = as.mark ? text.split(/\n\s*[•·]\s*/) : [text];
    for (const line of lines) this.put(place, line, where, lines.length > 1 ? { mark: "-" } : as);
  }

  protected put(place: string, text: string, where: string, as: As = {}) {
    const { shape } = fieldAt(this.table.fields, place);
    if (shape === "line" || shape === "number") return this.single(place, text, where, as.markdown);
    this.add({ text, where, to: place, ...as });
  }

  protected quote(text: string, where: string, markdown: string) {
    const { quote, lead, rest } = this.table.rules;
    const place = this.current();
    const isFree = quote !== undefined && !this.taken.has(quote) && text.length <= 300 && !text.includes("\n\n");
    if (isFree && (place === undefined || place === lead || place === quote)) {
      return this.single(quote, unquoted(text), where, markdown);
    }
    this.put(place ?? rest, text, where, { markdown });
  }

  /** A label with its value: a fact, statements of a section, or text under the label. */
  protected labelled(label: string, value: string, where: string) {
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

  protected keep(value: string, where: string, parts: readonly string[]) {
    const place = this.current() ?? this.table.rules.rest;
    if (parts.length === 1) return this.put(place, value, where);
    for (const part of parts) this.put(place, part, where, { mark: "-" });
  }

  protected under(text: string, place: string | undefined, where: string, act: () => void): void {
    const { trail } = this;
    this.label(text, place, where);
    this.trail = [...trail, { level: VALUE_LEVEL, text, to: place }];
    act();
    this.trail = trail;
  }
}

/** "Label: value", the label in bold or plain. */
export function labelledLine(
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
