// Inputs that nobody means well with, made from a procedure's schema: right in shape with wrong values, wrong in one
// place, or wrong altogether.
import fc from "fast-check";
import type { z } from "zod";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { definitionOf, exampleInput, limitOf } from "./example-input";
import { fixtureValue } from "./procedure-fixtures";
import type { Procedure } from "./procedures";
import type { Tenant } from "./tenant";

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

/** As it comes out of JSON: an own property of that name. */
const POLLUTION: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');

const TEXTS: readonly string[] = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udfff\ud800",
  "\ufeff",
  "\u202e\u2066evil",
  "\u200b\u200d\u00ad",
  "ﷺ".repeat(40),
  `Z${"\u0351".repeat(200)}`,
  "👩‍👩‍👧‍👦".repeat(30),
  "مرحبا שלום",
  "\r\nBcc: everybody@example.org",
  "'; drop table users; --",
  "' or 1=1 --",
  "%",
  "\\",
  "_%\\_",
  "$1",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "../../etc/passwd",
  "//evil.example",
  "javascript:alert(1)",
  "=cmd|' /C calc'!A0",
  "__proto__",
  "constructor",
  "toString",
  "NaN",
  "null",
  "-0",
  "1e999",
  "9".repeat(400),
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "a@b.c\u0000",
  `${"a".repeat(64)}@${"b".repeat(200)}.org`,
  "a".repeat(200),
  "a".repeat(1_000_000),
];

const NUMBERS: readonly number[] = [
  0,
  -0,
  -1,
  1,
  2,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e21,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
];

const anything = fc.oneof(
  fc.constantFrom<unknown>(...TEXTS, ...NUMBERS, null, undefined, true, false, [], {}, POLLUTION),
  fc.constantFrom<unknown>(
    nested(1_000, (inner) => [inner]),
    nested(1_000, (inner) => ({ a: inner })),
    Array.from({ length: 2_000 }, () => "x"),
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.bigInt(),
  fc.date(),
);

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);

/** Nine of ten times `usual`: an input of many values would otherwise hardly ever be good in all but one. */
function mostly(usual: fc.Arbitrary<unknown>, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

/** Odd text that is not too long for the schema. */
function textWithin(schema: z.ZodType): fc.Arbitrary<string> {
  const most = limitOf(schema, "maximum", "max_length") ?? 300;
  return text.map((long) => long.slice(0, most));
}

/** Where a kind's content has fields: an edit of a place that doesn't exist is refused before it gets anywhere. */
const PLACES = [...personaKind.fields, ...segmentKind.fields].map(({ path }) => path);

/** Values of the schema's shape, most of them inside its limits or just outside. */
function shaped(schema: z.ZodType, name = ""): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  switch (definition.type) {
    case "string":
      return definition.format === "uuid" ? mostly(fc.uuid(), text) : mostly(textWithin(schema), text);
    case "number": {
      const least = limitOf(schema, "value", "greater_than") ?? -5;
      const most = limitOf(schema, "value", "less_than") ?? least + 10;
      return mostly(
        fc.oneof(
          fc.constantFrom(least, most),
          fc.integer({ min: Math.max(least, -(2 ** 31)), max: Math.min(most, 2 ** 31) }),
        ),
        fc.constantFrom(least - 1, most + 1, ...NUMBERS),
      );
    }
    case "boolean":
      return fc.boolean();
    case "enum":
      return mostly(fc.constantFrom(...Object.values(definition.entries ?? {})), text);
    case "literal":
      return fc.constantFrom(...(definition.values ?? []));
    case "object": {
      const fields = mapValues(definition.shape ?? {}, shaped);
      const isLoose = definition.catchall && definitionOf(definition.catchall).type !== "never";
      const record = isLoose ? { ...fields, text: fc.oneof(text, anything) } : fields;
      return mostly(fc.record(record), fc.record(record, { requiredKeys: [] }));
    }
    case "array":
      if (name === "path") return mostly(fc.constantFrom(...PLACES), fc.array(text, { maxLength: 8 }));
      return definition.element ? fc.array(shaped(definition.element), { maxLength: 8 }) : anything;
    case "union":
      return fc.oneof(...(definition.options ?? []).map((option) => shaped(option)));
    case "optional":
    case "default":
    case "nullable":
    case "readonly":
    case "prefault":
      return definition.innerType
        ? fc.oneof(
            { weight: 4, arbitrary: shaped(definition.innerType) },
            { weight: 1, arbitrary: emptyOf(definition.type) },
          )
        : anything;
    case "pipe":
      return definition.in ? shaped(definition.in) : anything;
    case "unknown":
    case "custom":
    case "any":
      return fc.oneof(text, anything);
    default:
      throw new Error(`src/testing/hostile-input.ts doesn't know how to make a zod "${definition.type}". Teach it.`);
  }
}

/** The empty value that a wrapper allows, now and then the other one. */
function emptyOf(wrapper: string): fc.Arbitrary<unknown> {
  const isNull = wrapper === "nullable";
  return mostly(fc.constant(isNull ? null : undefined), fc.constant(isNull ? undefined : null));
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V, key: string) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

/** Hostile inputs of a procedure; `tenant` gives the ids that are needed to get past the door. */
export function hostileInput(procedure: Procedure, tenant: Tenant): fc.Arbitrary<unknown> {
  const { path, contract } = procedure;
  if (!contract) return anything;
  const good = exampleInput(procedure, tenant) ?? {};
  const shape = definitionOf(contract).shape ?? {};
  const fields = Object.keys(shape);

  /** A good input with some fields hostile; ids stay mostly good, so that the code behind the door is reached. */
  const hostileFields = fc.record(
    Object.fromEntries(
      Object.entries(shape).map(([field, schema]) => {
        const isKnown = fixtureValue(path, field, tenant) !== undefined;
        const kept = { weight: isKnown ? 6 : 1, arbitrary: fc.constant(good[field]) };
        return [field, fc.oneof(kept, { weight: 3, arbitrary: shaped(schema, field) })];
      }),
    ),
  );
  if (fields.length === 0) return fc.oneof(hostileFields, anything);
  const oneField = fc
    .tuple(fc.constantFrom(...fields), anything)
    .map(([field, value]) => ({ ...good, [field]: value }));
  const extraKey = fc
    .tuple(fc.constantFrom("role", "workspaceId ", "isAdmin", "__proto__", "constructor", "userId"), anything)
    .map(([key, value]) => Object.defineProperty({ ...good }, key, { value, enumerable: true }));
  const missingField = fc
    .constantFrom(...fields)
    .map((field) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== field)));
  return fc.oneof(
    { weight: 6, arbitrary: hostileFields },
    { weight: 4, arbitrary: oneField },
    { weight: 1, arbitrary: extraKey },
    { weight: 1, arbitrary: missingField },
    { weight: 1, arbitrary: anything },
  );
}

/** What databases and queues choke on, though JSON carries it. */
const CHOKING = ["a\u0000b", "\ud800", "x\udfff", "a".repeat(1_000_000)];

/** Copies of the value with one text of it, however deep, replaced. */
function withEachText(value: unknown, replacement: string): unknown[] {
  if (typeof value === "string") return [replacement];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => withEachText(item, replacement).map((changed) => value.with(index, changed)));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    withEachText(item, replacement).map((changed) => ({ ...value, [key]: changed })),
  );
}

/** A good input with each of its texts replaced by each of what chokes: too rare to leave to chance. */
export function chokingInputs(procedure: Procedure, tenant: Tenant): unknown[] {
  return CHOKING.flatMap((text) => withEachText(exampleInput(procedure, tenant), text));
}
