// Prose as Markdown: for people to read anywhere, and read back to the letter by body-from-markdown-rules.ts.
import { type Body, type BodyNode, type CALLOUT_TONES, EMOTIONS, withoutThreads } from "../body-rules";
import { writeInline, writeLine } from "./inline-to-markdown-rules";
import { ALERTS, chipAddress, EMPTY_PARAGRAPH, writeDirective } from "./markdown-parts-rules";
import { writeTable } from "./table-to-markdown-rules";

export interface MarkdownOptions {
  /** How many levels deeper headings stand, where the prose is a part of a larger text. */
  readonly shift?: number;
}

/** Without the anchors of threads. "" for nothing written. */
export function writeBodyMarkdown(body: Body, { shift = 0 }: MarkdownOptions = {}): string {
  return writeBlocks(withoutThreads(body)?.content ?? [], shift);
}

const LISTS = ["bulletList", "orderedList", "taskList"];

/** Blocks with an empty line between them. */
function writeBlocks(nodes: readonly BodyNode[], shift: number): string {
  let isOdd = false;
  return nodes
    .map((node, index) => {
      // Two lists in a row would be one: the second has other marks.
      const before = nodes[index - 1];
      isOdd = LISTS.includes(node.type) && before !== undefined && isSameList(before, node) && !isOdd;
      return writeBlock(node, shift, isOdd);
    })
    .join("\n\n");
}

function isSameList(one: BodyNode, other: BodyNode): boolean {
  return LISTS.includes(one.type) && (one.type === "orderedList") === (other.type === "orderedList");
}

function writeBlock(node: BodyNode, shift: number, isOdd: boolean): string {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case "paragraph":
      return writeParagraph(content);
    case "heading":
      return heading(Math.min(Number(attrs.level) + shift, 6), writeLine(content));
    case "bulletList":
    case "taskList":
      return list(content, shift, (item) => bullet(item, isOdd ? "*" : "-"));
    case "orderedList":
      return ordered(node, shift, isOdd);
    case "blockquote":
      return quoted(writeBlocks(content, shift));
    case "callout":
      return callout(node, shift);
    case "codeBlock":
      return code(node);
    case "table":
      return writeTable(node, (cell) => writeBlocks(cell, shift));
    case "image":
      return image(attrs);
    case "horizontalRule":
      return "***";
    case "need":
      return `${writeDirective({ name: "need", attributes: attrs })}\n${labelled("Need", writeInline(content))}`;
    case "storyBeat":
      return beat(node, shift);
    case "evidenceQuote":
      return evidence(node, shift);
    case "claimEmbed":
      return claim(attrs);
    default:
      throw new Error(`there is no Markdown for ${type}`);
  }
}

function writeParagraph(content: readonly BodyNode[]): string {
  return content.length === 0 ? EMPTY_PARAGRAPH : writeInline(content);
}

function heading(level: number, text: string): string {
  // A number sign at the end would be taken for a part of the mark.
  return `${"#".repeat(level)} ${text.replace(/(?<=^|\s)#+$/, (signs) => signs.replaceAll("#", "\\#"))}`.trimEnd();
}

function bullet({ type, attrs }: BodyNode, mark: string): string {
  if (type !== "taskItem") return mark;
  return attrs?.checked === true ? `${mark} [x]` : `${mark} [ ]`;
}

function ordered({ attrs = {}, content = [] }: BodyNode, shift: number, isOdd: boolean): string {
  const start = Number(attrs.start ?? 1);
  const written = list(content, shift, (_, index) => `${start + index}${isOdd ? ")" : "."}`);
  const { type } = attrs;
  return typeof type === "string" ? `${writeDirective({ name: "list", attributes: { type } })}\n${written}` : written;
}

