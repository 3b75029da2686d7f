// Pieces of a text that have no field, put together as prose: as they stood, under their headings, in their order.
import { type Body, type BodyNode, textBody } from "../bodies/body-rules";
import { readBodyMarkdown } from "../bodies/convert/body-from-markdown-rules";
import { writeBodyMarkdown } from "../bodies/convert/body-to-markdown-rules";
import type { Piece } from "./found-rules";
import { normalLabel } from "./label-rules";

/** The first heading stands below that of the section which the prose is. */
const TOP_LEVEL = 2;
const LOWEST_LEVEL = 4;

export class RestBody {
  private readonly content: BodyNode[];
  private trail: readonly string[] = [];
  /** Sources that follow each other and are read together, so that a list or table is one. */
  private waiting = "";
  private last: Piece | undefined;

  /** What is added stands after `before`. `label` is what the field is called, which needs no heading. */
  constructor(
    before: Body,
    private readonly label: string,
  ) {
    this.content = [...(before?.content ?? [])];
  }

  add(piece: Piece): void {
    this.open(piece.heading === "" ? [] : piece.heading.split(" · "));
    const isRow = piece.joins === "row" && (this.last?.joins === "row" || this.last?.joins === "header");
    const isTogether = isRow || (piece.joins === "item" && this.last?.joins === "item");
    if (this.last && !this.isSafe(this.last)) this.end();
    this.waiting += `${this.waiting === "" ? "" : isTogether ? "\n" : "\n\n"}${sourceOf(piece, isRow)}`;
    this.last = piece;
  }

  body(): Body {
    this.end();
    return this.content.length > 0 ? { type: "doc", content: this.content } : null;
  }

  /** Code and HTML may swallow what follows. */
  private isSafe({ joins, markdown }: Piece): boolean {
    return joins !== undefined || markdown === undefined || !/^\s*(?:<|`{3}|~{3})/.test(markdown);
  }

  private open(trail: readonly string[]): void {
    const same = this.trail.findIndex((text, index) => text !== trail[index]);
    const shared = same < 0 ? this.trail.length : same;
    if (shared === trail.length && shared === this.trail.length) return;
    this.end();
    this.trail = trail;
    for (const [index, text] of trail.entries()) {
      if (index < shared || normalLabel(text) === normalLabel(this.label)) continue;
      const level = Math.min(TOP_LEVEL + index, LOWEST_LEVEL);
      this.content.push({ type: "heading", attrs: { level }, content: [{ type: "text", text }] });
    }
  }

  private end(): void {
    if (this.waiting !== "") this.content.push(...(readBodyMarkdown(dedented(this.waiting))?.content ?? []));
    this.waiting = "";
    this.last = undefined;
  }
}

function sourceOf({ text, mark, markdown, joins }: Piece, isInTable: boolean): string {
  if (markdown !== undefined && (joins !== "row" || isInTable)) return markdown;
  const words = writeBodyMarkdown(textBody(text));
  if (!mark) return words;
  return `${/\d/.test(mark) ? mark : "-"} ${words.replace(/\n+/g, "<br>")}`;
}

/** An item whose list went elsewhere still is indented as in it. */
function dedented(source: string): string {
  const [indent = ""] = /^[ \t]*/.exec(source) ?? [];
  return indent === "" ? source : source.replace(new RegExp(`^[ \\t]{1,${indent.length}}`, "gm"), "");
}
