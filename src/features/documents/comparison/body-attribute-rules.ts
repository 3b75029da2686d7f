// What changed about a block, a chip or a stretch of words beside the words themselves, in words.
import { type BodyMark, CALLOUT_TONES, EMOTIONS } from "../bodies/body-rules";
import type { BlockChange, Piece } from "./body-change-rules";

type Attributes = Readonly<Record<string, unknown>>;

export interface AttributeWords {
  readonly label: string;
  /** "" for nothing. */
  readonly before: string;
  readonly after: string;
}

const NAMES: Readonly<Record<string, string>> = {
  paragraph: "Paragraph",
  bulletList: "Bulleted list",
  orderedList: "Numbered list",
  taskList: "Task list",
  listItem: "Item",
  taskItem: "Task",
  blockquote: "Quote",
  callout: "Callout",
  codeBlock: "Code",
  table: "Table",
  tableRow: "Row",
  tableHeader: "Heading cell",
  tableCell: "Cell",
  image: "Picture",
  horizontalRule: "Line",
  claimEmbed: "Claim",
  storyBeat: "Beat",
  evidenceQuote: "Evidence",
  need: "Need",
};

/** What a block is called. */
export function blockName(type: string, attrs: Attributes = {}): string {
  return type === "heading" ? `Heading ${attrs.level ?? 1}` : (NAMES[type] ?? type);
}

const version = (value: unknown) => (typeof value === "number" ? `v${value}` : "Draft");
const plain = (value: unknown) => (value === undefined ? "" : String(value));

/** Attributes by their names, in words; those that are left out here are told in other ways. */
const ATTRIBUTES: Readonly<Record<string, { readonly label: string; readonly words: (value: unknown) => string }>> = {
  checked: { label: "Task", words: (value) => (value === true ? "Done" : "Open") },
  emotion: { label: "Feeling", words: (value) => EMOTIONS[Number(value ?? 0)] ?? "" },
  tone: { label: "Tone", words: (value) => CALLOUT_TONES[(value ?? "note") as keyof typeof CALLOUT_TONES] ?? "" },
  language: { label: "Language", words: plain },
  start: { label: "Counts from", words: (value) => String(value ?? 1) },
  alt: { label: "Description", words: plain },
  width: { label: "Width", words: (value) => (value === undefined ? "Its own" : `${value} %`) },
  colspan: { label: "Columns wide", words: (value) => String(value ?? 1) },
  rowspan: { label: "Rows high", words: (value) => String(value ?? 1) },
  colwidth: { label: "Column width", words: (value) => (Array.isArray(value) ? value.join(", ") : "Its own") },
  align: { label: "Alignment", words: plain },
  version: { label: "Version", words: version },
  title: { label: "Name", words: plain },
  text: { label: "Claim", words: plain },
  source: { label: "Source", words: plain },
  excerpt: { label: "Excerpt", words: (value) => (value === undefined ? "None" : "Another one") },
};

/** Of a block: what it is, and what is said about it. */
export function blockAttributes({ type, attrs = {}, was }: BlockChange): readonly AttributeWords[] {
  if (!was) return [];
  const [before, after] = [blockName(was.type, was.attrs), blockName(type, attrs)];
  const kind = before === after ? [] : [{ label: "Kind", before, after }];
  // A claim's place comes with its words.
  return [...kind, ...attributeWords(was.attrs, attrs)];
}

function attributeWords(before: Attributes, after: Attributes): readonly AttributeWords[] {
  return Object.entries(ATTRIBUTES).flatMap(([name, { label, words }]) => {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) return [];
    return [{ label, before: words(before[name]), after: words(after[name]) }];
  });
}

const MARKS: Readonly<Record<string, string>> = {
  bold: "bold",
  italic: "italic",
  underline: "underlined",
  strike: "struck through",
  code: "code",
  highlight: "highlighted",
};

/** Of a stretch whose words are the same: "now bold, no longer a link". */
export function pieceWords({ marks = [], chip, was }: Piece): string {
  if (!was) return "";
  const old = was.marks ?? [];
  const is = (list: readonly BodyMark[], type: string) => list.some((mark) => mark.type === type);
  const set = Object.entries(MARKS).flatMap(([type, word]) => {
    if (is(old, type) === is(marks, type)) return [];
    return [is(marks, type) ? `now ${word}` : `no longer ${word}`];
  });
  const pinned = was.chip && chip ? attributeWords(was.chip, chip) : [];
  return [
    ...set,
    ...linkWords(hrefOf(old), hrefOf(marks)),
    ...pinned.map(({ label, before, after }) =>
      label === "Version" ? `was ${before}` : `was ${before}, now ${after}`,
    ),
  ].join(", ");
}

function linkWords(before: string | undefined, after: string | undefined): readonly string[] {
  if (before === after) return [];
  if (before === undefined) return [`now a link to ${after}`];
  return [after === undefined ? `no longer a link to ${before}` : `led to ${before}, now to ${after}`];
}

function hrefOf(marks: readonly BodyMark[]): string | undefined {
  const link = marks.find(({ type }) => type === "link");
  return link && String(link.attrs?.href ?? "");
}
