// The blocks of a Markdown text as a tree, with tables that are written as tags around their cells' Markdown.
import type { Token } from "markdown-it";
import { AppError } from "@/shared/errors";
import { MAX_NESTING, parser } from "./markdown-parts-rules";

export interface Part {
  /** As markdown-it names it, without "_open"; "tags" for a table of tags, with rows and cells below. */
  readonly type: string;
  readonly content: string;
  /** What follows the mark of a code block, or the tag of a cell. */
  readonly info: string;
  /** Of a heading. */
  readonly level: number;
  /** Of a numbered list. */
  readonly start: number;
  /** Of a cell. */
  readonly align: string | null;
  readonly children: readonly Part[];
}

interface References {
  readonly [label: string]: { readonly href: string; readonly title: string };
}

/** Throws LIMIT for what is nested too deeply. */
export function markdownParts(text: string): { readonly parts: readonly Part[]; readonly references: References } {
  const environment: { references?: References } = {};
  const tokens = parser.parse(text.replaceAll("\0", ""), environment);
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) {
    const sentence =
      "This text is nested more deeply than can be read: lists in lists, or quotes in quotes. Write it flatter.";
    throw new AppError("LIMIT", sentence);
  }
  return { parts: treeOf(tokens), references: environment.references ?? {} };
}

/** The source of what stands in a paragraph, heading or cell. */
export function textOf({ children }: Part): string {
  return children[0]?.content ?? "";
}

function treeOf(tokens: readonly Token[]): readonly Part[] {
  const top: Part[] = [];
  const open: Part[][] = [top];
  for (const token of tokens) {
    if (token.nesting < 0) {
      const children = open.pop();
      if (children) folded(children);
      continue;
    }
    const children: Part[] = [];
    open.at(-1)?.push(partOf(token, children));
    if (token.nesting > 0) open.push(children);
  }
  return folded(top);
}

function partOf(token: Token, children: readonly Part[]): Part {
  return {
    type: token.type.replace(/_open$/, ""),
    content: token.content,
    info: token.info,
    level: Number(/^h(\d)$/.exec(token.tag)?.[1] ?? 1),
    start: Number(token.attrGet("start") ?? 1),
    align: /text-align:(\w+)/.exec(String(token.attrGet("style") ?? ""))?.[1] ?? null,
    children,
  };
}

const TAG = /<\/?(?:table|tr|td|th)(?:\s[^<>]*)?>/g;
const ONLY_TAGS = /^(?:\s*<\/?(?:table|tr|td|th)(?:\s[^<>]{0,500})?>)+\s*$/;
const partWith = (type: string, children: readonly Part[], info = ""): Part => ({
  ...{ type, info, children },
  ...{ content: "", level: 1, start: 1, align: null },
});

/** Puts what stands between the tags of a table into it, in place. What is no whole table stays as it is. */
function folded(parts: Part[]): readonly Part[] {
  if (!parts.some((one) => isTag(one, "<table"))) return parts;
  const split = parts.flatMap((one) => {
    if (one.type !== "html_block" || !ONLY_TAGS.test(one.content)) return [one];
    return (one.content.match(TAG) ?? []).map((tag) => ({ ...one, content: tag }));
  });
  const ends = tableEnds(split);
  parts.length = 0;
  for (let at = 0; at < split.length; at += 1) {
    const end = ends.get(at);
    const next = split[at];
    if (end !== undefined) {
      parts.push(...tableOf(split.slice(at + 1, end)));
      at = end;
    } else if (next) parts.push(next);
  }
  return parts;
}

function isTag(one: Part | undefined, start: string): boolean {
  return one?.type === "html_block" && one.content.trimStart().startsWith(start) && ONLY_TAGS.test(one.content);
}

/** Where each table ends, by where it begins. */
function tableEnds(parts: readonly Part[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [at, one] of parts.entries()) {
    if (isTag(one, "<table")) open.push(at);
    const start = isTag(one, "</table") ? open.pop() : undefined;
    if (start !== undefined) ends.set(start, at);
  }
  return ends;
}

/** The table, and after it what stood in none of its cells. */
function tableOf(parts: readonly Part[]): readonly Part[] {
  const rows: Part[] = [];
  const strays: Part[] = [];
  let cells: Part[] = [];
  let inside: Part[] | null = null;
  let depth = 0;
  for (const one of parts) {
    if (isTag(one, "<table")) depth += 1;
    const isOurs = depth === 0 && one.type === "html_block" && ONLY_TAGS.test(one.content);
    if (isTag(one, "</table")) depth -= 1;
    if (!isOurs) (inside ?? strays).push(one);
    else if (one.content.startsWith("<tr")) {
      cells = [];
      rows.push(partWith("row", cells));
    } else if (/^<t[dh]/.test(one.content)) {
      if (rows.length === 0) rows.push(partWith("row", cells));
      inside = [];
      cells.push(partWith("cell", inside, one.content));
    } else if (/^<\/t[dh]/.test(one.content) && inside) {
      folded(inside);
      inside = null;
    }
  }
  return [partWith("tags", rows), ...strays];
}
