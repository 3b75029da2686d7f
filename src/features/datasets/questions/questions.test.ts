import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { materialise } from "@/server/duckdb/materialise";
import { QuestionEngine } from "@/server/duckdb/question-engine";
import { catalogOf, type GivenData, writeParquet } from "@/testing/customer-data";
import type { Trait, TraitProfile } from "../catalog-rules";
import type { Rule, RuleTree, TraitNode } from "../rules/rule-rules";
import { readComposition } from "./composition";
import { readOverlap } from "./overlap";
import { pairOverlap } from "./overlap-rules";
import { countRows, countWithout } from "./row-counts";
import type { Asker, RuleQuestion } from "./rule-question";
import { readCustomer, readSample } from "./sample";
import { standOuts } from "./stand-out-rules";
import { findValues } from "./values";

const CUSTOMERS = 6_000;
const CITIES = ["Lyon", "Graz", "Porto", "York"];

let folder: string;
let engine: QuestionEngine;
let asker: Asker;
let question: (rule: Partial<Rule>) => RuleQuestion;

/** A sequence of numbers from 0 to 1, the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const next = chance(7);
const customers = Array.from({ length: CUSTOMERS }, (_, place) => {
  const isWeekend = next() < 0.3;
  return {
    id: `c${place}`,
    city: isWeekend && next() < 0.5 ? "Lyon" : (CITIES[Math.floor(next() * 4)] ?? null),
    age: next() < 0.1 ? null : Math.floor(18 + next() * 60),
    weekend: isWeekend,
    tags: next() < 0.5 ? ["news", ...(next() < 0.3 ? ["vip"] : [])] : null,
    joined: `20${20 + Math.floor(next() * 6)}-0${1 + Math.floor(next() * 9)}-15`,
    spent: Math.round(next() * 10_000) / 100,
    seen: `2026-10-${10 + Math.floor(next() * 20)} 00:00:00`,
    lot: Math.floor(next() * 20),
  };
});
const given: GivenData = {
  traits: {
    ...{ city: "text", age: "number", weekend: "flag", tags: "tags", joined: "date", spent: "number" },
    ...{ seen: "time", lot: "number" },
  },
  customers,
};

const PROFILES: Readonly<Record<string, Partial<TraitProfile>>> = {
  city: { distinct: 4, top: CITIES.map((value) => ({ value, count: CUSTOMERS / 4 })) },
  age: { min: 18, max: 77, bins: [18, 30, 40, 60].map((from) => ({ from, to: from + 10, count: 1_500 })) },
  tags: { top: ["news", "vip"].map((value) => ({ value, count: 2_000 })) },
  joined: {
    bins: ["2020-01-01", "2022-01-01", "2024-01-01"].map((from) => ({ from, to: "2026-01-01", count: 2_000 })),
  },
  spent: { min: 0, max: 100, bins: [{ from: 0, to: 100, count: CUSTOMERS }], deciles: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
  seen: {
    bins: ["2026-10-10T00:00:00", "2026-10-20T00:00:00"].map((from) => ({ from, to: "2026-10-30", count: 3_000 })),
  },
  lot: { distinct: 20, bins: [0, 5, 10, 15].map((from) => ({ from, to: from + 5, count: 1_500 })) },
};

function described(trait: Trait): Trait {
  const unit = trait.id === "spent" ? { currency: "EUR" } : trait.unit;
  return { ...trait, unit, profile: { ...trait.profile, known: CUSTOMERS, ...PROFILES[trait.id] } };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "questions-"));
  await writeParquet(folder, given);
  const file = join(folder, "data.duckdb");
  await materialise(file, async () => ({ customers: join(folder, "customers.parquet") }), 500);
  engine = await QuestionEngine.open({ folder, memoryMegabytes: 500, threads: 2 });
  asker = { engine, file };
  const catalog = { traits: catalogOf(given).traits.map(described), events: null };
  question = (rule) => ({
    rule: { match: "all", include: [], exclude: [], pins: [], ...rule },
    snapshot: {
      ...{ workspaceId: "w", id: "s", revision: 1, hasEvents: false, asOf: "2026-11-01", customers: CUSTOMERS },
      catalog,
    },
    segments: new Map(),
  });
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const leaf = (id: string, rest: Partial<TraitNode>): RuleTree => ({
  id,
  node: { k: "trait", trait: "city", label: "City", type: "text", op: "any-of", ...rest },
});
const inLyon = leaf("lyon", { values: ["Lyon"] });
const atWeekend = leaf("weekend", { trait: "weekend", type: "flag", op: "yes" });
const anyCity = leaf("any", { op: "not-empty" });
const young = leaf("young", { trait: "age", type: "number", op: "less-than", value: 30 });

type Customer = (typeof customers)[number];
const count = (fits: (customer: Customer) => boolean) => customers.filter(fits).length;

test("rows are counted by themselves, and those that change nothing are told", async () => {
  const rows = await countRows(asker, question({ include: [inLyon, anyCity], exclude: [atWeekend] }), true, () => true);
  expect(rows).toEqual([
    { rowId: "lyon", alone: count(({ city }) => city === "Lyon"), isIdle: false, takesAway: null },
    { rowId: "any", alone: CUSTOMERS, isIdle: true, takesAway: null },
    {
      rowId: "weekend",
      alone: count(({ weekend }) => weekend),
      isIdle: false,
      takesAway: count(({ city, weekend }) => city === "Lyon" && weekend),
    },
  ]);
});

test("boxes are counted with what is in them, and a rule that can't be asked has rows that can", async () => {
  const box: RuleTree = { id: "box", node: { k: "group", op: "none" }, items: [inLyon, atWeekend] };
  const rows = await countRows(asker, question({ include: [box] }), false, ({ id }) => id !== "weekend");
  expect(rows.map(({ rowId, alone }) => [rowId, alone])).toEqual([
    ["box", count(({ city, weekend }) => city !== "Lyon" && !weekend)],
    ["lyon", count(({ city }) => city === "Lyon")],
  ]);
  expect(rows.every(({ isIdle, takesAway }) => !isIdle && takesAway === null)).toBe(true);
});

test("of a rule that finds nobody it is told which condition to give up", async () => {
  const nowhere = leaf("nowhere", { values: ["Atlantis"] });
  expect(await countWithout(asker, question({ include: [inLyon, nowhere] }))).toEqual([
    { rowId: "nowhere", count: count(({ city }) => city === "Lyon") },
  ]);
});

const between = (value: number | string | null, from: number | string | null, before: number | string | null) =>
  value !== null && (from === null || value >= from) && (before === null || value < before);

test.each([
  ["few", [inLyon], (one: Customer) => one.city === "Lyon"],
  ["most", [leaf("not", { op: "none-of", values: ["Lyon"] })], (one: Customer) => one.city !== "Lyon"],
  ["nobody", [leaf("no", { values: ["Atlantis"] })], () => false],
  ["everyone", [anyCity], () => true],
] as const)("%s of them are composed as counting them one by one says", async (_, include, belongs) => {
  const composition = await readComposition(asker, question({ include }));
  const members = customers.filter(belongs);
  expect(composition).toMatchObject({ members: members.length, everyone: CUSTOMERS });
  for (const trait of composition.traits) {
    const valueIn = (one: Customer) => one[trait.trait as keyof Customer];
    const tally = (of: readonly Customer[], range: (typeof trait.parts)[number]["range"]) =>
      of.filter((one) => {
        const value = valueIn(one);
        if (!("is" in range)) return between(value as number | string | null, range.from, range.before);
        if (Array.isArray(value)) return value.includes(range.is);
        return trait.type === "flag" ? value === (range.is === "yes") : value === range.is;
      }).length;
    expect([trait.trait, trait.members, trait.everyone]).toEqual([
      trait.trait,
      members.filter((one) => valueIn(one) !== null).length,
      customers.filter((one) => valueIn(one) !== null).length,
    ]);
    expect(trait.parts.length).toBeGreaterThan(1);
    expect([trait.trait, ...trait.parts.map((part) => [part.members, part.everyone])]).toEqual([
      trait.trait,
      ...trait.parts.map(({ range }) => [tally(members, range), tally(customers, range)]),
    ]);
  }
  expect(composition.traits.map(({ trait }) => trait)).toEqual(Object.keys(given.traits));
  const revenue = (of: readonly Customer[]) => of.reduce((sum, { spent }) => sum + spent, 0);
  expect(composition.revenue?.trait).toBe("spent");
  expect(composition.revenue?.members).toBeCloseTo(revenue(members), 3);
  expect(composition.revenue?.everyone).toBeCloseTo(revenue(customers), 3);
});

test("what sets members apart is found, and chance is not", async () => {
  const weekend = standOuts(await readComposition(asker, question({ include: [atWeekend] })), new Set(["weekend"]));
  expect(weekend.list.map(({ trait, part }) => [trait.trait, part.range])).toEqual([["city", { is: "Lyon" }]]);
  expect(weekend.list[0]?.lift).toBeGreaterThan(1.5);
  const few = leaf("few", { trait: "spent", type: "number", op: "less-than", value: 1 });
  expect(standOuts(await readComposition(asker, question({ include: [few] })))).toEqual({ isTooFew: true, list: [] });
  for (let lot = 0; lot < 20; lot += 1) {
    const byLot = leaf("lot", { trait: "lot", type: "number", op: "is", value: lot });
    const { isTooFew, list } = standOuts(
      await readComposition(asker, question({ include: [byLot] })),
      new Set(["lot"]),
    );
    expect([lot, isTooFew, list]).toEqual([lot, false, []]);
  }
  expect(standOuts(await readComposition(asker, question({ include: [young] })), new Set(["age"])).list).toEqual([]);
});

test("what several rules share is counted in one pass", async () => {
  const rule = (tree: RuleTree): Rule => ({ match: "all", include: [tree], exclude: [], pins: [] });
  const regions = await readOverlap(asker, question({}), [rule(inLyon), rule(atWeekend), rule(young)]);
  const inAll = regions.find(({ of }) => of.length === 3);
  const isYoung = ({ age }: Customer) => age !== null && age < 30;
  expect(inAll?.customers).toBe(count((one) => one.city === "Lyon" && one.weekend && isYoung(one)));
  const both = count(({ city, weekend }) => city === "Lyon" && weekend);
  const either = count(({ city, weekend }) => city === "Lyon" || weekend);
  expect(pairOverlap(regions, 0, 1)).toEqual({
    first: count(({ city }) => city === "Lyon"),
    second: count(({ weekend }) => weekend),
    both,
    jaccard: both / either,
    containment:
      both /
      Math.min(
        count(({ city }) => city === "Lyon"),
        count(({ weekend }) => weekend),
      ),
  });
});

test("a sample shows members with what they fit, and hides what is personal", async () => {
  const [city, age] = catalogOf(given).traits as readonly [Trait, Trait];
  const asked = question({ match: "any", include: [inLyon, atWeekend] });
  const looking = { traits: [city, { ...age, isPersonal: true }], maySeePersonal: false };
  const sample = await readSample(asker, asked, looking);
  expect(sample).toHaveLength(20);
  for (const { id, values, fits, belongs } of sample) {
    expect([id, values.age, belongs]).toEqual([null, "•••", true]);
    expect(fits.includes("lyon")).toBe(values.city === "Lyon");
    expect(fits.length).toBeGreaterThan(0);
  }
  expect(await readSample(asker, asked, looking)).toEqual(sample);
  const stranger = customers.find((one) => one.city !== "Lyon" && !one.weekend && one.age === null);
  const seen = { ...looking, maySeePersonal: true };
  expect(await readCustomer(asker, asked, seen, String(stranger?.id))).toMatchObject({
    id: stranger?.id,
    values: { city: stranger?.city, age: null },
    fits: [],
    belongs: false,
  });
  expect(await readCustomer(asker, asked, seen, "nobody")).toBeNull();
});

test("values are found by a part of them, with how many have them", async () => {
  const traits = catalogOf(given).traits;
  const trait = (id: string) => traits.find((one) => one.id === id) as Trait;
  expect(await findValues(asker, trait("city"), "customers", "YO")).toEqual([
    { value: "Lyon", count: count(({ city }) => city === "Lyon") },
    { value: "York", count: count(({ city }) => city === "York") },
  ]);
  expect((await findValues(asker, trait("tags"), "customers", "")).map(({ value }) => value)).toEqual(["news", "vip"]);
  expect(await findValues(asker, trait("age"), "customers", "1")).toEqual([]);
});
