import { afterAll, beforeAll, expect, test } from "vitest";
import type { GroupsEvent } from "@/features/datasets/discovery/discovery-contract";
import { askerOf, filesOf, readGround } from "@/features/datasets/discovery/use-cases/look-at-data";
import { measureFoundations } from "@/features/datasets/discovery/use-cases/measure-foundations";
import { measureValue } from "@/features/datasets/discovery/use-cases/measure-value";
import { streamGroups } from "@/features/datasets/discovery/use-cases/stream-groups";
import { suggestFeatures } from "@/features/datasets/discovery/use-cases/suggest-features";
import { cellRows, groupRows, VALUE_GROUPS } from "@/features/datasets/discovery/value-rules";
import { countMembers } from "@/features/datasets/questions/rule-question";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import { catalogProblems } from "@/features/datasets/rules/rule-check-rules";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { addCustomerData, type GivenData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { segmentKind } from "../segment-kind";
import { draftSegments } from "./use-cases/draft-segments";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const UNSAID = { recency: null, orders: null, money: null, discount: null, cart: null };

async function furnish(given: GivenData) {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  const who = { workspaceId, userId: people.editor };
  const { datasetId } = await inScope(database.app, who, "data.import", ({ tx }) => addCustomerData(tx, who, given));
  const ground = await inScope(database.app, who, "document.read", (scope) => readGround(scope, { datasetId }));
  const count = async (rows: readonly RuleRow[]) => {
    const { rule, problems } = assembleRule({ match: "all", rows, pins: [] });
    expect([...problems, ...catalogProblems(rule, ground.snapshot.catalog)]).toEqual([]);
    const { asOf, customers, catalog } = ground.snapshot;
    const snapshot = { ...filesOf(ground), asOf, customers, catalog };
    return countMembers(await askerOf(ground, undefined), { rule, segments: new Map(), snapshot });
  };
  return { who, datasetId, ground, count };
}

/** 600 buyers: the n-th bought n % 400 days ago, 1 to 12 times, for 10 each time; and 5 who never did. */
const BUYERS: GivenData = {
  asOf: "2026-11-01",
  traits: { last_order: "date", orders: "number", total_spent: "number" },
  customers: [
    ...Array.from({ length: 600 }, (_, n) => ({
      id: `c${n}`,
      last_order: daysBefore("2026-11-01", (n * 7) % 400),
      orders: 1 + (n % 12),
      total_spent: 10 * (1 + (n % 12)) + (n % 5),
    })),
    ...Array.from({ length: 5 }, (_, n) => ({ id: `none${n}` })),
  ],
};

function daysBefore(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) - by * 86_400_000).toISOString().slice(0, 10);
}

test.each(["date", "number"] as const)(
  "each group and each cell by value has as many customers as its rule, when the last order is a %s",
  async (type) => {
    const customers = BUYERS.customers.map(({ last_order: day, ...rest }) => {
      if (type === "date" || typeof day !== "string") return { ...rest, ...(day !== undefined && { last_order: day }) };
      return { ...rest, last_order: (Date.parse("2026-11-01") - Date.parse(day)) / 86_400_000 };
    });
    const { ground, count } = await furnish({
      ...BUYERS,
      traits: { ...BUYERS.traits, last_order: type },
      customers: customers as GivenData["customers"],
    });
    const { found } = await measureValue(ground, UNSAID, undefined);
    if (!found) throw new Error("nothing was found");
    expect(found).toMatchObject({ buyers: 600, isOrdersFallback: false });
    expect(found.cuts.orders).toEqual([3, 5, 8, 10]);
    expect(found.cuts.recency).toHaveLength(4);
    expect(found.gates.every(({ isMet }) => isMet)).toBe(true);
    expect(found.cells.reduce((sum, { customers: n }) => sum + n, 0)).toBe(600);
    const ground_ = { traits: found.traits, cuts: found.cuts, asOf: ground.data.asOf };
    let grouped = 0;
    for (const group of VALUE_GROUPS) {
      const inGroup = found.cells.filter((cell) => groupKey(cell) === group.key);
      const expected = inGroup.reduce((sum, { customers: n }) => sum + n, 0);
      expect(await count(groupRows(group, ground_)), group.name).toBe(expected);
      grouped += expected;
    }
    expect(grouped).toBeLessThanOrEqual(600);
    for (const [recency, orders] of [
      [5, 5],
      [1, 1],
      [3, 2],
    ] as const) {
      const cell = found.cells.filter((one) => one.recency === recency && one.orders === orders);
      expect(await count(cellRows(recency, orders, ground_))).toBe(cell.reduce((sum, { customers: n }) => sum + n, 0));
    }
  },
);

