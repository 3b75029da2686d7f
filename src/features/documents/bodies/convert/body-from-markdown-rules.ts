// Markdown as prose. Reads back what body-to-markdown-rules.ts wrote, and anybody else's with every word of it.
import { AppError } from "@/shared/errors";
import { BODY_NODES, type Body, type BodyNode, isBodyAttribute } from "../body-rules";
import { readHtmlBlocks } from "./body-from-html-rules";
import { type InlineContext, plainOf, readInline, withoutImages } from "./inline-from-markdown-rules";
import { ALERTS, type Directive, EMPTY_PARAGRAPH, LABEL, readDirective } from "./markdown-parts-rules";
import { markdownParts, type Part, textOf } from "./markdown-tree-rules";
import { readPipeTable, readTagTable } from "./table-from-markdown-rules";

export interface MarkdownReading {
  /** How many levels deeper headings stand than they are meant. */
  readonly shift?: number;
}

/** Containers below this stand beside each other instead: a body is nested less deeply than a text may be. */
const DEEPEST = 28;
const MOST_BLOCKS = 50_000;

/**
 * Null for a text that says nothing. Throws LIMIT for what is nested or split more than anybody writes: a parser that
 * stops there would lose what follows.
 */
export function readBodyMarkdown(text: string, { shift = 0 }: MarkdownReading = {}): Body {
  const used = new Set<string>();
  const { parts, references } = markdownParts(text);
  const reader = new BlockReader({ references, used }, shift);
  const content = reader.blocks(parts, 1);
  const left = Object.entries(references).filter(([, { href }]) => !used.has(href));
  for (const [label, { href, title }] of left) {
    content.push(paragraph([{ type: "text", text: [`[${label}]: ${href}`, title].filter(Boolean).join(" ") }]));
  }
  return content.length > 0 ? { type: "doc", content } : null;
}

function paragraph(content: readonly BodyNode[]): BodyNode {
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/i;
const TONES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ALERTS).map(([tone, word]) => [word, tone])),
  IMPORTANT: "note",
  CAUTION: "warning",
};
const TASK = /^\[([ xX])\](?:[ \t]+|\n|$)/;

class BlockReader {
  private count = 0;

  constructor(
    private readonly context: InlineContext,
    private readonly shift: number,
  ) {}

  blocks(parts: readonly Part[], depth: number): BodyNode[] {
    const made: BodyNode[] = [];
    let said: Directive | null = null;
    for (const part of parts) {
      const directive = part.type === "html_block" ? readDirective(part.content) : null;
      if (directive) {
        said = directive;
        continue;
      }
      made.push(...this.block(part, depth, said));
      said = null;
      this.count += 1;
      if (this.count > MOST_BLOCKS) throw new AppError("LIMIT", "This text has too many parts. Split it.");
    }
    return made;
  }

  private block(part: Part, depth: number, said: Directive | null): readonly BodyNode[] {
    const { type, content } = part;
    switch (type) {
      case "paragraph":
        return said?.name === "need" ? [this.need(textOf(part), said)] : this.paragraphs(textOf(part));
      case "heading":
        return [this.heading(part)];
      case "bullet_list":
      case "ordered_list":
        return this.list(part, depth, said);
      case "blockquote":
        return this.quote(part, depth, said);
      case "fence":
      case "code_block":
        return this.code(part, said);
      case "hr":
        return [{ type: "horizontalRule" }];
      case "table":
        this.count += part.children.reduce((sum, { children }) => sum + children.length, 0);
        return [readPipeTable(part, said, (text) => this.filled(this.paragraphs(text)))];
      case "tags":
        if (depth > DEEPEST) return part.children.flatMap((row) => this.blocks(row.children, depth));
        return [readTagTable(part, (parts) => this.filled(this.blocks(parts, depth + 3)))];
      case "html_block":
        return /^(?:<br>\s*)+$/.test(content)
          ? [paragraph((content.match(/<br>/g) ?? []).map(() => ({ type: "hardBreak" })))]
          : readHtmlBlocks(content, depth);
      default:
        return this.paragraphs(content);
    }
  }

