// Tables: as pipes where Markdown has them, else as HTML around the Markdown of each cell.
import type { BodyNode } from "../body-rules";
import { writeLine } from "./inline-to-markdown-rules";
import { writeDirective } from "./markdown-parts-rules";

const ALIGNED: Readonly<Record<string, string>> = { left: ":--", center: ":-:", right: "--:" };

/** `writeCell` gives the blocks of a cell. */
export function writeTable(table: BodyNode, writeCell: (blocks: readonly BodyNode[]) => string): string {
  const rows = (table.content ?? []).map((row) => row.content ?? []);
  const [header = []] = rows;
  return isPlain(rows) ? pipes(header, rows) : tags(rows, writeCell);
}

/** One row of headers, then cells of one paragraph each, all columns of one width and alignment. */
function isPlain(rows: readonly (readonly BodyNode[])[]): boolean {
  const [header = []] = rows;
  return (
    header.length > 0 &&
    rows.every(
      (row, index) =>
        row.length === header.length &&
        row.every(({ type, attrs = {}, content = [] }, column) => {
          const { align = null, colwidth = null } = header[column]?.attrs ?? {};
          return (
            (type === "tableHeader") === (index === 0) &&
            attrs.colspan === 1 &&
            attrs.rowspan === 1 &&
            (align === null || Object.hasOwn(ALIGNED, String(align))) &&
            (attrs.align ?? null) === align &&
            JSON.stringify(attrs.colwidth ?? null) === JSON.stringify(colwidth) &&
            content.length === 1 &&
            content[0]?.type === "paragraph"
          );
        }),
    )
  );
}

function pipes(header: readonly BodyNode[], rows: readonly (readonly BodyNode[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const widths = header.map(({ attrs }) => attrs?.colwidth ?? null);
  const said = widths.some((width) => width !== null)
    ? [writeDirective({ name: "table", attributes: { widths } })]
    : [];
  const [first = "", ...others] = rows.map((row) => line(row.map(cellLine)));
  return [...said, first, line(header.map(({ attrs }) => ALIGNED[String(attrs?.align)] ?? "---")), ...others].join(
    "\n",
  );
}

function cellLine({ content = [] }: BodyNode): string {
  // A pipe ends a cell, also in code.
  return writeLine(content[0]?.content ?? []).replaceAll("|", "\\|");
}

function tags(rows: readonly (readonly BodyNode[])[], writeCell: (blocks: readonly BodyNode[]) => string): string {
  const cell = ({ type, attrs = {}, content = [] }: BodyNode) => {
    const name = type === "tableHeader" ? "th" : "td";
    const said = [
      ...(attrs.colspan === 1 ? [] : [` colspan="${attrs.colspan}"`]),
      ...(attrs.rowspan === 1 ? [] : [` rowspan="${attrs.rowspan}"`]),
      ...(Array.isArray(attrs.colwidth) ? [` colwidth="${attrs.colwidth.map((width) => width ?? "").join(",")}"`] : []),
      ...(typeof attrs.align === "string" ? [` align="${encodeURIComponent(attrs.align)}"`] : []),
    ];
    return `<${name}${said.join("")}>\n\n${writeCell(content)}\n\n</${name}>`;
  };
  return ["<table>", ...rows.map((row) => ["<tr>", ...row.map(cell), "</tr>"].join("\n")), "</table>"].join("\n");
}
