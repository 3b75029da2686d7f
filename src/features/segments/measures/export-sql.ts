// Members as rows of a file. Cells that a spreadsheet would take for a formula are told apart by an apostrophe.
import type { Trait } from "@/features/datasets/catalog-rules";

const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const FORMULA = `('=', '+', '-', '@', chr(9), chr(10), chr(13))`;

/** A text as a cell that stays a text. */
function safeText(expression: string): string {
  return `CASE WHEN left(${expression}, 1) IN ${FORMULA} THEN '''' || ${expression} ELSE ${expression} END`;
}

/** The same of a heading, which stands in the file as it is. */
function safeHeading(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Columns of `c`: the customer's id, then the traits by their labels (CSV) or ids (Parquet). */
export function exportedColumns(traits: readonly Trait[], format: "csv" | "parquet"): string {
  if (format === "parquet") {
    return ['c._id AS "customer_id"', ...traits.map(({ id }) => `c.${quotedName(id)} AS ${quotedName(id)}`)].join(", ");
  }
  const used = new Set(["customer id"]);
  const columns = traits.map((trait) => {
    const column = `c.${quotedName(trait.id)}`;
    const heading = safeHeading(trait.label);
    const name = used.has(heading.toLowerCase()) ? `${heading} (${trait.id})` : heading;
    used.add(name.toLowerCase());
    const text = trait.type === "tags" ? `array_to_string(${column}, '; ')` : column;
    const value = trait.type === "text" || trait.type === "tags" ? safeText(text) : column;
    return `${value} AS ${quotedName(name)}`;
  });
  return [`${safeText("c._id")} AS "Customer id"`, ...columns].join(", ");
}
