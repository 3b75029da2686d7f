// Random rules and customers of all types, from few values, so that rules find some of them.
import fc from "fast-check";
import type { TraitType } from "@/features/datasets/catalog-rules";
import {
  AGGREGATES,
  CALENDAR_WORDS,
  COMPARISONS,
  type EventNode,
  OPERATORS,
  operatorOf,
  type RuleNode,
  type RuleRow,
  type SegmentNode,
  type TraitNode,
  type Window,
} from "@/features/datasets/rules/rule-rules";
import { addDays } from "@/features/datasets/rules/window-rules";

const pick = fc.constantFrom;

/** Two of each type, so that they can be held against one another. */
export const ANY_TRAITS = {
  ...{ text_a: "text", text_b: "text", tags_a: "tags", tags_b: "tags", number_a: "number", number_b: "number" },
  ...{ flag_a: "flag", flag_b: "flag", date_a: "date", date_b: "date", time_a: "time", time_b: "time" },
} as const satisfies Record<string, TraitType>;
export const ANY_PROPERTIES = { amount: "number", item: "text", ord: "text", gift: "flag" } as const;

const TEXTS = [
  ...[
    "Lyon",
    "lyon",
    "LYON",
    "Łódź",
    "café",
    "CAFÉ",
    "İstanbul",
    "istanbul",
    "ISTANBUL",
    "ß",
    "ẞ",
    "SS",
    "ΟΔΟΣ",
    "οδος",
  ],
  ...[
    "50%",
    "a_b",
    "axb",
    "a%b",
    "New York",
    "😀",
    "'; DROP TABLE customers; --",
    "{customers}",
    "$1",
    '"',
    "\\",
    "null",
  ],
];
const text = pick(...TEXTS);
/** As somebody types it: other case, decomposed, with blanks, a part of it. */
const typedText = fc.oneof(
  text,
  text.map((one) => ` ${one.normalize("NFD")}\t`),
  text.map((one) => one.toUpperCase()),
  fc.tuple(text, fc.nat(3), fc.integer({ min: 1, max: 4 })).map(([one, from, many]) => {
    const letters = Array.from(one);
    return (
      letters
        .slice(from, from + many)
        .join("")
        .trim() || one
    );
  }),
);
const number = pick(-5, -0.01, -0, 0, 0.1, 0.2, 0.3, 1, 2, 2.5, 50, 99.99, 1e6);

const AS_OF = ["2026-11-01", "2024-02-29", "2025-03-31", "2026-12-31", "2027-01-01", "2028-02-28", "2027-02-28"];
export const anyAsOf = pick(...AS_OF);
const day = fc.oneof(
  fc.tuple(anyAsOf, fc.integer({ min: -40, max: 40 })).map(([one, by]) => addDays(one, by)),
  pick("2000-02-29", "1999-12-31", "2024-02-29", "2025-02-28", "0001-01-01", "9999-12-31", "2026-01-01", "2026-09-30"),
);
const moment = fc.tuple(day, pick("00:00:00", "00:00:01", "12:30:00", "23:59:59")).map((parts) => parts.join(" "));
const flag = fc.boolean();
const tags = fc.uniqueArray(text, { maxLength: 4 });
const BY_TYPE = { text, tags, number, flag, date: day, time: moment } as const satisfies Record<TraitType, unknown>;

function values(types: Readonly<Record<string, TraitType>>) {
  const entries = Object.entries(types).map(([id, type]) => [id, fc.option(BY_TYPE[type] as fc.Arbitrary<string>)]);
  return fc.record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<string | null>>);
}

export const anyCustomers = fc
  .array(values(ANY_TRAITS), { minLength: 1, maxLength: 30 })
  .map((rows) => rows.map((row, n) => ({ ...row, id: `k${n}` })));

export function anyEvents(customers: number) {
  const event = fc.tuple(fc.nat(customers - 1), fc.option(moment), pick("purchase", "cart"), values(ANY_PROPERTIES));
  return fc
    .array(event, { maxLength: 60 })
    .map((rows) => rows.map(([of, at, name, rest]) => ({ ...rest, of: `k${of}`, at, name })));
}

const anyWindow: fc.Arbitrary<Window> = fc.oneof(
  fc
    .record({
      rel: pick("last", "next", "older"),
      n: fc.oneof(fc.integer({ min: 1, max: 14 }), pick(3650)),
      unit: pick("day", "week", "month", "year"),
      skip: fc.option(fc.nat(5), { nil: undefined }),
    })
    .map(({ skip, ...window }) => ({
      ...window,
      ...(skip !== undefined && window.rel !== "older" && skip < window.n ? { skip } : {}),
    })) as fc.Arbitrary<Window>,
  fc.tuple(day, day).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a })),
  fc.record({ calendar: pick(...(Object.keys(CALENDAR_WORDS) as (keyof typeof CALENDAR_WORDS)[])) }),
);

