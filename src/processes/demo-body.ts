// How the demo's prose is written down: what is pinned is named by its title, and found when the demo is made.
import type { BodyNode } from "@/features/documents/bodies/body-rules";

type Inline = string | BodyNode;

const inline = (parts: readonly Inline[]): readonly BodyNode[] =>
  parts.flatMap((part) => (part === "" ? [] : [typeof part === "string" ? { type: "text", text: part } : part]));

export function prose(...content: readonly BodyNode[]): BodyNode {
  return { type: "doc", content };
}

export function heading(words: string, level = 2): BodyNode {
  return { type: "heading", attrs: { level }, content: inline([words]) };
}

export function paragraph(...parts: readonly Inline[]): BodyNode {
  const content = inline(parts);
  return { type: "paragraph", ...(content.length > 0 && { content }) };
}

export function emphasis(words: string): BodyNode {
  return { type: "text", text: words, marks: [{ type: "italic" }] };
}

export function list(...items: readonly string[]): BodyNode {
  return { type: "bulletList", content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })) };
}

export function tasks(...items: readonly string[]): BodyNode {
  const item = (words: string): BodyNode => ({
    type: "taskItem",
    attrs: { checked: false },
    content: [paragraph(words)],
  });
  return { type: "taskList", content: items.map(item) };
}

export function beat(emotion: number, ...parts: readonly Inline[]): BodyNode {
  return { type: "storyBeat", attrs: { emotion }, content: [paragraph(...parts)] };
}

export function callout(tone: "note" | "tip" | "warning", ...parts: readonly Inline[]): BodyNode {
  return { type: "callout", attrs: { tone }, content: [paragraph(...parts)] };
}

export function quote(words: string): BodyNode {
  return { type: "blockquote", content: [paragraph(words)] };
}

/** What somebody said, with where it is from. */
export function said(words: string, source: string): BodyNode {
  return { type: "evidenceQuote", attrs: { excerpt: null, source }, content: [paragraph(words)] };
}

const needIds = new Map<string, string>();

/** The same words are the same need in every version. */
export function need(words: string): BodyNode {
  const id = needIds.get(words) ?? crypto.randomUUID();
  needIds.set(words, id);
  return { type: "need", attrs: { id }, content: inline([words]) };
}

/** A row each, the first as headers. */
export function table(...rows: readonly (readonly string[])[]): BodyNode {
  const attrs = { colspan: 1, rowspan: 1, colwidth: null, align: null };
  return {
    type: "table",
    content: rows.map((cells, row) => ({
      type: "tableRow",
      content: cells.map((words) => ({
        type: row === 0 ? "tableHeader" : "tableCell",
        attrs,
        content: [paragraph(words)],
      })),
    })),
  };
}

/** A document by its title, at its version of then or an earlier one. */
export function chip(title: string, version?: number): BodyNode {
  return { type: "documentChip", attrs: { title, ...(version !== undefined && { version }) } };
}

/** A published claim by the title of its document, its section and its words. */
export function claimOf(title: string, section: string, text: string): BodyNode {
  return { type: "claimEmbed", attrs: { title, place: section, text } };
}
