// What stands inside of a line, as Markdown.
import type { BodyMark, BodyNode } from "../body-rules";
import { readInline } from "./inline-from-markdown-rules";
import { chipAddress, MARK_TAGS, sortedMarks } from "./markdown-parts-rules";

/** A paragraph, on several lines where it has breaks. "" when nothing is in it. */
export function writeInline(content: readonly BodyNode[]): string {
  return write(content, "\\\n");
}

/** On one line. */
export function writeLine(content: readonly BodyNode[]): string {
  return write(content, "<br>");
}

/**
 * Emphasis in Markdown depends on what stands around it, in more ways than are worth foreseeing: what doesn't read back
 * as it was is written with tags, which don't.
 */
function write(content: readonly BodyNode[], lineEnd: string): string {
  if (content.length === 0) return "";
  const plain = new Line(lineEnd, false).write(content);
  return isSame(readInline(plain), content) ? plain : new Line(lineEnd, true).write(content);
}

function isSame(one: readonly BodyNode[], other: readonly BodyNode[]): boolean {
  const told = (nodes: readonly BodyNode[]) =>
    JSON.stringify(
      nodes.map(({ type, text, attrs = {}, marks = [] }) => [
        type,
        text,
        Object.entries(attrs).sort(),
        marks.map((mark) => [mark.type, mark.attrs?.href]),
      ]),
    );
  return told(one) === told(other);
}

const DELIMITERS: Readonly<Record<string, string>> = { bold: "**", italic: "_", strike: "~~" };
/** A mark may stand beside these without a tag. */
const WORD = /[\p{L}\p{N}]/u;

/** From the outermost: code is always the innermost, since nothing is read within it. */
function outsideIn(marks: readonly BodyMark[] = []): readonly BodyMark[] {
  const sorted = sortedMarks(marks);
  return [...sorted.filter(({ type }) => type !== "code"), ...sorted.filter(({ type }) => type === "code")];
}

class Line {
  private out = "";
  private open: { readonly mark: BodyMark; readonly close: string }[] = [];

  constructor(
    private readonly lineEnd: string,
    private readonly withTags: boolean,
  ) {}

  write(content: readonly BodyNode[]): string {
    for (const [index, node] of content.entries()) {
      const marks = outsideIn(node.marks);
      const shared = this.open.findIndex(({ mark }, at) => !marks[at] || !isSameMark(mark, marks[at]));
      this.close(shared < 0 ? this.open.length : shared);
      const rest = marks.slice(this.open.length);
      const isCode = rest.at(-1)?.type === "code" && this.isTickable(node);
      for (const mark of isCode ? rest.slice(0, -1) : rest) this.begin(mark, node);
      if (isCode) this.ticks(node.text ?? "");
      else this.item(node, content[index + 1]);
    }
    this.close(0);
    return this.out.split("\\\n").map(protectedLine).join("\\\n");
  }

  private close(to: number): void {
    for (let last = this.open.length - 1; last >= to; last -= 1) this.out += this.open[last]?.close ?? "";
    this.open = this.open.slice(0, to);
  }

  private begin(mark: BodyMark, node: BodyNode): void {
    const [start, close] = this.around(mark, node);
    if (start.startsWith("[") && this.out.endsWith("!")) this.out = `${this.out.slice(0, -1)}\\!`;
    this.out += start;
    this.open.push({ mark, close });
  }

  private around({ type, attrs }: BodyMark, node: BodyNode): readonly [string, string] {
    if (type === "link") {
      const href = String(attrs?.href ?? "");
      return this.withTags ? [`<a href="${escapeAttribute(href)}">`, "</a>"] : ["[", `](${escapeAddress(href)})`];
    }
    const delimiter = this.withTags || !WORD.test(node.text?.[0] ?? "a") ? undefined : DELIMITERS[type];
    const tag = MARK_TAGS[type] ?? "span";
    return delimiter ? [delimiter, delimiter] : [`<${tag}>`, `</${tag}>`];
  }

  private item(node: BodyNode, next: BodyNode | undefined): void {
    if (node.type === "hardBreak") {
      // A line must not be empty, nor the last one.
      const isInside = this.out !== "" && !this.out.endsWith("\\\n") && next !== undefined && next.type !== "hardBreak";
      this.out += isInside ? this.lineEnd : "<br>";
    } else if (node.type === "documentChip") {
      const { title = "", ...attrs } = node.attrs ?? {};
      if (this.out.endsWith("!")) this.out = `${this.out.slice(0, -1)}\\!`;
      this.out += `[${escapeText(String(title))}](${chipAddress(attrs)})`;
    } else this.out += escapeText(node.text ?? "");
  }

  private isTickable({ text }: BodyNode): boolean {
    return !this.withTags && text !== undefined && !/[\r\n]/.test(text) && !this.out.endsWith("`");
  }

  private ticks(text: string): void {
    const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = "`".repeat(longest + 1);
    const space = /^[` ]|[` ]$/.test(text) ? " " : "";
    this.out += `${fence}${space}${text}${space}${fence}`;
  }
}

function isSameMark(one: BodyMark, other: BodyMark): boolean {
  return one.type === other.type && one.attrs?.href === other.attrs?.href;
}

/** Text that shows itself, wherever it stands in a line. */
function escapeText(text: string): string {
  return text
    .replace(
      /[\\`[\]<]|\*(?!(?<=\s\*)\s)|&(?=#?\w{1,32};)|~(?=~|$)|(?<=~|^)~|_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_/gu,
      "\\$&",
    )
    .replace(/[\r\n]/g, (end) => `&#${end.charCodeAt(0)};`);
}

/** A line that begins and ends with what it says. */
function protectedLine(line: string): string {
  return line
    .replace(/^\s/, entity)
    .replace(/\s$/, entity)
    .replace(/^(?:#{1,6}(?=\s|$)|[+-](?=[\s:|-]|$)|=+(?=\s*$)|>|:(?=-)|\|(?=[\s:-]))/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, entity);
}

function escapeAddress(address: string): string {
  return address.replace(/[\\()<>]|&(?=#?\w{1,32};)/g, "\\$&");
}
