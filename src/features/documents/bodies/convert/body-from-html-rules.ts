// HTML as prose: of files, of other programs' documents, of the blocks of HTML in Markdown. What we don't have is
// unwrapped; nothing is kept but words, marks and structure.
import { AppError } from "@/shared/errors";
import { BODY_NODES, type Body, type BodyMark, type BodyNode, isBodyAttribute, isSafeHref } from "../body-rules";
import { BLOCKS, MARK_OF_TAG, SILENT } from "./html-name-rules";
import { styledMarks, unsetMark } from "./html-style-rules";
import { type HtmlElement, htmlTree, sourceText } from "./html-tree-rules";
import { LineCollector } from "./line-collector-rules";
import { decodeEntities } from "./markdown-parts-rules";
import { cellAttributes } from "./table-from-markdown-rules";

const DEEPEST = 28;
const MOST_BLOCKS = 50_000;
type Child = HtmlElement | string;

/** Null for a page that says nothing. Throws LIMIT for more than 2 MB, or more parts than anybody writes. */
export function readBodyHtml(html: string): Body {
  const content = readHtmlBlocks(html, 1);
  return content.length > 0 ? { type: "doc", content } : null;
}

/** As above, for a place at this depth. */
export function readHtmlBlocks(html: string, depth: number): readonly BodyNode[] {
  return new HtmlReader().blocks(htmlTree(html).children, depth);
}

class HtmlReader {
  private count = 0;

  blocks(children: readonly Child[], depth: number, marks: readonly BodyMark[] = []): BodyNode[] {
    const into = new LineCollector();
    this.walk(children, marks, into, depth);
    into.end();
    this.count += into.made.length;
    if (this.count > MOST_BLOCKS) throw new AppError("LIMIT", "This page has too many parts. Split it.");
    return into.made;
  }

  private walk(children: readonly Child[], marks: readonly BodyMark[], into: LineCollector, depth: number): void {
    for (const child of children) {
      if (typeof child === "string") into.text(decodeEntities(child), marks);
      else if (!SILENT.has(child.name) || child.name === "object") this.element(child, marks, into, depth);
    }
  }

