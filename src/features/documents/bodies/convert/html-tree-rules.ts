// HTML as a tree, without a browser: for pasted text, files of others, and on the server. Reads every character once,
// whatever the text, and nests no deeper than it says; scripts are never anything but skipped.
import { AppError } from "@/shared/errors";
import { BLOCKS, readAttributes, SILENT, VOID } from "./html-name-rules";

export interface HtmlElement {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text as it stands in the source, with its entities. */
  readonly children: readonly (HtmlElement | string)[];
}

/** Characters of an HTML text. */
const MAX_HTML = 2 * 1024 * 1024;
/** Elements within elements; those that are deeper stand beside each other. */
const DEEPEST = 100;

interface OpenElement extends HtmlElement {
  readonly children: (HtmlElement | string)[];
}

/** Throws LIMIT for more than `MAX_HTML` characters. */
export function htmlTree(html: string): HtmlElement {
  if (html.length > MAX_HTML) throw new AppError("LIMIT", "This page is too large: up to 2 MB at once. Split it.");
  return new TreeReader(html).read();
}

/** Elements whose text is not HTML. */
const RAW = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed"]);

class TreeReader {
  private at = 0;
  private readonly root: OpenElement = { name: "html", attributes: new Map(), children: [] };
  private open: OpenElement[] = [this.root];

  constructor(private readonly html: string) {}

  read(): HtmlElement {
    const { html } = this;
    const start = /<(?=\/?[a-z]|[!?])/gi;
    while (this.at < html.length) {
      start.lastIndex = this.at;
      const next = start.exec(html)?.index ?? html.length;
      if (next > this.at) this.text(html.slice(this.at, next));
      this.at = next;
      if (next < html.length) this.markup();
    }
    return this.root;
  }

  private text(text: string): void {
    this.open.at(-1)?.children.push(text);
  }

  private markup() {
    const { html, at } = this;
    if (html.startsWith("<!--", at)) return this.skipPast("-->");
    if (/[!?]/.test(html[at + 1] ?? "")) return this.skipPast(">");
    const [, slash = "", name = ""] = /^<(\/?)([a-z][^\s/>]{0,60})/i.exec(html.slice(at, at + 64)) ?? [];
    const end = this.tagEnd(at + 1 + slash.length + name.length);
    if (end < 0) {
      // Not one tag more can end: what is left is text.
      this.text(html.slice(at));
      this.at = html.length;
      return;
    }
    this.at = end + 1;
    if (slash) this.close(name.toLowerCase());
    else this.begin(name.toLowerCase(), html.slice(at, end));
  }

  private skipPast(end: string): void {
    const found = this.html.indexOf(end, this.at);
    this.at = found < 0 ? this.html.length : found + end.length;
  }

  /** The next `>` that is in no quotation; a quotation that never ends is none. */
  private tagEnd(from: number): number {
    const { html } = this;
    for (let at = from; at < html.length; at += 1) {
      const character = html[at];
      if (character === ">") return at;
      if ((character === '"' || character === "'") && html[at - 1] === "=") {
        const end = html.indexOf(character, at + 1);
        if (end > 0) at = end;
      }
    }
    return -1;
  }

  private begin(name: string, tag: string): void {
    this.closeImplied(name);
    const element: OpenElement = { name, attributes: readAttributes(tag), children: [] };
    if (RAW.has(name)) {
      const end = new RegExp(`</${name}`, "gi");
      end.lastIndex = this.at;
      const found = end.exec(this.html)?.index ?? this.html.length;
      if (!SILENT.has(name)) element.children.push(this.html.slice(this.at, found));
      this.open.at(-1)?.children.push(element);
      this.at = found;
      if (found < this.html.length) this.skipPast(">");
      return;
    }
    this.open.at(-1)?.children.push(element);
    if (!VOID.has(name) && this.open.length < DEEPEST) this.open.push(element);
  }

  private close(name: string): void {
    const at = this.open.findLastIndex((element) => element.name === name);
    if (at > 0) this.open.length = at;
  }

  /** What a new element ends without a word: a paragraph, the item or cell before it. */
  private closeImplied(name: string): void {
    if (BLOCKS.has(name)) this.closeWithin("p", ["table", "td", "th", "li"]);
    if (name === "li") this.closeWithin("li", ["ul", "ol", "menu", "table"]);
    if (name === "dt" || name === "dd") for (const one of ["dt", "dd"]) this.closeWithin(one, ["dl", "table"]);
    if (name === "tr" || name === "td" || name === "th") {
      for (const one of name === "tr" ? ["td", "th", "tr"] : ["td", "th"]) this.closeWithin(one, ["table"]);
    }
  }

  private closeWithin(name: string, bounds: readonly string[]): void {
    const at = this.open.findLastIndex((element) => element.name === name || bounds.includes(element.name));
    if (at > 0 && this.open[at]?.name === name) this.open.length = at;
  }
}

/** All text of an element as the source has it. */
export function sourceText(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === "string" ? child : child.name === "br" ? "\n" : sourceText(child)))
    .join("");
}
