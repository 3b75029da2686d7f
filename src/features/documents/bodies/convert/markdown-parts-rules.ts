// What our Markdown says that Markdown itself can't: comments before a block, tags, and addresses of our own. Both
// directions go by this file.
import MarkdownIt from "markdown-it";
import type { BodyMark } from "../body-rules";

/** Blocks within blocks that the parser follows; what nests deeper is refused, for it would be passed over silently. */
export const MAX_NESTING = 64;

/** CommonMark with tables and strikethrough. Blocks only: what stands inside of a line is read by `parser.inline`. */
export const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
// Known to the library, not to its types.
Object.assign(parser.options, { maxNesting: MAX_NESTING });
parser.core.ruler.enableOnly(["normalize", "block"]);
// Addresses are judged by isSafeHref and otherwise kept to the letter.
parser.normalizeLink = (address) => address;
parser.normalizeLinkText = (address) => address;
parser.validateLink = () => true;

/** With named and numbered entities read. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? parser.utils.unescapeAll(text.replaceAll("\\", "\\\\")) : text;
}

/** Marks in the order of the schema, in which a text lists its own. */
export const MARK_ORDER = ["link", "bold", "italic", "strike", "underline", "code", "highlight"];

export function sortedMarks(marks: readonly BodyMark[]): readonly BodyMark[] {
  return [...marks].sort((one, other) => MARK_ORDER.indexOf(one.type) - MARK_ORDER.indexOf(other.type));
}

/** Where Markdown's own mark doesn't fit, such as within a word or around a space, its tag does. */
export const MARK_TAGS: Readonly<Record<string, string>> = {
  bold: "b",
  italic: "i",
  strike: "s",
  underline: "u",
  code: "code",
  highlight: "mark",
};

/** Callouts are GitHub's alerts. */
export const ALERTS: Readonly<Record<string, string>> = { note: "NOTE", tip: "TIP", warning: "WARNING" };

/** An empty paragraph. The space itself is written as a number. */
export const EMPTY_PARAGRAPH = "&nbsp;";

/** The words before a need and a beat, for readers elsewhere. */
export const LABEL = /^\*\*[^*\n]{1,30}:\*\* ?/;

export interface Directive {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What is said of the block that follows: `<!-- need {"id":"…"} -->`. */
export function writeDirective({ name, attributes }: Directive): string {
  const json = JSON.stringify(attributes).replaceAll("--", "-\\u002d").replaceAll(">", "\\u003e");
  return `<!-- ${name} ${json} -->`;
}

/** Null for any other comment. */
export function readDirective(html: string): Directive | null {
  const [, name, json] = /^<!-- (need|beat|claim|evidence|list|table|code) (\{.*\}) -->$/s.exec(html.trim()) ?? [];
  if (name === undefined || json === undefined) return null;
  try {
    const attributes: unknown = JSON.parse(json);
    return typeof attributes === "object" && attributes !== null ? { name, attributes: { ...attributes } } : null;
  } catch {
    // A comment of somebody else that looks like ours.
    return null;
  }
}

const CHIP = /^dramatis:(segment|persona|scenario)\/([0-9a-f-]{36})(?:\/v(\d{1,7}))?$/i;

/** The address of a document at a version, as a chip has it. */
export function chipAddress(attrs: Readonly<Record<string, unknown>>): string {
  const version = attrs.version === null || attrs.version === undefined ? "" : `/v${attrs.version}`;
  return `dramatis:${attrs.kind}/${attrs.document}${version}`;
}

export function readChipAddress(address: string): Readonly<Record<string, unknown>> | null {
  const [, kind, document, version] = CHIP.exec(address) ?? [];
  return kind === undefined ? null : { document, kind, version: version === undefined ? null : Number(version) };
}

export const PICTURE = /^picture:([0-9a-f-]{36})$/i;
