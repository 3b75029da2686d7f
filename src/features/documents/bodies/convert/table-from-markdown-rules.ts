// Tables out of Markdown, of pipes and of tags.
import { BODY_NODES, type BodyNode, isBodyAttribute } from "../body-rules";
import { readAttributes } from "./html-name-rules";
import type { Directive } from "./markdown-parts-rules";
import { type Part, textOf } from "./markdown-tree-rules";

/** `read` gives the blocks of a cell's text. */
export function readPipeTable(
  { children }: Part,
  said: Directive | null,
  read: (text: string) => readonly BodyNode[],
): BodyNode {
  const widths = said?.name === "table" && Array.isArray(said.attributes.widths) ? said.attributes.widths : [];
  const rows = children.flatMap((group) => group.children);
  return {
    type: "table",
    content: rows.map((row) => ({
      type: "tableRow",
      ...(row.children.length > 0 && {
        content: row.children.map((cell, column) => ({
          type: cell.type === "th" ? "tableHeader" : "tableCell",
          attrs: { colspan: 1, rowspan: 1, colwidth: checked("colwidth", widths[column], null), align: cell.align },
          content: read(textOf(cell)),
        })),
      }),
    })),
  };
}

/** `read` gives the blocks of a cell's parts. */
export function readTagTable({ children }: Part, read: (parts: readonly Part[]) => readonly BodyNode[]): BodyNode {
  const rows = children.length > 0 ? children : [{ children: [] }];
  return {
    type: "table",
    content: rows.map((row) => ({
      type: "tableRow",
      ...(row.children.length > 0 && {
        content: row.children.map((cell) => ({
          type: cell.info.startsWith("<th") ? "tableHeader" : "tableCell",
          attrs: cellAttributes(readAttributes(cell.info)),
          content: read(cell.children),
        })),
      }),
    })),
  };
}

/** Of a cell's tag, by the names that HTML has for them; what can't be is as if it weren't there. */
export function cellAttributes(tag: ReadonlyMap<string, string>): Readonly<Record<string, unknown>> {
  const widths = tag.get("colwidth") ?? tag.get("data-colwidth");
  const align = tag.get("align") ?? /text-align:\s*(left|center|right)/.exec(tag.get("style") ?? "")?.[1];
  return {
    colspan: checked("colspan", Number(tag.get("colspan") ?? 1), 1),
    rowspan: checked("rowspan", Number(tag.get("rowspan") ?? 1), 1),
    colwidth: checked(
      "colwidth",
      widths?.split(",").map((width) => (width === "" ? null : Number(width))),
      null,
    ),
    align: checked("align", align === undefined ? null : decoded(align), null),
  };
}

function checked(name: string, value: unknown, otherwise: unknown): unknown {
  return isBodyAttribute(BODY_NODES, "tableCell", name, value) ? value : otherwise;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
