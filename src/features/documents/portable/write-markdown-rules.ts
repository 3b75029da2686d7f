// A document as Markdown: for people to read anywhere, and to be read back to the letter.
import type { Body } from "../bodies/body-rules";
import { writeBodyMarkdown } from "../bodies/convert/body-to-markdown-rules";
import {
  type DocumentContent,
  displayValue,
  expandFields,
  type Field,
  type Item,
  isEmptyValue,
  itemsAt,
  type ListField,
  placeOf,
  valueAt,
} from "../field-rules";
import { attributeWords, saysWhere } from "../nesting-rules";
import { escapeInLine, escapeLine, escapeParagraphs, writeValue } from "./markdown-text-rules";
import { BODY_SHIFT, type ExportStamp, FORMAT, FORMAT_VERSION } from "./portable-rules";

/** Front matter with version, date and hash; single facts as a list; then a heading for every text and list. */
export function writeMarkdown(
  kind: string,
  fields: readonly Field[],
  content: DocumentContent,
  stamp: ExportStamp,
): string {
  const all = expandFields(fields, content).filter((field) => placeOf(field.path) !== "title");
  // An added section is told even when nobody has written in it, since nothing else would say that it is there.
  const isTold = (field: Field) => field.path[0] === "sections" || !isEmptyValue(field, valueAt(content, field.path));
  const told = all.filter(isTold);
  return `${[
    [
      "---",
      `format: ${FORMAT}`,
      `format-version: ${FORMAT_VERSION}`,
      `kind: ${kind}`,
      `version: ${stamp.version ?? "draft"}`,
      `exported: ${stamp.at}`,
      `content-hash: ${stamp.contentHash}`,
      // What is read back is looked for in the first characters alone.
      `freshness: ${stamp.freshness.slice(0, 400)}`,
      "---",
    ].join("\n"),
    `# ${escapeLine(content.title)}`,
    told
      .filter((field) => !isLong(field))
      .map((field) => `- ${labelled(field, valueAt(content, field.path))} ${commentOf(field, content)}`)
      .join("\n"),
    ...told
      .filter(isLong)
      .flatMap((field) => [`## ${escapeLine(field.label)} <!-- ${placeOf(field.path)} -->`, writeLong(field, content)]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")}\n`;
}

/** Where it stands in the content, and what its words don't tell. */
function commentOf(field: Field, content: DocumentContent): string {
  const place = placeOf(field.path);
  return field.shape === "data" ? `<!-- ${place} ${writeValue(valueAt(content, field.path))} -->` : `<!-- ${place} -->`;
}

function isLong(field: Field): boolean {
  return field.shape === "text" || field.shape === "body" || field.shape === "list";
}

function writeLong(field: Field, content: DocumentContent): string {
  if (field.shape === "list") return writeItems(field, itemsAt(content, field.path));
  const value = valueAt(content, field.path);
  // A heading of the prose is none of the document's sections.
  if (field.shape === "body") return writeBodyMarkdown(value as Body, { shift: BODY_SHIFT });
  return escapeParagraphs(displayValue(field, value));
}

function labelled(field: Field, value: unknown): string {
  return `**${escapeLine(field.label)}:** ${escapeInLine(displayValue(field, value))}`;
}

function itemComment(first: Field | undefined, item: Item): string {
  const value = first && valueAt(item, first.path);
  if (first?.shape !== "data" || value === null) return `<!-- ${item.id} -->`;
  return `<!-- ${item.id} ${writeValue(value)} -->`;
}

/** What words don't tell stands behind them. */
function attribute(field: ListField, one: Field, items: readonly Item[], item: Item): string {
  const value = valueAt(item, one.path);
  if (one.shape === "data") return `${labelled(one, value)} <!-- value ${writeValue(value)} -->`;
  if (!saysWhere(field, one)) return labelled(one, value);
  const words = escapeInLine(attributeWords(field, one, items, item));
  return `**${escapeLine(one.label)}:** ${words} <!-- value ${writeValue(value)} -->`;
}

function writeItems(field: ListField, items: readonly Item[]): string {
  const [first, ...others] = field.attributes;
  return items
    .flatMap((item) => [
      // Written for the id even where the name is empty.
      `- ${first ? escapeInLine(displayValue(first, valueAt(item, first.path))) : ""} ${itemComment(first, item)}`,
      ...others
        .filter((one) => one.path[0] === "provenance" || !isEmptyValue(one, valueAt(item, one.path)))
        .map((one) => `  - ${attribute(field, one, items, item)}`),
    ])
    .join("\n");
}
