// What stands inside of a line of Markdown, as nodes. Anybody's: tags and addresses that we don't have leave their words.
import type { Token } from "markdown-it";
import { BODY_MARKS, BODY_NODES, type BodyMark, type BodyNode, isBodyAttribute, isSafeHref } from "../body-rules";
import { isHtmlName, MARK_OF_TAG, readAttributes } from "./html-name-rules";
import { PICTURE, parser, readChipAddress, sortedMarks } from "./markdown-parts-rules";

/** Of one text: the definitions of its links, and which of them are used. */
export interface InlineContext {
  readonly references?: Readonly<Record<string, { readonly href: string; readonly title: string }>>;
  readonly used?: Set<string>;
}

/** More links than stand in any paragraph: the search for their ends would take seconds, so they stay as they are. */
const MOST_BRACKETS = 20_000;

/** Text, breaks, chips; also images, for which whoever has room for a block makes it. */
export function readInline(markdown: string, context: InlineContext = {}): readonly BodyNode[] {
  if (markdown.length > MOST_BRACKETS && (markdown.match(/(?<!\\)\[/g)?.length ?? 0) > MOST_BRACKETS) {
    return [{ type: "text", text: markdown }];
  }
  const tokens: Token[] = [];
  parser.inline.parse(markdown, parser, context, tokens);
  return new InlineReader(context).read(tokens);
}

/** Images by their words, for where there is room for a line only. */
export function withoutImages(nodes: readonly BodyNode[]): readonly BodyNode[] {
  return nodes.flatMap((node) => {
    if (node.type !== "image") return [node];
    return node.attrs?.alt ? [{ type: "text", text: String(node.attrs.alt) }] : [];
  });
}

export function plainOf(nodes: readonly BodyNode[]): string {
  return nodes
    .map(({ type, text, attrs }) => text ?? (type === "hardBreak" ? "\n" : String(attrs?.title ?? attrs?.alt ?? "")))
    .join("");
}

const MARK_OF_TOKEN: Readonly<Record<string, string>> = { strong: "bold", em: "italic", s: "strike" };

/** Marks that are open at once, most of them of the same kind. */
const MOST_MARKS = 40;

interface OpenLink {
  readonly href: string;
  readonly title: string;
  readonly start: number;
}

class InlineReader {
  private readonly nodes: BodyNode[] = [];
  private marks: BodyMark[] = [];
  private links: OpenLink[] = [];

  constructor(private readonly context: InlineContext) {}

  read(tokens: readonly Token[]): readonly BodyNode[] {
    for (const token of tokens) this.token(token);
    while (this.links.length > 0) this.endLink();
    return joined(this.nodes);
  }

  private token(token: Token) {
    const { type, content } = token;
    const mark = MARK_OF_TOKEN[type.replace(/_(?:open|close)$/, "")];
    if (mark) return token.nesting > 0 ? this.begin({ type: mark }) : this.end(mark);
    switch (type) {
      case "softbreak":
        return this.text(" ");
      case "hardbreak":
        return this.add({ type: "hardBreak" });
      case "code_inline":
        return this.text(content, [{ type: "code" }]);
      case "link_open":
        return this.beginLink(String(token.attrGet("href") ?? ""), String(token.attrGet("title") ?? ""));
      case "link_close":
        return this.endLink();
      case "image":
        return this.image(String(token.attrGet("src") ?? ""), String(token.attrGet("title") ?? ""), token);
      case "html_inline":
        return this.tag(content);
      default:
        return this.text(content);
    }
  }

  private add(node: BodyNode, more: readonly BodyMark[] = []): void {
    const marks = sortedMarks([
      ...this.marks.filter(({ type }, index) => this.marks.findIndex((one) => one.type === type) === index),
      ...more.filter(({ type }) => !this.marks.some((one) => one.type === type)),
    ]);
    const made = marks.length > 0 ? { ...node, marks } : node;
    this.nodes.push(made);
  }

  private text(text: string, more: readonly BodyMark[] = []): void {
    if (text !== "") this.add({ type: "text", text }, more);
  }

  private begin(mark: BodyMark): void {
    // What is never closed mustn't take ever longer.
    if (this.marks.length < MOST_MARKS) this.marks = [...this.marks, mark];
  }

  private end(type: string): void {
    const at = this.marks.findLastIndex((mark) => mark.type === type);
    if (at >= 0) this.marks = this.marks.toSpliced(at, 1);
  }

  private beginLink(href: string, title: string): void {
    this.context.used?.add(href);
    this.links.push({ href, title, start: this.nodes.length });
    if (isSafeHref(href)) this.begin({ type: "link", attrs: { href } });
  }

  private endLink(): void {
    const link = this.links.pop();
    if (!link) return;
    const { href, title, start } = link;
    const isSafe = isSafeHref(href);
    if (isSafe) this.end("link");
    const chip = readChipAddress(href);
    if (chip && this.chip(chip, start)) return;
    const told = plainOf(this.nodes.slice(start));
    const missing = [isSafe || told.endsWith(href) ? "" : href, title].filter((part) => part !== "");
    if (missing.length > 0) this.text(`${told === "" ? "" : " "}(${missing.join(", ")})`);
    else if (isSafe && this.nodes.length === start) this.text(href, [{ type: "link", attrs: { href } }]);
  }

  /** Puts a chip in the place of a link's text; false for one that no document can have. */
  private chip(address: Readonly<Record<string, unknown>>, start: number): boolean {
    const attrs = { ...address, title: plainOf(this.nodes.slice(start)) };
    if (!Object.entries(attrs).every(([name, value]) => isBodyAttribute(BODY_NODES, "documentChip", name, value))) {
      return false;
    }
    this.nodes.splice(start);
    this.add({ type: "documentChip", attrs });
    return true;
  }

  private image(src: string, title: string, { children }: Token): void {
    this.context.used?.add(src);
    this.picture(src, plainOf(new InlineReader(this.context).read(children ?? [])), title);
  }

  private picture(src: string, alt: string, title: string) {
    const [, picture] = PICTURE.exec(src) ?? [];
    const width = /^(\d{2,3})%$/.exec(title)?.[1];
    const attrs = { picture, alt, width: width === undefined ? null : Number(width) };
    const isOurs = Object.entries(attrs).every(([name, value]) => isBodyAttribute(BODY_NODES, "image", name, value));
    if (isOurs) return void this.nodes.push({ type: "image", attrs });
    const words = alt || src;
    if (isBodyAttribute(BODY_MARKS, "link", "href", src)) this.text(words, [{ type: "link", attrs: { href: src } }]);
    else this.text(words === src || src.startsWith("data:") ? words.slice(0, 300) : `${words} (${src})`);
    if (title !== "") this.text(` (${title})`);
  }

  private tag(html: string) {
    const [, slash, name = ""] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(html) ?? [];
    const tag = name.toLowerCase();
    const attributes = readAttributes(html);
    // Comments and the like say nothing to readers.
    if (tag === "") return;
    if (!isHtmlName(tag)) return this.text(html);
    const mark = MARK_OF_TAG[tag];
    if (mark) return slash ? this.end(mark) : this.begin({ type: mark });
    if (tag === "br") return this.add({ type: "hardBreak" });
    if (tag === "img") return this.picture(attributes.get("src") ?? "", attributes.get("alt") ?? "", "");
    if (tag !== "a") return;
    if (slash) return this.links.length > 0 ? this.endLink() : undefined;
    this.beginLink(attributes.get("href") ?? "", "");
  }
}

/** Neighbours of the same marks as one. */
function joined(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const list: BodyNode[] = [];
  let text: string[] = [];
  const end = () => {
    const last = list.at(-1);
    if (last && text.length > 1) list[list.length - 1] = { ...last, text: text.join("") };
  };
  for (const node of nodes) {
    const last = list.at(-1);
    if (node.text !== undefined && last?.text !== undefined && isAlike(last.marks, node.marks)) text.push(node.text);
    else {
      end();
      list.push(node);
      text = node.text === undefined ? [] : [node.text];
    }
  }
  end();
  return list;
}

function isAlike(one: readonly BodyMark[] = [], other: readonly BodyMark[] = []): boolean {
  return (
    one.length === other.length &&
    one.every(({ type, attrs }, index) => type === other[index]?.type && attrs?.href === other[index]?.attrs?.href)
  );
}
