import { expect, test } from "vitest";
import { branchRows } from "./branch-rows-rules";
import { adjustedRand, bestOf } from "./compare";
import type { FeatureColumn } from "./feature-column";
import { doTask, type GroupTask } from "./group-task";
import { plainEdges } from "./plain-edges";
import { inTurn, runGroupTask } from "./run-group-task";

/** Numbers that are the same in every run. */
function chance(seed: number) {
  let state = seed;
  const uniform = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal };
}

const number = (id: string, values: readonly number[]): FeatureColumn => ({
  ...{ kind: "number", trait: { id, label: id, type: "number" }, values: Float64Array.from(values) },
});
const words = (id: string, list: readonly string[], said: readonly string[]): FeatureColumn => ({
  ...{ kind: "words", trait: { id, label: id, type: "text" }, words: list },
  codes: Int16Array.from(said, (one) => list.indexOf(one)),
});

/** Three kinds of people, who differ in four numbers and two words, a tenth of which are unknown. */
function planted(rows: number) {
  const { uniform, normal } = chance(7);
  const truth = Uint8Array.from({ length: rows }, () => Math.floor(uniform() ** 1.3 * 3));
  const of = (means: readonly number[], spread: number) =>
    Array.from(truth, (kind) => (uniform() < 0.1 ? Number.NaN : (means[kind] ?? 0) + spread * normal()));
  const says = (list: readonly string[]) =>
    Array.from(truth, (kind) => (uniform() < 0.85 ? (list[kind] ?? "") : (list[Math.floor(uniform() * 3)] ?? "")));
  const columns = [
    number("visits", of([2, 20, 40], 4)),
    number("age", of([30, 50, 40], 4)),
    number("basket", of([20, 30, 90], 8)),
    number("returns", of([8, 2, 5], 1)),
    words("channel", ["mail", "shop", "app"], says(["app", "shop", "mail"])),
    words("city", ["Graz", "Lyon", "Porto"], says(["Lyon", "Graz", "Porto"])),
  ];
  return { columns, truth, rows };
}

function compared(columns: readonly FeatureColumn[], rows: number) {
  const result = doTask({ kind: "compare", columns, rows }, () => {});
  if (!("groupings" in result)) throw new Error("this is no comparison");
  return result;
}

test("three planted kinds of people are found, in numbers and words with gaps", () => {
  const { columns, truth, rows } = planted(1_500);
  const { groupings } = compared(columns, rows);
  expect(bestOf(groupings)).toBe(3);
  const found = groupings.find(({ many }) => many === 3);
  expect(found?.stability).toBeGreaterThan(0.95);
  expect(adjustedRand(found?.labels ?? new Uint8Array(), truth)).toBeGreaterThan(0.9);
});

test("the same people give the same answer", () => {
  const { columns, rows } = planted(600);
  expect(compared(columns, rows)).toEqual(compared(columns, rows));
});

test.each([1, 2, 3, 4, 5, 6])("noise has no clear groups (%i)", (seed) => {
  const { normal, uniform } = chance(seed);
  const rows = 1_200;
  const columns = [
    ...Array.from({ length: 5 }, (_, at) => number(`n${at}`, Array.from({ length: rows }, normal))),
    number("flat", Array.from({ length: rows }, uniform)),
  ];
  expect(bestOf(compared(columns, rows).groupings)).toBeNull();
});

test("people who are all alike, or of two kinds only, break nothing", () => {
  const rows = 300;
  const same = number(
    "same",
    Array.from({ length: rows }, () => 5),
  );
  const two = number(
    "two",
    Array.from({ length: rows }, (_, row) => row % 2),
  );
  expect(bestOf(compared([same, same], rows).groupings)).toBeNull();
  const { groupings } = compared([same, two], rows);
  expect(bestOf(groupings)).toBe(2);
  for (const { clearness, stability } of groupings) expect([clearness, stability].every(Number.isFinite)).toBe(true);
});

test("a found group is told by what sets it apart, and ends in a short rule of plain numbers", () => {
  const { columns, rows, truth } = planted(1_500);
  const explained = doTask({ kind: "explain", columns, rows, labels: truth, many: 3, asOf: "2026-11-01" }, () => {});
  if (!Array.isArray(explained)) throw new Error("nothing is explained");
  for (const { standOuts, branches, isTooFew } of explained) {
    expect(isTooFew).toBe(false);
    expect(standOuts.length).toBeGreaterThan(1);
    expect(standOuts[0].lift).toBeGreaterThan(1.5);
    const { rows: written } = branchRows(branches, columns, "2026-11-01");
    expect(written.length).toBeGreaterThan(0);
    for (const { node } of written) {
      if (node?.k === "trait" && typeof node.value === "number") expect(String(node.value).length).toBeLessThan(5);
    }
  }
});

test("borders are numbers that one can say, and part the values", () => {
  const { uniform } = chance(3);
  expect(
    plainEdges(
      Float64Array.from({ length: 500 }, () => uniform() * 1_234.567),
      4,
      false,
    ),
  ).toEqual(expect.arrayContaining([expect.any(Number)]));
  expect(plainEdges(Float64Array.of(1, 1, 1, 2, 2, 3), 4, false)).toEqual([2, 3]);
  expect(plainEdges(Float64Array.of(4, 4, Number.NaN), 4, false)).toEqual([]);
});

const idle = () => {};
const live = () => new AbortController().signal;

test("the thread answers as the same work would here, tells how far it is, and ends when it is told to", async () => {
  const { columns, rows } = planted(600);
  const task: GroupTask = { kind: "compare", columns, rows };
  const steps: number[] = [];
  const result = await runGroupTask(task, { signal: live(), onProgress: (done) => steps.push(done) });
  expect(result).toEqual(compared(columns, rows));
  expect(steps).toHaveLength(45);
  const stop = new AbortController();
  const large = planted(20_000);
  const cancelled = runGroupTask(
    { kind: "compare", columns: large.columns, rows: large.rows },
    { signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) },
  );
  await expect(cancelled).rejects.toThrow("enough");
});

test("a workspace looks for groups one at a time, and who gives up leaves the line", async () => {
  const order: string[] = [];
  let release = idle;
  const first = inTurn("w", { signal: live(), onAhead: idle }, async () => {
    order.push("first");
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const heard: number[] = [];
  const second = inTurn("w", { signal: live(), onAhead: (ahead) => heard.push(ahead) }, async () => {
    order.push("second");
  });
  const giving = new AbortController();
  const third = inTurn("w", { signal: giving.signal, onAhead: idle }, async () => {
    order.push("third");
  });
  giving.abort(new Error("gone"));
  await expect(third).rejects.toThrow("gone");
  await Promise.resolve();
  expect(order).toEqual(["first"]);
  expect(heard[0]).toBe(1);
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "second"]);
});
