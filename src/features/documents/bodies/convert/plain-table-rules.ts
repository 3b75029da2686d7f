// Tables as Markdown can say them, for a text that is to be looked at: other programs know no row of headers.
import type { BodyNode } from "../body-rules";

/** Every table's first row as its headers, and a cell's paragraphs as lines of one. Cells that span others stay. */
export function withPlainTables(node: BodyNode): BodyNode {
  const content = node.content?.map(withPlainTables);
  const made = content ? { ...node, content } : node;
  if (node.type === "tableHeader" || node.type === "tableCell") return { ...made, content: oneLine(content ?? []) };
  if (node.type !== "table") return made;
  const [first, ...rows] = content ?? [];
  const head = {
    ...first,
    type: "tableRow",
    content: first?.content?.map((cell) => ({ ...cell, type: "tableHeader" })) ?? [],
  };
  const others = rows.map((row) => ({
    ...row,
    content: row.content?.map((cell) => ({ ...cell, type: "tableCell" })) ?? [],
  }));
  return { ...made, content: [head, ...others] };
}

function oneLine(blocks: readonly BodyNode[]): readonly BodyNode[] {
  if (blocks.length < 2 || blocks.some(({ type }) => type !== "paragraph")) return blocks;
  const content = blocks.flatMap((block, index): readonly BodyNode[] => [
    ...(index > 0 ? [{ type: "hardBreak" }] : []),
    ...(block.content ?? []),
  ]);
  return [{ type: "paragraph", content }];
}
