// Somebody else's Markdown as blocks with their line numbers. Written for import and nothing else, since it must
// survive any text: micromark took 29 s for 60 kB of `>` and 140 s for 60 kB of `> - ` (measured); this reads every
// line once.
import { AppError } from "@/shared/errors";

/** Containers within containers. */
const MAX_NESTING = 50;

interface Lines {
  /** Counted from 1. */
  readonly from: number;
  readonly to: number;
}
export type MarkdownBlock = Lines &
  (
    | { readonly type: "heading"; readonly level: number; readonly text: string }
    | { readonly type: "paragraph"; readonly lines: readonly string[] }
    | { readonly type: "item"; readonly depth: number; readonly mark: string; readonly text: string }
    | { readonly type: "quote"; readonly text: string }
    | { readonly type: "table"; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
    /** Code, HTML, comments and the settings of page generators: kept, and nobody's words. */
    | { readonly type: "matter"; readonly text: string }
    | { readonly type: "front"; readonly entries: Readonly<Record<string, string>>; readonly text: string }
  );

/** Blocks in their order. Throws LIMIT for what is nested deeper than anybody writes. */
export function markdownBlocks(text: string): readonly MarkdownBlock[] {
  const lines = text.split("\n");
  const blocks: MarkdownBlock[] = [];
  let at = frontMatter(lines, blocks);
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "" || isRule(line)) at += 1;
    else
      at =
        fence(lines, at, blocks) ??
        matter(lines, at, blocks) ??
        heading(lines, at, blocks) ??
        table(lines, at, blocks) ??
        quote(lines, at, blocks) ??
        item(lines, at, blocks) ??
        paragraph(lines, at, blocks);
  }
  return blocks;
}

type Reader = (lines: readonly string[], at: number, blocks: MarkdownBlock[]) => number | undefined;