  private filled(blocks: readonly BodyNode[]): readonly BodyNode[] {
    return blocks.length > 0 ? blocks : [{ type: "paragraph" }];
  }

  /** One paragraph, or what stands around pictures. */
  private paragraphs(text: string): readonly BodyNode[] {
    if (text.trim() === EMPTY_PARAGRAPH || text.trim() === "") return [{ type: "paragraph" }];
    const made: BodyNode[] = [];
    let line: BodyNode[] = [];
    const end = () => {
      if (plainOf(line).trim() !== "" || made.length === 0) made.push(paragraph(line));
      line = [];
    };
    const nodes = readInline(text, this.context);
    for (const node of nodes) {
      if (node.type === "image") {
        if (plainOf(line).trim() !== "") end();
        line = [];
        made.push(node);
      } else line.push(node);
    }
    if (line.length > 0) end();
    return this.filled(made);
  }

  /** What else a fence says beside the language stands before it. */
  private code({ content, info, type }: Part, said: Directive | null): readonly BodyNode[] {
    const text = type === "fence" ? content.replace(/\n$/, "") : content.replace(/\n+$/, "");
    const [, first = "", rest = ""] = /^(\S*)\s*(.*)$/s.exec(info.trim()) ?? [];
    const named = said?.name === "code" ? said.attributes.language : first || null;
    const isName = isBodyAttribute(BODY_NODES, "codeBlock", "language", named);
    const about = isName ? rest : info.trim();
    return [
      ...(about === "" ? [] : [paragraph([{ type: "text", text: about }])]),
      {
        type: "codeBlock",
        attrs: { language: isName ? named : null },
        ...(text !== "" && { content: [{ type: "text", text }] }),
      },
    ];
  }

  private heading(part: Part): BodyNode {
    const level = Math.min(Math.max(part.level - this.shift, 1), 4);
    const content = withoutImages(readInline(textOf(part), this.context));
    return { type: "heading", attrs: { level }, ...(content.length > 0 && { content }) };
  }

  private need(text: string, { attributes }: Directive): BodyNode {
    const content = withoutImages(readInline(text.replace(LABEL, ""), this.context));
    const id = isBodyAttribute(BODY_NODES, "need", "id", attributes.id) ? attributes.id : null;
    return { type: "need", attrs: { id }, ...(content.length > 0 && { content }) };
  }

  private list(part: Part, depth: number, said: Directive | null): readonly BodyNode[] {
    const isOrdered = part.type === "ordered_list";
    const lists: { readonly type: string; readonly items: BodyNode[] }[] = [];
    for (const item of part.children) {
      const [first] = item.children;
      const box = !isOrdered && first?.type === "paragraph" ? TASK.exec(textOf(first)) : null;
      const children =
        box && first ? [withText(first, textOf(first).slice(box[0].length)), ...item.children.slice(1)] : item.children;
      const content = this.blocks(children, depth + 2);
      if (content[0]?.type !== "paragraph") content.unshift({ type: "paragraph" });
      const type = isOrdered ? "orderedList" : box ? "taskList" : "bulletList";
      // Items with a box and such without one are lists of their own.
      if (lists.at(-1)?.type !== type) lists.push({ type, items: [] });
      const attrs = box ? { attrs: { checked: box[1] !== " " } } : {};
      lists.at(-1)?.items.push({ type: box ? "taskItem" : "listItem", ...attrs, content });
    }
    if (depth > DEEPEST) return lists.flatMap(({ items }) => items.flatMap(({ content = [] }) => content));
    const style = isBodyAttribute(BODY_NODES, "orderedList", "type", said?.attributes.type)
      ? said?.attributes.type
      : null;
    const start = Math.min(part.start, 1_000_000);
    return lists.map(({ type, items }) => ({
      type,
      ...(isOrdered && { attrs: { start, type: style ?? null } }),
      content: items,
    }));
  }