function operand(type: TraitType, op: string): fc.Arbitrary<Partial<TraitNode>> {
  const ordered = <T>(two: fc.Arbitrary<readonly [T, T]>) =>
    two.map(([a, b]) => (a <= b ? { value: a, to: b } : { value: b, to: a })) as fc.Arbitrary<Partial<TraitNode>>;
  switch (operatorOf(type, op)?.operand) {
    case "text":
      return typedText.map((value) => ({ value }));
    case "words":
      return fc.array(typedText, { minLength: 1, maxLength: 12 }).map((list) => ({ values: list }));
    case "number":
      return number.map((value) => ({ value }));
    case "numbers":
      return ordered(fc.tuple(number, number));
    case "percent":
      return pick(1, 7, 10, 12.5, 29, 50, 57, 99).map((value) => ({ value }));
    case "count":
      return fc.nat(4).map((value) => ({ value }));
    case "day":
      return day.map((value) => ({ value }));
    case "days":
      return ordered(fc.tuple(day, day));
    case "around":
      return pick(0, 1, 2, 30, 180).map((value) => ({ value }));
    case "window":
      return anyWindow.map((window) => ({ window }));
    default:
      return fc.constant({});
  }
}

function trait(types: Readonly<Record<string, TraitType>>, isOfEvents: boolean): fc.Arbitrary<TraitNode> {
  return pick(...Object.entries(types)).chain(([id, type]) => {
    const ops = Object.keys(OPERATORS[type]).filter((op) => !(isOfEvents && op.endsWith("percent")));
    return pick(...ops).chain((op) => {
      const other = id.endsWith("_a") && operatorOf(type, op)?.takesTrait ? [`${type}_b`] : [];
      return fc
        .tuple(
          operand(type, op),
          fc.option(pick("yes", "no"), { nil: undefined }),
          pick(undefined, ...other),
          fc.boolean(),
        )
        .map(([rest, unknown, held, isOff]) => ({
          ...{ k: "trait" as const, trait: id, label: id, type, op },
          ...(held === undefined ? rest : { other: held, otherLabel: held }),
          ...(unknown && { unknown }),
          ...(isOff && !isOfEvents && id === "flag_b" ? { off: true as const } : {}),
        }));
    });
  });
}

const events: fc.Arbitrary<EventNode> = fc
  .record({
    event: pick(null, "purchase", "cart"),
    aggregate: pick(...(Object.keys(AGGREGATES) as (keyof typeof AGGREGATES)[])),
    op: pick(...COMPARISONS),
    two: fc.tuple(fc.oneof(fc.nat(4), number), fc.oneof(fc.nat(4), number)),
    window: fc.option(anyWindow),
    where: fc.array(trait(ANY_PROPERTIES, true), { maxLength: 2 }),
  })
  .map(({ two, ...node }) => ({
    ...{ k: "events" as const, ...node, of: "amount", value: Math.min(...two) },
    ...(node.op === "between" ? { to: Math.max(...two) } : {}),
  }));

const segment: fc.Arbitrary<SegmentNode> = fc
  .record({ id: pick("one", "two"), version: pick(1, "newest" as const), op: pick("in", "not-in") })
  .map((node) => ({ k: "segment", label: node.id, ...node }));

/** Up to 8 rows in boxes, some muted, a few of them left out of all. */
export function anyRows(withSegments: boolean): fc.Arbitrary<readonly RuleRow[]> {
  const group: fc.Arbitrary<RuleNode> = fc.record({ k: fc.constant("group"), op: pick("all", "any", "none") });
  const node: fc.Arbitrary<RuleNode> = fc.oneof(
    { weight: 6, arbitrary: trait(ANY_TRAITS, false) },
    { weight: 3, arbitrary: group },
    { weight: 2, arbitrary: events },
    ...(withSegments ? [{ weight: 1, arbitrary: segment }] : []),
  );
  return fc
    .array(fc.record({ node, place: fc.nat(20), isExcluded: fc.nat(5).map((n) => n === 0) }), { maxLength: 10 })
    .map((given) => {
      const rows: RuleRow[] = [];
      for (const [n, { node, place, isExcluded }] of given.entries()) {
        const boxes = rows.filter((row) => row.node?.k === "group");
        const box = place < 14 ? boxes[place % Math.max(1, boxes.length)] : undefined;
        rows.push({ id: `row-${n}`, node, within: box?.id ?? (isExcluded ? "exclude" : "include") });
      }
      // A box that nobody filled would be a problem.
      const isFilled = (row: RuleRow): boolean =>
        row.node?.k !== "group" || rows.some((inner) => inner.within === row.id && isFilled(inner));
      return rows.filter(isFilled);
    });
}