  private element(element: HtmlElement, marks: readonly BodyMark[], into: LineCollector, depth: number) {
    const { name, children } = element;
    if (name === "br") return into.add({ type: "hardBreak" }, marks);
    if (name === "img") return this.picture(element, marks, into);
    const chip = name === "span" && element.attributes.has("data-chip") ? this.made(element, "documentChip") : null;
    if (chip) return into.add(chip, marks);
    const own = marksOf(element, marks);
    if (!BLOCKS.has(name)) {
      this.walk(children, own, into, depth);
      const href = name === "a" ? (element.attributes.get("href") ?? "") : "";
      // The address of a link that can't be one is kept in words.
      if (href !== "" && !isSafeHref(href) && !/^(?:#|javascript:|data:)/i.test(href)) into.text(` (${href})`, marks);
      return;
    }
    into.end();
    const made = this.block(element, depth, own);
    if (made) into.made.push(...made);
    else {
      this.walk(children, own, into, depth);
      into.end();
    }
  }

  /** Null for a block that only groups others. */
  private block(element: HtmlElement, depth: number, marks: readonly BodyMark[]): readonly BodyNode[] | null {
    const { name, children, attributes } = element;
    if (name === "hr") return [{ type: "horizontalRule" }];
    if (/^h[1-6]$/.test(name)) return this.heading(element, depth, marks);
    if (name === "pre") return [codeBlock(element)];
    if (depth > DEEPEST) return null;
    if (name === "ul" || name === "ol" || name === "menu") return this.list(element, depth, marks);
    if (name === "table" && attributes.get("role") !== "presentation") return this.table(element, depth);
    if (name === "figure" && attributes.has("data-claim")) return claimOf(this.made(element, "claimEmbed"));
    if (name === "p" && attributes.has("data-need")) return this.need(element, depth);
    const type = wrapperOf(element);
    if (type === null) return null;
    const content = this.blocks(children, depth + 1, marks);
    const { attrs } = this.made(element, type) ?? {};
    if (content.length === 0) return [];
    if (type === "blockquote" || type === "callout") return [{ type, ...(attrs && { attrs }), content }];
    return content.every((node) => node.type === "paragraph") && attrs ? [{ type, attrs, content }] : content;
  }

  private heading(element: HtmlElement, depth: number, marks: readonly BodyMark[]): readonly BodyNode[] {
    const level = Math.min(Number(element.name[1]), 4);
    const plain = marks.filter(({ type }) => type !== "bold");
    return this.blocks(element.children, depth, plain).flatMap((node): BodyNode[] => {
      const content = node.content?.map((part) => withoutBold(part));
      return node.type === "paragraph" && content ? [{ type: "heading", attrs: { level }, content }] : [node];
    });
  }

  private need(element: HtmlElement, depth: number): readonly BodyNode[] {
    const { attrs } = this.made(element, "need") ?? {};
    return this.blocks(element.children, depth).map((node) =>
      node.type === "paragraph" ? { ...node, type: "need", attrs: { id: attrs?.id ?? null } } : node,
    );
  }

  private list(element: HtmlElement, depth: number, marks: readonly BodyMark[]): readonly BodyNode[] {
    const isOrdered = element.name === "ol";
    const lists: { readonly type: string; readonly items: BodyNode[] }[] = [];
    const add = (type: string, item: BodyNode) => {
      if (lists.at(-1)?.type !== type) lists.push({ type, items: [] });
      lists.at(-1)?.items.push(item);
    };
    for (const child of element.children) {
      if (typeof child === "string" && child.trim() === "") continue;
      const isItem = typeof child !== "string" && child.name === "li";
      const checked = isItem && !isOrdered ? boxOf(child) : null;
      const content = this.blocks(isItem ? child.children : [child], depth + 2, marks);
      const last = lists.at(-1)?.items.at(-1);
      if (!isItem && last?.content && content.every((node) => node.type !== "paragraph")) {
        // Other programs put a list within a list beside its item.
        lists.at(-1)?.items.splice(-1, 1, { ...last, content: [...last.content, ...content] });
        continue;
      }
      if (content[0]?.type !== "paragraph") content.unshift({ type: "paragraph" });
      if (checked === null) add(isOrdered ? "orderedList" : "bulletList", { type: "listItem", content });
      else add("taskList", { type: "taskItem", attrs: { checked }, content });
    }
    const start = Number(element.attributes.get("start") ?? 1);
    const style = element.attributes.get("type") ?? null;
    const attrs = {
      start: isBodyAttribute(BODY_NODES, "orderedList", "start", start) ? start : 1,
      type: style !== "1" && isBodyAttribute(BODY_NODES, "orderedList", "type", style) ? style : null,
    };
    return lists.map(({ type, items }) => ({ type, ...(type === "orderedList" && { attrs }), content: items }));
  }

  private table(element: HtmlElement, depth: number): readonly BodyNode[] {
    const around: BodyNode[] = [];
    const rows: BodyNode[] = [];
    const look = (children: readonly Child[]) => {
      for (const child of children) {
        if (typeof child === "string") {
          if (child.trim() !== "") around.push(...this.blocks([child], depth));
        } else if (child.name === "tr") rows.push(this.row(child, depth));
        else if (["thead", "tbody", "tfoot"].includes(child.name)) look(child.children);
        else if (child.name !== "colgroup") around.push(...this.blocks([child], depth));
      }
    };
    look(element.children);
    const filled = rows.filter(({ content }) => content);
    return filled.length > 0 ? [...around, { type: "table", content: filled }] : around;
  }

  private row(row: HtmlElement, depth: number): BodyNode {
    const cells = row.children
      .filter((child) => typeof child !== "string" || child.trim() !== "")
      .map((child): BodyNode => {
        const isCell = typeof child !== "string" && (child.name === "td" || child.name === "th");
        const content = this.blocks(isCell ? child.children : [child], depth + 3);
        return {
          type: isCell && child.name === "th" ? "tableHeader" : "tableCell",
          attrs: cellAttributes(isCell ? child.attributes : new Map()),
          content: content.length > 0 ? content : [{ type: "paragraph" }],
        };
      });
    return { type: "tableRow", ...(cells.length > 0 && { content: cells }) };
  }

  /** One of ours by its data attributes; null where one of them can't be. */
  private made(element: HtmlElement, type: string): BodyNode | null {
    const checks = BODY_NODES[type] ?? {};
    const attrs: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(checks)) {
      const text = element.attributes.get(`data-${name}`);
      const value = ["version", "emotion", "width"].includes(name) && text !== undefined ? Number(text) : text;
      const fallback = ["title", "text", "place", "source", "alt"].includes(name)
        ? (element.attributes.get(name) ?? "")
        : null;
      attrs[name] = value ?? (name === "emotion" ? 0 : name === "tone" ? "note" : fallback);
      if (!check(attrs[name])) return null;
    }
    return { type, ...(Object.keys(attrs).length > 0 && { attrs }) };
  }

  /** A picture of ours; another's as a link in its words, since it isn't ours to show. */
  private picture(element: HtmlElement, marks: readonly BodyMark[], into: LineCollector) {
    const own = element.attributes.has("data-picture") ? this.made(element, "image") : null;
    if (own) return into.block(own);
    const src = element.attributes.get("src") ?? "";
    const alt = (element.attributes.get("alt") ?? "").trim();
    if (isSafeHref(src)) into.text(alt || "Picture", [...marks.filter(({ type }) => type !== "link"), link(src)]);
    else into.text(alt, marks);
  }
}

function link(href: string): BodyMark {
  return { type: "link", attrs: { href } };
}

function withoutBold(node: BodyNode): BodyNode {
  const { marks = [], ...rest } = node;
  const left = marks.filter(({ type }) => type !== "bold");
  return left.length > 0 ? { ...rest, marks: left } : rest;
}

function claimOf(claim: BodyNode | null): readonly BodyNode[] | null {
  return claim && [claim];
}

/** The node of ours that a wrapping element stands for. */
function wrapperOf({ name, attributes }: HtmlElement): string | null {
  if (name === "blockquote") return attributes.has("data-evidence") ? "evidenceQuote" : "blockquote";
  if (name === "aside" && attributes.has("data-callout")) return "callout";
  return name === "section" && attributes.has("data-beat") ? "storyBeat" : null;
}

/** Whether an item's box is checked; null for an item without one. */
function boxOf(item: HtmlElement): boolean | null {
  if (item.attributes.has("data-checked")) return item.attributes.get("data-checked") === "true";
  let first: HtmlElement | undefined = item;
  for (let depth = 0; first && depth < 4; depth += 1) {
    if (first.name === "input") {
      return first.attributes.get("type") === "checkbox" ? first.attributes.has("checked") : null;
    }
    const inside: Child | undefined = first.children.find((child) => typeof child !== "string" || child.trim() !== "");
    first = typeof inside === "string" ? undefined : inside;
  }
  return null;
}

function codeBlock(element: HtmlElement): BodyNode {
  const text = decodeEntities(sourceText(element)).replace(/^\n|\n$/g, "");
  const inner = element.children.find((child) => typeof child !== "string");
  const names = `${element.attributes.get("class") ?? ""} ${inner?.attributes.get("class") ?? ""}`;
  const language = /(?:^|\s)language-(\S{1,40})/.exec(names)?.[1] ?? null;
  return { type: "codeBlock", attrs: { language }, ...(text !== "" && { content: [{ type: "text", text }] }) };
}

function marksOf(element: HtmlElement, marks: readonly BodyMark[]): readonly BodyMark[] {
  const { name, attributes } = element;
  const style = attributes.get("style") ?? "";
  const href = name === "a" ? attributes.get("href") : undefined;
  const tag = MARK_OF_TAG[name];
  const added = [...(tag && !unsetMark(tag, style) ? [tag] : []), ...styledMarks(style)].map(
    (type): BodyMark => ({ type }),
  );
  const kept = marks.filter(({ type }) => !(type === "link" && href) && !unsetMark(type, style));
  const all: BodyMark[] = [...kept, ...added, ...(href && isSafeHref(href) ? [link(href)] : [])];
  return all.filter(({ type }, index) => all.findIndex((one) => one.type === type) === index);
}
