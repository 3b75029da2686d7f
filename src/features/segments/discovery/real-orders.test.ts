import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { GroupsEvent } from "@/features/datasets/discovery/discovery-contract";
import { askerOf, filesOf, readGround } from "@/features/datasets/discovery/use-cases/look-at-data";
import { measureFoundations } from "@/features/datasets/discovery/use-cases/measure-foundations";
import { measureValue } from "@/features/datasets/discovery/use-cases/measure-value";
import { streamGroups } from "@/features/datasets/discovery/use-cases/stream-groups";
import { suggestFeatures } from "@/features/datasets/discovery/use-cases/suggest-features";
import { groupOf, groupRows, VALUE_GROUPS } from "@/features/datasets/discovery/value-rules";
import { countMembers } from "@/features/datasets/questions/rule-question";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addUpload, confirmUpload } from "@/testing/imported-file";

/** Real orders of a shop, which are not part of the product: beside a checkout, where somebody put them. */
const FILE = fileURLToPath(new URL("../../../../../shared/data/customers/online-retail.csv.gz", import.meta.url));
const isThere = existsSync(FILE);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const UNSAID = { recency: null, orders: null, money: null, discount: null, cart: null };

describe.skipIf(!isThere)(isThere ? "the orders of a real shop" : `nothing at ${FILE}, so nothing to discover`, () => {
  test("give every group by value, the six as far as they tell, and groups that end in rules", async () => {
    const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
    const who = { workspaceId, userId: people.editor };
    const upload = await addUpload(database, who, { path: FILE }, "online-retail.csv.gz");
    const { datasetId } = await confirmUpload(database, who, upload, upload.plan);
    const ground = await inScope(database.app, who, "document.read", (scope) =>
      readGround(scope, { datasetId: datasetId ?? "" }),
    );
    const { asOf, customers, catalog } = ground.snapshot;
    const asker = await askerOf(ground, undefined);
    const count = (rows: readonly RuleRow[], match: "all" | "any" = "all") => {
      const { rule, problems } = assembleRule({ match, rows, pins: [] });
      expect(problems).toEqual([]);
      return countMembers(asker, {
        ...{ rule, segments: new Map() },
        snapshot: { ...filesOf(ground), asOf, customers, catalog },
      });
    };

    const { found } = await measureValue(ground, UNSAID, undefined);
    if (!found) throw new Error("nobody has ordered");
    expect(found.traits).toMatchObject({ orders: { id: "orders_count" }, money: { id: "orders_sum" } });
    expect(found).toMatchObject({ buyers: 4_339, isOrdersFallback: false });
    expect(found.cuts).toEqual({ recency: [12, 32, 71, 179], orders: [1, 2, 3, 6], money: [250, 490, 940, 2_100] });
    expect(found.gates.map(({ isMet }) => isMet)).toEqual([true, true, true, true]);
    for (const group of VALUE_GROUPS) {
      const own = found.cells.filter((cell) => groupOf(cell.recency, cell.orders, cell.money)?.key === group.key);
      const expected = own.reduce((sum, cell) => sum + cell.customers, 0);
      expect(expected, group.name).toBeGreaterThan(0);
      expect(await count(groupRows(group, { ...found, asOf })), group.name).toBe(expected);
    }

    const six = await measureFoundations(ground, UNSAID, undefined);
    const sizes = Object.fromEntries(six.foundations.map(({ key, found: one }) => [key, one?.customers ?? null]));
    expect(sizes).toMatchObject({ discount: null, cart: null });
    for (const { found: one } of six.foundations) {
      if (one) expect(await count(one.rows)).toBe(one.customers);
    }
    expect(sizes).toMatchObject({ new: 647, repeat: 1_695, "high-spenders": 440, lapsing: 639 });
    expect(six.nobodys).toBe(1_353);

    const { features } = await suggestFeatures(ground, undefined);
    const chosen = features.filter(({ isSuggested }) => isSuggested).map(({ id }) => id);
    expect(chosen.length).toBeGreaterThanOrEqual(4);
    const events: GroupsEvent[] = [];
    for await (const event of streamGroups(ground, { features: chosen, many: 4 }, new AbortController().signal)) {
      events.push(event);
    }
    const last = events.at(-1);
    if (last?.type !== "found") throw new Error("nothing was found");
    expect(last.found.groups.reduce((sum, group) => sum + group.customers, 0)).toBe(customers);
    for (const { rule } of last.found.groups) {
      if (rule) expect(await count(rule.rows, rule.match)).toBe(rule.customers);
    }
  }, 240_000);
});
