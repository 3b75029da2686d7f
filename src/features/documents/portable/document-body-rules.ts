// A whole document as one prose, for files that are to be read: facts, then a heading for every text and list.
import type { Body, BodyNode } from "../bodies/body-rules";
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

const words = (text: string, ...marks: readonly string[]): BodyNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...content: readonly BodyNode[]): BodyNode => ({ type: "paragraph", content });

/** What is empty is left out, and so is what is not for reading. */
export function documentBody(fields: readonly Field[], content: DocumentContent): NonNullable<Body> {
  const told = expandFields(fields, content).filter(
    (field) =>
      placeOf(field.path) !== "title" &&
      !field.shows &&
      field.shape !== "id" &&
      !isEmptyValue(field, valueAt(content, field.path)),
  );
  const facts = told.filter((field) => !isLong(field) && displayValue(field, valueAt(content, field.path)) !== "");
  return {
    type: "doc",
    content: [
      ...facts.map((field) =>
        paragraph(words(`${field.label}: `, "bold"), words(displayValue(field, valueAt(content, field.path)))),
      ),
      ...told.filter(isLong).flatMap((field) => section(field, content)),
    ],
  };
}

function isLong({ shape }: Field): boolean {
  return shape === "text" || shape === "body" || shape === "list";
}

function section(field: Field, content: DocumentContent): readonly BodyNode[] {
  const blocks = blocksOf(field, content);
  if (blocks.length === 0) return [];
  return [{ type: "heading", attrs: { level: 1 }, content: [words(field.label)] }, ...blocks];
}

function blocksOf(field: Field, content: DocumentContent): readonly BodyNode[] {
  const value = valueAt(content, field.path);
  if (field.shape === "body") return ((value as Body)?.content ?? []).map(deeper);
  if (field.shape === "list") return listOf(field, itemsAt(content, field.path));
  return String(value)
    .split(/\n+/)
    .filter((line) => line.trim() !== "")
    .map((line) => paragraph(words(line)));
}

/** Below the heading of its section. */
function deeper(node: BodyNode): BodyNode {
  if (node.type !== "heading") return node;
  return { ...node, attrs: { level: Math.min(Number(node.attrs?.level) + 1, 4) } };
}

function listOf(field: ListField, items: readonly Item[]): readonly BodyNode[] {
  const [first, ...others] = field.attributes;
  if (!first || items.length === 0) return [];
  const item = (one: Item): BodyNode => {
    const about = others
      .filter(
        (attribute) =>
          (attribute.shape !== "list" && !isEmptyValue(attribute, valueAt(one, attribute.path))) ||
          attribute.path[0] === "provenance",
      )
      .map((attribute) => `${attribute.label}: ${displayValue(attribute, valueAt(one, attribute.path))}`);
    const name = displayValue(first, valueAt(one, first.path));
    return {
      type: "listItem",
      content: [
        { type: "paragraph", ...(name !== "" && { content: [words(name)] }) },
        ...(about.length > 0 ? [paragraph(words(about.join(" · "), "italic"))] : []),
      ],
    };
  };
  return [{ type: "bulletList", content: items.map(item) }];
}