  private quote(part: Part, depth: number, said: Directive | null): readonly BodyNode[] {
    const [first, ...others] = part.children;
    const text = first?.type === "paragraph" ? textOf(first) : "";
    if (said?.name === "beat" && first) return this.beat(first, others, depth, said);
    if (said?.name === "evidence") return this.evidence(part, depth, said);
    if (said?.name === "claim") {
      const claim = this.claim(part, depth, said);
      if (claim) return claim;
    }
    const alert = ALERT.exec(text);
    const rest = alert && first ? text.slice(alert[0].length) : "";
    const parts = alert && first ? [...(rest === "" ? [] : [withText(first, rest)]), ...others] : part.children;
    const content = this.blocks(parts, depth + 1);
    if (depth > DEEPEST || (content.length === 0 && !alert)) return content;
    if (alert) {
      const attrs = { tone: TONES[alert[1]?.toUpperCase() ?? ""] ?? "note" };
      return [{ type: "callout", attrs, content: this.filled(content) }];
    }
    return [{ type: "blockquote", content }];
  }

  private beat(first: Part, others: readonly Part[], depth: number, { attributes }: Directive): readonly BodyNode[] {
    const start = first.type === "paragraph" ? withText(first, textOf(first).replace(LABEL, "")) : first;
    const { emotion } = attributes;
    const attrs = { emotion: isBodyAttribute(BODY_NODES, "storyBeat", "emotion", emotion) ? emotion : 0 };
    return led("storyBeat", attrs, this.blocks([start, ...others], depth + 1));
  }

  private evidence(part: Part, depth: number, { attributes }: Directive): readonly BodyNode[] {
    const last = part.children.at(-1);
    const from = last?.type === "paragraph" && attributes.sourced === true ? /^— ?(.*)$/s.exec(textOf(last)) : null;
    const source = from ? plainOf(readInline(from[1] ?? "", this.context)) : "";
    const { excerpt } = attributes;
    const isWhole = isBodyAttribute(BODY_NODES, "evidenceQuote", "source", source);
    const attrs = {
      excerpt: isBodyAttribute(BODY_NODES, "evidenceQuote", "excerpt", excerpt) ? excerpt : null,
      source: isWhole ? source : "",
    };
    const parts = from && isWhole ? part.children.slice(0, -1) : part.children;
    return led("evidenceQuote", attrs, this.blocks(parts, depth + 1));
  }

  /** Null when no claim can be like this: then it is a quotation. */
  private claim({ children }: Part, depth: number, { attributes }: Directive): readonly BodyNode[] | null {
    const [first, second, ...others] = children;
    const words = first?.type === "paragraph" ? textOf(first) : "";
    const { document, kind, version, title, place } = attributes;
    const text = words === EMPTY_PARAGRAPH ? "" : plainOf(readInline(words, this.context));
    const attrs = { document, kind, version, title, place, text };
    const isGood = Object.entries(attrs).every(([name, value]) =>
      isBodyAttribute(BODY_NODES, "claimEmbed", name, value),
    );
    if (!isGood || first?.type !== "paragraph") return null;
    // Whose it is stands below the claim, and is in the comment as well.
    const isFrom = second?.type === "paragraph" && textOf(second).startsWith("— ");
    const left = [...(isFrom || !second ? [] : [second]), ...others];
    return [{ type: "claimEmbed", attrs }, ...this.blocks(left, depth)];
  }
}

/** A node of paragraphs, and after it what is none. */
function led(type: string, attrs: BodyNode["attrs"] & object, blocks: readonly BodyNode[]): readonly BodyNode[] {
  const end = blocks.findIndex((block) => block.type !== "paragraph");
  const own = end < 0 ? blocks : blocks.slice(0, end);
  const content = own.length > 0 ? own : [{ type: "paragraph" }];
  return [{ type, attrs, content }, ...(end < 0 ? [] : blocks.slice(end))];
}

function withText(part: Part, text: string): Part {
  return { ...part, children: part.children.map((child) => ({ ...child, content: text })) };
}