function frontMatter(lines: readonly string[], blocks: MarkdownBlock[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
  if (end < 0 || end > 400) return 0;
  const inner = lines.slice(1, end);
  const entries = inner.flatMap((line): [string, string][] => {
    const [, key, value] = /^([A-Za-z][\w-]{0,40}):[ \t]+(\S.*)$/.exec(line) ?? [];
    return key && value ? [[key, value.trim().replace(/^(["'])(.*)\1$/, "$2")]] : [];
  });
  blocks.push({ type: "front", from: 1, to: end + 1, entries: Object.fromEntries(entries), text: inner.join("\n") });
  return end + 1;
}

const fence: Reader = (lines, at, blocks) => {
  const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(lines[at] ?? "") ?? [];
  if (!mark) return undefined;
  let end = at + 1;
  while (end < lines.length && !(lines[end] ?? "").trim().startsWith(mark)) end += 1;
  const last = Math.min(end, lines.length - 1);
  blocks.push({ type: "matter", from: at + 1, to: last + 1, text: lines.slice(at, last + 1).join("\n") });
  return last + 1;
};

/** HTML to the next empty line, or to the end of a style or script; Liquid and Kramdown by the line. */
const matter: Reader = (lines, at, blocks) => {
  const start = (lines[at] ?? "").trimStart();
  let end = at;
  if (/^(?:\{[%:#]|\{::)/.test(start)) {
    const close = start.startsWith("{%") ? "%}" : "}";
    while (!(lines[end] ?? "").includes(close) && (lines[end + 1] ?? "").trim() !== "") end += 1;
  } else if (/^<(?:[a-z/!]|\?)/i.test(start) && !/^<(?:https?:|mailto:|(?:b|em|i|strong|span)>)/i.test(start)) {
    const [, raw] = /^<(style|script|pre|table)\b/i.exec(start) ?? [];
    const close = start.startsWith("<!--") ? "-->" : raw && `</${raw.toLowerCase()}>`;
    if (close) while (end + 1 < lines.length && !(lines[end] ?? "").toLowerCase().includes(close)) end += 1;
    else while ((lines[end + 1] ?? "").trim() !== "") end += 1;
  } else return undefined;
  blocks.push({ type: "matter", from: at + 1, to: end + 1, text: lines.slice(at, end + 1).join("\n") });
  return end + 1;
};

const heading: Reader = (lines, at, blocks) => {
  const line = (lines[at] ?? "").trimEnd();
  const [, marks, rest = ""] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/s.exec(line) ?? [];
  if (!marks) return undefined;
  const text = rest.replace(/(?<=^|\s)#+$/, "").trim();
  if (text !== "") blocks.push({ type: "heading", from: at + 1, to: at + 1, level: marks.length, text });
  return at + 1;
};

const table: Reader = (lines, at, blocks) => {
  const [first, second] = [lines[at] ?? "", lines[at + 1] ?? ""];
  if (!first.includes("|") || !second.includes("-") || !/^[\s|:-]+$/.test(second)) return undefined;
  const header = cells(first);
  if (header.length !== cells(second).length) return undefined;
  let end = at + 2;
  const rows: (readonly string[])[] = [];
  while ((lines[end] ?? "").includes("|")) {
    rows.push(cells(lines[end] ?? ""));
    end += 1;
  }
  blocks.push({ type: "table", from: at + 1, to: end, header, rows });
  return end;
};

function cells(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll("\\|", "|").trim());
}

const QUOTE = /^[ \t]{0,3}>/;
const quote: Reader = (lines, at, blocks) => {
  if (!QUOTE.test(lines[at] ?? "")) return undefined;
  const text: string[] = [];
  let end = at;
  while (QUOTE.test(lines[end] ?? "")) {
    const [marks = ""] = /^[ \t>]+/.exec(lines[end] ?? "") ?? [];
    refuseDepth(marks.replace(/[^>]/g, "").length, end);
    text.push((lines[end] ?? "").slice(marks.length));
    end += 1;
  }
  if (text.some((line) => line !== ""))
    blocks.push({ type: "quote", from: at + 1, to: end, text: text.join("\n").trim() });
  return end;
};

const ITEM = /^([ \t]*)([-*+•]|\d{1,9}[.)])(?:[ \t]+|$)/;
const item: Reader = (lines, at, blocks) => {
  const [whole, indent = "", mark = ""] = ITEM.exec(lines[at] ?? "") ?? [];
  if (whole === undefined) return undefined;
  const depth = Math.floor(columns(indent) / 2);
  refuseDepth(depth, at);
  const first = (lines[at] ?? "").slice(whole.length);
  // A list within the same line, as in `- - - a`.
  refuseDepth(/^(?:[-*+>] ?){0,60}/.exec(first)?.[0].replaceAll(" ", "").length ?? 0, at);
  const text = [first];
  let end = at + 1;
  while (continues(lines[end] ?? "", lines[end + 1] ?? "")) {
    text.push((lines[end] ?? "").trim());
    end += 1;
  }
  const words = text.join("\n").trim();
  if (words !== "") blocks.push({ type: "item", from: at + 1, to: end, depth, mark, text: words });
  return end;
};

/** Tables and everything that begins a block of its own end the one before. */
function continues(line: string, next: string): boolean {
  return (
    line.trim() !== "" && !beginsBlock(line) && !(line.includes("|") && /^[\s|:-]+$/.test(next) && next.includes("-"))
  );
}

function beginsBlock(line: string): boolean {
  return (
    ITEM.test(line) ||
    QUOTE.test(line) ||
    isRule(line) ||
    /^ {0,3}(?:#{1,6}[ \t]|`{3}|~{3}|\{[%:])|^<[a-z/!]/i.test(line)
  );
}

const paragraph = (lines: readonly string[], at: number, blocks: MarkdownBlock[]): number => {
  const text = [(lines[at] ?? "").trim()];
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? "";
    const under = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
    if (under) {
      const level = under.startsWith("=") ? 1 : 2;
      blocks.push({ type: "heading", from: at + 1, to: end + 1, level, text: text.join(" ") });
      return end + 1;
    }
    if (!continues(line, lines[end + 1] ?? "")) break;
    text.push(line.trim());
    end += 1;
  }
  blocks.push({ type: "paragraph", from: at + 1, to: end, lines: text });
  return end;
};

function isRule(line: string): boolean {
  return /^(?:-{3,}|\*{3,}|_{3,})$/.test(line.replace(/\s/g, ""));
}

function columns(indent: string): number {
  return indent.replaceAll("\t", "    ").length;
}

function refuseDepth(depth: number, at: number): void {
  if (depth <= MAX_NESTING) return;
  throw new AppError("LIMIT", `Line ${at + 1} is nested more than ${MAX_NESTING} levels deep. Write it flatter.`, {
    path: `line ${at + 1}`,
  });
}