function groupKey({ recency, orders, money }: { recency: number; orders: number; money: number }) {
  const fits = ([least, most]: readonly [number, number], score: number) => score >= least && score <= most;
  return VALUE_GROUPS.find(
    (group) => fits(group.recency, recency) && fits(group.orders, orders) && fits(group.money, money),
  )?.key;
}

test("where most buy once the orders are parted as 1, 2, 3–4, 5–9 and more; few buyers and old data are said", async () => {
  const { ground } = await furnish({
    ...BUYERS,
    customers: Array.from({ length: 20 }, (_, n) => ({
      ...{ id: `c${n}`, last_order: daysBefore("2026-11-01", 40 + n) },
      ...{ orders: n === 0 ? 2 : 1, total_spent: 5 },
    })),
  });
  const { found } = await measureValue(ground, UNSAID, undefined);
  expect(found).toMatchObject({ isOrdersFallback: true, cuts: { orders: [1, 2, 4, 9] } });
  expect(found?.gates.map(({ isMet }) => isMet)).toEqual([false, false, false, false]);
});

test("without a trait for each of the three nothing is scored, and it can be chosen", async () => {
  const { ground } = await furnish({
    traits: { city: "text", n: "number" },
    customers: [{ id: "a", city: "Graz", n: 3 }],
  });
  expect(await measureValue(ground, UNSAID, undefined)).toMatchObject({
    found: null,
    roles: { recency: { chosen: null, options: [{ id: "n" }] }, orders: { chosen: null } },
  });
  await expect(measureValue(ground, { ...UNSAID, orders: "city" }, undefined)).rejects.toMatchObject({
    code: "INVALID",
  });
});

/** Four customers whose orders lie 10 days apart. */
const SHOP: GivenData = {
  asOf: "2026-11-01",
  traits: { last_order: "date", orders: "number", total_spent: "number", last_basket: "date", voucher_share: "number" },
  customers: [
    { id: "fresh", last_order: "2026-10-20", orders: 1, total_spent: 20 },
    { id: "loyal", last_order: "2026-10-25", orders: 3, total_spent: 900, last_basket: "2026-10-30" },
    { id: "lost", last_order: "2026-06-01", orders: 4, total_spent: 100, voucher_share: 0.75 },
    { id: "once", last_order: "2026-01-01", orders: 1, total_spent: 10, voucher_share: 1 },
    { id: "visitor", last_basket: "2026-10-28" },
  ],
  events: {
    properties: { amount: "number" },
    amount: "amount",
    rows: ["2026-10-05", "2026-10-15", "2026-10-25"]
      .map((day) => ({ of: "loyal", at: `${day} 10:00:00`, amount: 300 }))
      .concat(["2026-05-22", "2026-06-01"].map((day) => ({ of: "lost", at: `${day} 10:00:00`, amount: 50 }))),
  },
};

test("the six foundational groups are counted with thresholds from the data, with overlaps and nobody's rest", async () => {
  const { ground, count } = await furnish(SHOP);
  const answer = await measureFoundations(ground, UNSAID, undefined);
  const counts = Object.fromEntries(answer.foundations.map(({ key, found }) => [key, found?.customers ?? null]));
  // Between two orders lie 10 days: repeat is up to 15 days, lapsing more than 30.
  expect(counts).toEqual({ new: 1, repeat: 1, "high-spenders": 1, lapsing: 1, discount: 1, cart: 2 });
  expect(answer.nobodys).toBe(1);
  const both = (a: string, b: string) => {
    const place = (key: string) => answer.foundations.findIndex((one) => one.key === key);
    return answer.overlaps.find((pair) => pair.a === place(a) && pair.b === place(b))?.customers;
  };
  expect(both("repeat", "high-spenders")).toBe(1);
  expect(both("repeat", "cart")).toBe(1);
  expect(both("new", "repeat")).toBe(0);
  for (const { found } of answer.foundations) expect(await count(found?.rows ?? [])).toBe(found?.customers);
});

test("what the data can't express is said, and nothing is made up", async () => {
  const { ground } = await furnish({
    traits: { orders: "number" },
    customers: [
      { id: "a", orders: 2 },
      { id: "b", orders: 1 },
    ],
  });
  const { foundations, nobodys } = await measureFoundations(ground, UNSAID, undefined);
  expect(foundations.map(({ found }) => found)).toEqual([null, null, null, null, null, null]);
  for (const { sentence } of foundations) expect(sentence).toMatch(/column|tell/);
  expect(nobodys).toBe(2);
});