function list(items: readonly BodyNode[], shift: number, markOf: (item: BodyNode, index: number) => string): string {
  const isTight = items.every(({ content = [] }) => content.slice(1).every(followsTightly));
  return items
    .map((item, index) => {
      const { content = [] } = item;
      const mark = markOf(item, index);
      // A box is a part of the text: what is below stands under the mark itself.
      const indent = " ".repeat(mark.replace(/ \[.\]$/, "").length + 1);
      const isAlone = content.length === 1 && content[0]?.type === "paragraph" && !content[0].content;
      const text = isAlone
        ? ""
        : isTight
          ? content.map((block) => writeBlocks([block], shift)).join("\n")
          : writeBlocks(content, shift);
      return `${mark} ${indented(text, indent)}`.trimEnd();
    })
    .join(isTight ? "\n" : "\n\n");
}

/** Whether a block can follow a paragraph without an empty line: a list that begins with words, and at its beginning. */
function followsTightly({ type, attrs, content = [] }: BodyNode, index: number): boolean {
  if (index > 0 || !LISTS.includes(type)) return false;
  const [first] = content[0]?.content ?? [];
  if (!first?.content || attrs?.type) return false;
  return type !== "orderedList" || attrs?.start === 1;
}

function indented(text: string, indent: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

function quoted(text: string): string {
  // Not by `^`, which also stands after U+2028.
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}

function callout({ attrs, content = [] }: BodyNode, shift: number): string {
  const tone = attrs?.tone as keyof typeof CALLOUT_TONES;
  const gap = content[0]?.type === "paragraph" ? "\n" : "\n\n";
  return quoted(`[!${ALERTS[tone] ?? "NOTE"}]${gap}${writeBlocks(content, shift)}`);
}

function code({ attrs, content = [] }: BodyNode): string {
  const text = content.map((node) => node.text ?? "").join("");
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const language = attrs?.language ?? null;
  const isPlain = language === null || /^[\w+#.-]+$/.test(String(language));
  const before = isPlain ? "" : `${writeDirective({ name: "code", attributes: { language } })}\n`;
  // Nobody takes a line for a heading that begins with a space; the fence's own is taken away from each line.
  const indent = /^#/m.test(text) ? " " : "";
  const lines = [`${fence}${isPlain ? (language ?? "") : ""}`, ...text.split("\n"), fence];
  return `${before}${lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n")}`;
}

function image({ picture, alt, width }: Readonly<Record<string, unknown>>): string {
  const words = writeLine(alt ? [{ type: "text", text: String(alt) }] : []);
  return `![${words}](picture:${picture}${width === null || width === undefined ? "" : ` "${width}%"`})`;
}

function labelled(label: string, text: string): string {
  return text === "" ? `**${label}:**` : `**${label}:** ${text}`;
}

function beat({ attrs, content = [] }: BodyNode, shift: number): string {
  const emotion = Number(attrs?.emotion ?? 0);
  const [first, ...others] = content;
  const start = labelled(EMOTIONS[emotion] ?? "Neutral", writeInline(first?.content ?? []));
  const text = [start, ...(others.length > 0 ? [writeBlocks(others, shift)] : [])].join("\n\n");
  return `${writeDirective({ name: "beat", attributes: { emotion } })}\n${quoted(text)}`;
}

function evidence({ attrs = {}, content = [] }: BodyNode, shift: number): string {
  const { excerpt = null, source = "" } = attrs;
  const from = source === "" ? "" : `\n\n— ${writeLine([{ type: "text", text: String(source) }])}`;
  const attributes = { excerpt, sourced: source !== "" };
  return `${writeDirective({ name: "evidence", attributes })}\n${quoted(`${writeBlocks(content, shift)}${from}`)}`;
}

function claim({ text = "", ...attributes }: Readonly<Record<string, unknown>>): string {
  const words = writeLine(text === "" ? [] : [{ type: "text", text: String(text) }]);
  const title = String(attributes.title ?? "");
  const chip: BodyNode = { type: "documentChip", attrs: attributes };
  const from = title === "" ? chipAddress(attributes) : writeLine([chip]);
  return `${writeDirective({ name: "claim", attributes })}\n${quoted(`${words || EMPTY_PARAGRAPH}\n\n— ${from}`)}`;
}
