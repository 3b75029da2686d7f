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
import { attributeWords, type NestedItem, nestedItems, saysWhere } from "../nesting-rules";

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
  const nested = nestedItems(field, items);
  const item = (one: Item, depth: number): BodyNode => {
    const about = others
      .filter(
        (attribute) =>
          (attribute.shape !== "list" && !isEmptyValue(attribute, valueAt(one, attribute.path))) ||
          attribute.path[0] === "provenance",
      )
      // What an item stands in is seen, but for the roots.
      .filter((attribute) => depth === 0 || !saysWhere(field, attribute))
      .map((attribute) => `${attribute.label}: ${attributeWords(field, attribute, items, one)}`);
    const name = displayValue(first, valueAt(one, first.path));
    return {
      type: "listItem",
      content: [
        { type: "paragraph", ...(name !== "" && { content: [words(name)] }) },
        ...(about.length > 0 ? [paragraph(words(about.join(" · "), "italic"))] : []),
        ...bullets(below(nested, one, depth), depth + 1),
      ],
    };
  };
  const bullets = (some: readonly NestedItem[], depth: number): readonly BodyNode[] => {
    const own = some.filter((one) => one.depth === depth);
    return own.length === 0 ? [] : [{ type: "bulletList", content: own.map((one) => item(one.item, depth)) }];
  };
  return bullets(nested, 0);
}

/** What follows the item and stands deeper, until one stands as deep as it. */
function below(nested: readonly NestedItem[], item: Item, depth: number): readonly NestedItem[] {
  const start = nested.findIndex((one) => one.item === item) + 1;
  const rest = nested.slice(start);
  const end = rest.findIndex((one) => one.depth <= depth);
  return end < 0 ? rest : rest.slice(0, end);
}