test("findings become drafts with a rule to go on with; one that the data refuse makes none", async () => {
  const { who, datasetId, ground } = await furnish(SHOP);
  const { foundations } = await measureFoundations(ground, UNSAID, undefined);
  const segments = foundations.flatMap(({ key, found }) =>
    found ? [{ title: key, summary: "", match: "all" as const, rows: found.rows as never }] : [],
  );
  const make = (list: typeof segments) =>
    inScope(database.app, who, "draft.edit", (scope) => draftSegments(scope, { datasetId, segments: list }));
  const { documentIds } = await make(segments);
  expect(documentIds).toHaveLength(6);
  const [first = ""] = documentIds;
  const draft = await inScope(database.app, who, "draft.read", (scope) => readDraft(scope, segmentKind, first));
  expect(draft.content).toMatchObject({
    title: "new",
    data: { id: datasetId, name: "Customers" },
    bases: ["behavioural"],
    definition: "Orders is exactly 1 and last_order in the last 90 days.",
  });
  const bad = { ...segments[0], rows: [{ id: crypto.randomUUID(), within: "include", node: null }] };
  await expect(make([...segments, bad as never])).rejects.toMatchObject({ code: "INVALID" });
});

/** Two kinds of people in 400, who differ in what they spend, how often they come and where they buy. */
const KINDS: GivenData = {
  asOf: "2026-11-01",
  traits: {
    ...{ email: "text", spent: "number", spent_twice: "number", visits: "number", channel: "text" },
    ...{ joined: "date", club: "flag", always: "text", seldom: "number" },
  },
  customers: Array.from({ length: 400 }, (_, n) => {
    const isLarge = n % 4 === 0;
    const wobble = (n * 37) % 23;
    return {
      ...{ id: `c${n}`, email: `c${n}@example.org`, always: "here", joined: daysBefore("2026-11-01", (n * 13) % 700) },
      ...{
        spent: isLarge ? 900 + wobble * 5 : 40 + wobble,
        spent_twice: isLarge ? 1800 + wobble * 10 : 80 + wobble * 2,
      },
      ...{ visits: isLarge ? 30 + (n % 7) : 2 + (n % 3), channel: n % 20 === 7 ? "mail" : isLarge ? "shop" : "app" },
      ...{ club: isLarge ? n % 12 !== 0 : n % 9 === 0, ...(n % 5 === 0 && { seldom: n }) },
    };
  }),
};

test("traits are suggested to find groups by, and others left out with the reason", async () => {
  const { ground } = await furnish(KINDS);
  const { features } = await suggestFeatures(ground, undefined);
  const of = (id: string) => features.find((one) => one.id === id);
  expect(features.filter(({ isSuggested }) => isSuggested).map(({ id }) => id)).toEqual([
    ...["spent", "channel", "joined", "club"],
  ]);
  expect(of("visits")?.because).toBe("Says nearly the same as “spent”");
  expect(of("spent_twice")?.because).toBe("Says nearly the same as “spent”");
  expect(of("always")?.because).toBe("The same for everybody");
  expect(of("seldom")?.because).toBe("Unknown of 80 % of the customers");
  expect(of("email")?.because).toBe("Different for nearly everybody");
});

async function groupsOf(ground: Awaited<ReturnType<typeof furnish>>["ground"], many: number | null) {
  const features = ["spent", "visits", "channel", "joined", "club"];
  const events: GroupsEvent[] = [];
  for await (const event of streamGroups(ground, { features, many }, new AbortController().signal)) events.push(event);
  const last = events.at(-1);
  if (last?.type !== "found") throw new Error("nothing was found");
  return { found: last.found, events };
}

test("groups are found among everybody, each with a rule whose precision and recall were asked of everybody", async () => {
  const { ground, count } = await furnish(KINDS);
  const { found, events } = await groupsOf(ground, null);
  expect(found).toMatchObject({ best: 2, looked: 400 });
  expect(events[0]).toMatchObject({ type: "working", step: "reading" });
  expect(found.groups.map(({ customers }) => customers)).toEqual([300, 100]);
  for (const { rule, standOuts } of found.groups) {
    expect(rule).toMatchObject({ match: "all", precision: 1, recall: 1 });
    expect(await count(rule?.rows ?? [])).toBe(rule?.customers);
    expect(standOuts[0]?.lift).toBeGreaterThan(1);
  }
  const three = await groupsOf(ground, 3);
  expect(three.found.groups).toHaveLength(3);
  expect(three.found.groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(400);
}, 60_000);

test("too few customers and foreign columns are refused in words", async () => {
  const { ground } = await furnish(SHOP);
  const ask = (features: readonly string[]) =>
    streamGroups(ground, { features: [...features], many: null }, new AbortController().signal).next();
  await expect(ask(["orders", "total_spent"])).rejects.toMatchObject({ code: "INVALID" });
  await expect(ask(["orders", "nothing"])).rejects.toMatchObject({ code: "INVALID" });
});
