import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addUpload, confirmUpload } from "@/testing/imported-file";
import { countMembers } from "../questions/rule-question";
import type { EventNode, Rule, RuleTree, TraitNode } from "../rules/rule-rules";
import { appQuestions, openSnapshot } from "../snapshots/snapshot-files";
import { readSnapshot } from "../use-cases/read-snapshot";
import type { ImportReport } from "./import-plan-rules";

/** Real files of customers, which are not part of the product: beside a checkout, where somebody put them. */
const REAL = fileURLToPath(new URL("../../../../../shared/data/customers/", import.meta.url));
const isThere = existsSync(`${REAL}README.md`);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** As it is proposed: nobody needs to correct anything in these files. */
async function imported(fileName: string) {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  const who = { workspaceId, userId: people.editor };
  const upload = await addUpload(database, who, { path: `${REAL}${fileName}` }, fileName);
  const row = await confirmUpload(database, who, upload, upload.plan);
  expect(row.problem).toBeNull();
  const snapshot = await inScope(database.app, who, "document.read", (scope) =>
    readSnapshot(scope, { datasetId: row.datasetId ?? "", snapshotId: row.snapshotId }),
  );
  const files = { workspaceId, id: snapshot.id, revision: 1, hasEvents: snapshot.events > 0 };
  const { catalog } = snapshot;
  const count = async (given: { all?: readonly Told[]; any?: readonly Told[]; none?: readonly Told[] }) => {
    const rule: Rule = {
      match: given.any ? "any" : "all",
      include: (given.any ?? given.all ?? []).map((told, index) => treeOf(told, String(index))),
      exclude: (given.none ?? []).map((told, index) => treeOf(told, `x${index}`)),
      pins: [],
    };
    const question = { rule, snapshot: { ...snapshot, ...files }, segments: new Map() };
    return countMembers({ engine: await appQuestions(), file: await openSnapshot(files) }, question);
  };
  const treeOf = (told: Told, id: string): RuleTree => {
    if ("k" in told) return { id, node: told };
    if ("both" in told) {
      const items = told.both.map((one, index) => treeOf(one, `${id}-${index}`));
      return { id, node: { k: "group", op: "all" }, items };
    }
    const trait = catalog.traits.find(({ label }) => label === told.of);
    if (!trait) throw new Error(`no trait ${told.of}: ${catalog.traits.map(({ label }) => label).join(", ")}`);
    const { of: _, ...rest } = told;
    return { id, node: { k: "trait", trait: trait.id, label: trait.label, type: trait.type, ...rest } };
  };
  return { catalog, snapshot, count, report: row.report as unknown as ImportReport };
}

type Told =
  | (Pick<TraitNode, "op" | "value" | "to" | "values"> & { readonly of: string })
  | { readonly both: readonly Told[] }
  | EventNode;
