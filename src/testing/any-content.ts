// Any content that a kind's fields allow: for properties that must hold of every document.

import fc from "fast-check";
import type { DocumentKind } from "@/features/documents/document-kind";
import { type DocumentContent, emptyContent, type Field, placeOf } from "@/features/documents/field-rules";
import { oddBody } from "./odd-body";

/** What means something to Markdown, to JSON or to whoever splits lines, beside plain words of several scripts. */
const ODD_TEXTS = [
  "1. first",
  "2) second",
  "- a dash",
  "+ a plus",
  "# no heading",
  "## Goals <!-- claims.goals -->",
  "<!-- 00000000-0000-4000-8000-000000000000 -->",
  "---",
  "***",
  "===",
  "> no quote",
  "| a | b |",
  "*star* _under_ **bold** `tick` ~~gone~~",
  "[link](https://example.org) ![image](x)",
  "<b>bold</b> &amp; <br> &#32;",
  "back\\slash\\",
  "ends in two \\\\",
  "\\*",
  "line one\nline two\\\nline three",
  "one\n\n    indented\n\n\ttab",
  "- **Age:** 34 <!-- age -->",
  "  - **Rests on:** nothing",
  "مرحبا שלום 你好 👩‍👩‍👧‍👦 e\u0301",
  "a\u2028b\u00a0c\u200bd",
  "__proto__",
  "---\nformat: dramatis\n---",
];

const anyText = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: "grapheme", maxLength: 30 }), fc.constant("\n")), {
      maxLength: 4,
    })
    .map((parts) => parts.join(" ").slice(0, most / 4));

/** What fields of a form of their own may hold, by dotted path from the content's root. */
type Examples = Readonly<Record<string, fc.Arbitrary<unknown>>>;

function anyValue(field: Field, most: number, examples: Examples, place: string): fc.Arbitrary<unknown> {
  const example = examples[place];
  if (example) return field.shape === "data" ? fc.option(example) : example;
  switch (field.shape) {
    case "line":
      return field.path.at(-1) === "seed" ? fc.constantFrom("rosa", "otto") : anyText(field.max);
    case "text":
      return anyText(field.max);
    case "number":
      return fc.option(fc.integer({ min: field.min, max: field.max }));
    case "body":
      return oddBody;
    case "data":
      return fc.constant(null);
    case "id":
      return fc.option(fc.uuid());
    case "choice":
      return fc.constantFrom(...Object.keys(field.choices));
    case "choices":
      return fc.subarray(Object.keys(field.choices));
    case "list":
      return fc.uniqueArray(
        anyRecord(field.attributes, most, examples, `${place}.`).chain((item) =>
          fc.uuid().map((id) => ({ ...item, id })),
        ),
        { maxLength: Math.min(most, field.most), selector: ({ id }) => id },
      );
  }
}

function anyRecord(
  fields: readonly Field[],
  most: number,
  examples: Examples,
  around: string,
): fc.Arbitrary<Record<string, unknown>> {
  const values = fields.map((field) => anyValue(field, most, examples, `${around}${placeOf(field.path)}`));
  return fc.tuple(...values).map((values) => {
    const record = emptyContent(fields);
    for (const [index, field] of fields.entries()) {
      const parent = field.path.slice(0, -1).reduce((inner, key) => inner[key] as Record<string, unknown>, record);
      parent[field.path.at(-1) ?? ""] = values[index];
    }
    return record;
  });
}

/** Lists hold up to `most` items. */
export function anyContent<C extends DocumentContent>(
  kind: DocumentKind<C>,
  most = 3,
  examples: Examples = {},
): fc.Arbitrary<C> {
  return anyRecord(kind.fields, most, examples, "").map((content) => kind.schema.parse(content));
}
