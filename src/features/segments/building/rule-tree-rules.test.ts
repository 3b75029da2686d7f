import fc from "fast-check";
import { expect, test } from "vitest";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import { MAX_DEPTH, type RuleRow } from "@/features/datasets/rules/rule-rules";
import { applyEdits, type Edit } from "@/features/documents/drafts/edit-rules";
import { anyRows } from "@/testing/any-rule";
import {
  branchOf,
  duplicateRow,
  insertRow,
  isRoomForGroup,
  moveRow,
  type PlacedRow,
  placeOnWay,
  placeRows,
  removeRow,
  WAYS,
  type Way,
} from "./rule-tree-rules";

const after = (rows: readonly RuleRow[], edits: readonly Edit[]) => applyEdits({ rule: rows }, edits).rule;
const ways = Object.keys(WAYS) as Way[];
const ids = (rows: readonly RuleRow[]) => rows.map(({ id }) => id).toSorted();

/** Row ids as one reads them, boxes in brackets. */
function drawn(rows: readonly RuleRow[]): string {
  const words = (some: readonly PlacedRow[]): string =>
    some.map(({ row, items }) => (row.node?.k === "group" ? `${row.id}[${words(items)}]` : row.id)).join(" ");
  const { include, exclude, lost } = placeRows(rows);
  return [words(include), words(exclude), words(lost)].join(" | ");
}

const group = (id: string, within = "include"): RuleRow => ({ id, within, node: { k: "group", op: "any" } });
const flag = (id: string, within = "include"): RuleRow => ({
  id,
  within,
  node: { k: "trait", trait: "home", label: "Owns home", type: "flag", op: "yes" },
});
const RULE = [flag("a"), group("g"), flag("b", "g"), flag("c", "g"), flag("d"), flag("x", "exclude")];

test.each([
  ["a", "down", "g[b c] a d | x | "],
  ["d", "up", "a d g[b c] | x | "],
  ["d", "into", "a g[b c d] | x | "],
  ["a", "into", "g[a b c] d | x | "],
  ["c", "out", "a g[b] c d | x | "],
  ["g", "across", "a d | x g[b c] | "],
  ["x", "across", "a g[b c] d x |  | "],
  ["a", "up", null],
  ["x", "into", null],
  ["a", "out", null],
] as const)("row %s goes %s", (id, way, expected) => {
  const place = placeOnWay(RULE, id, way);
  expect(place && drawn(after(RULE, moveRow(RULE, id, place)))).toBe(expected);
});

test("a group with all that is in it is copied behind itself and removed whole", () => {
  let count = 0;
  const copy = duplicateRow(RULE, "g", () => `n${++count}`);
  expect(copy?.id).toBe("n1");
  expect(drawn(after(RULE, copy?.edits ?? []))).toBe("a g[b c] n1[n2 n3] d | x | ");
  expect(drawn(after(RULE, removeRow(RULE, "g")))).toBe("a d | x | ");
});

test("a row whose group is gone is still there, and can be put elsewhere", () => {
  const rows = RULE.filter(({ id }) => id !== "g");
  expect(drawn(rows)).toBe("a d | x | b c");
  expect(drawn(after(rows, moveRow(rows, "b", { within: "include", before: "d" })))).toBe("a b d | x | c");
});

test("a group is never put into itself, nor deeper than groups stand", () => {
  const nest = [
    group("1"),
    group("2", "1"),
    group("3", "2"),
    group("4", "3"),
    flag("leaf", "4"),
    group("5"),
    flag("six", "5"),
  ];
  expect(moveRow(nest, "1", { within: "3", before: null })).toEqual([]);
  expect(moveRow(nest, "5", { within: "4", before: null })).toEqual([]);
  expect(isRoomForGroup(nest, "3")).toBe(true);
  expect(isRoomForGroup(nest, "4")).toBe(false);
  expect(moveRow(nest, "six", { within: "4", before: null })).not.toEqual([]);
});

test("whatever is moved, copied or removed, no row is lost and no rule gets worse", () => {
  const step = fc.record({ what: fc.constantFrom("copy", "remove", "add", ...ways), at: fc.nat(99) });
  fc.assert(
    fc.property(anyRows(true), fc.array(step, { maxLength: 12 }), (start, steps) => {
      let rows = start;
      let count = 0;
      for (const { what, at } of steps) {
        const row = rows[at % Math.max(1, rows.length)];
        if (!row) break;
        const before = ids(rows);
        if (what === "copy") {
          const branch = branchOf(rows, row.id);
          const copy = duplicateRow(rows, row.id, () => `new-${++count}`);
          rows = after(rows, copy?.edits ?? []);
          if (copy) expect(rows).toHaveLength(before.length + branch.length);
        } else if (what === "remove") {
          const gone = new Set(branchOf(rows, row.id).map(({ id }) => id));
          rows = after(rows, removeRow(rows, row.id));
          expect(ids(rows)).toEqual(before.filter((id) => !gone.has(id)));
        } else if (what === "add") {
          rows = after(rows, insertRow(`new-${++count}`, row.node, { within: row.within, before: row.id }));
        } else {
          const place = placeOnWay(rows, row.id, what as Way);
          rows = place ? after(rows, moveRow(rows, row.id, place)) : rows;
          expect(ids(rows)).toEqual(before);
          if (place) expect(rows.find(({ id }) => id === row.id)?.within).toBe(place.within);
        }
        const { include, exclude, lost } = placeRows(rows);
        expect(lost).toEqual([]);
        const depths = (some: readonly PlacedRow[]): number[] =>
          some.flatMap(({ depth, items }) => [depth, ...depths(items)]);
        expect(Math.max(0, ...depths([...include, ...exclude]))).toBeLessThanOrEqual(MAX_DEPTH);
        const sentences = assembleRule({ match: "all", rows, pins: [] }).problems.map(({ sentence }) => sentence);
        expect(sentences.filter((sentence) => sentence.includes("deep") || sentence.includes("gone"))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