describe.skipIf(!isThere)(isThere ? "a real file" : `none at ${REAL}, so nothing to import`, () => {
  test("of a mall, with a coded gender and a currency sign in a name", async () => {
    const { count, snapshot, catalog } = await imported("mall-customers-int.csv");
    expect(snapshot.customers).toBe(200);
    expect(catalog.traits.map(({ label }) => label)).toEqual(["Genre", "Age", "Annual_Income_(k$)", "Spending_Score"]);
    const genre = catalog.traits[0];
    const isOne =
      genre?.type === "number"
        ? { of: "Genre", op: "is", value: 1 }
        : genre?.type === "flag"
          ? { of: "Genre", op: "yes" }
          : { of: "Genre", op: "any-of", values: ["1"] };
    expect(await count({ all: [isOne] })).toBe(88);
    expect(await count({ all: [{ of: "Age", op: "less-than", value: 30 }] })).toBe(55);
    const earns = { of: "Annual_Income_(k$)", op: "at-least", value: 70 };
    expect(await count({ all: [earns] })).toBe(76);
    expect(await count({ all: [{ of: "Spending_Score", op: "more-than", value: 80 }] })).toBe(29);
    expect(await count({ all: [earns, { of: "Spending_Score", op: "more-than", value: 60 }] })).toBe(38);
  });

  test("with a byte order mark, semicolons and days first", async () => {
    const { count, snapshot } = await imported("marketing-campaign.semicolon-bom.csv");
    expect(snapshot.customers).toBe(2240);
    expect(await count({ all: [{ of: "Response", op: "yes" }] })).toBe(334);
    expect(await count({ all: [{ of: "Income", op: "empty" }] })).toBe(24);
    const phd = { of: "Education", op: "any-of", values: ["PhD"] };
    expect(await count({ all: [phd, { of: "MntWines", op: "more-than", value: 500 }] })).toBe(173);
    expect(await count({ all: [{ of: "Dt_Customer", op: "between", value: "2013-01-01", to: "2013-12-31" }] })).toBe(
      1189,
    );
    const none = (of: string): Told => ({ of, op: "is", value: 0 });
    expect(await count({ all: [{ of: "Recency", op: "at-most", value: 30 }, none("Kidhome"), none("Teenhome")] })).toBe(
      214,
    );
    const odd = { of: "Marital_Status", op: "any-of", values: ["YOLO", "Absurd", "Alone"] };
    expect(await count({ all: [odd] })).toBe(7);
  });

  test("with months first", async () => {
    const { count, snapshot } = await imported("supermarket-sales.csv");
    expect(snapshot.customers).toBe(1000);
    expect(await count({ all: [{ of: "Customer type", op: "any-of", values: ["Member"] }] })).toBe(501);
    expect(await count({ all: [{ of: "Total", op: "more-than", value: 500 }] })).toBe(227);
    const branch = { of: "Branch", op: "any-of", values: ["C"] };
    expect(await count({ all: [branch, { of: "Gender", op: "any-of", values: ["Female"] }] })).toBe(178);
    expect(await count({ all: [{ of: "Date", op: "between", value: "2019-03-01", to: "2019-03-31" }] })).toBe(345);
    const wallet = { of: "Payment", op: "any-of", values: ["Ewallet"] };
    expect(await count({ all: [wallet, { of: "Rating", op: "at-least", value: 8 }] })).toBe(108);
  });

  test("with a blank for a missing number", async () => {
    const { count, snapshot } = await imported("telco-customer-churn.csv");
    expect(snapshot.customers).toBe(7043);
    expect(await count({ all: [{ of: "Churn", op: "yes" }] })).toBe(1869);
    const monthly = { of: "Contract", op: "any-of", values: ["Month-to-month"] };
    expect(await count({ all: [monthly, { of: "tenure", op: "less-than", value: 12 }] })).toBe(1908);
    const fiber = { of: "InternetService", op: "any-of", values: ["Fiber optic"] };
    expect(await count({ all: [fiber, { of: "Churn", op: "yes" }] })).toBe(1297);
    const automatic = { of: "PaymentMethod", op: "contains", value: "automatic" };
    expect(await count({ all: [{ of: "MonthlyCharges", op: "at-least", value: 70 }, automatic] })).toBe(1625);
    expect(await count({ all: [{ of: "TotalCharges", op: "empty" }] })).toBe(11);
    const alone = {
      both: [
        { of: "Partner", op: "no" },
        { of: "Dependents", op: "no" },
      ],
    };
    expect(await count({ any: [{ of: "SeniorCitizen", op: "yes" }, alone] })).toBe(3861);
  });

  test("of orders, packed, with ids as decimals and cancelled invoices", async () => {
    const { count, snapshot, report, catalog } = await imported("online-retail.csv.gz");
    expect(report.rows).toBe(541_909);
    expect(report.refused).toEqual([{ reason: "Lines without a customer.", count: 135_080 }]);
    expect(snapshot.customers).toBe(4372);
    expect(snapshot.events).toBe(541_909 - 135_080);
    const orders = (op: string, value: number): Told => ({ of: "Orders", op, value });
    expect(await count({ all: [orders("at-least", 1)] })).toBe(4339);
    expect(await count({ all: [orders("is", 1)] })).toBe(1494);
    expect(await count({ all: [orders("at-least", 10)] })).toBe(391);
    expect(await count({ all: [{ of: "Total amount", op: "more-than", value: 5000 }] })).toBe(275);
    expect(await count({ all: [{ of: "Last order", op: "before", value: "2011-09-01" }] })).toBe(1365);
    // The same of the events themselves.
    const bought: EventNode = {
      ...{ k: "events", event: "purchase", aggregate: "orders", of: null, op: "at-least", value: 10 },
      ...{ window: null, where: [] },
    };
    expect(await count({ all: [bought] })).toBe(391);
    expect(catalog.events?.names.map(({ value }) => value)).toEqual(["purchase", "cancellation"]);
  }, 60_000);
});
