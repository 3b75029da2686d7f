// Questions about customers, none of them twice: what was answered before is known, and would be no measurement.
import type { DuckDBConnection } from "@duckdb/node-api";
import { Params } from "@/features/datasets/questions/compile-condition";
import { compileRule } from "@/features/datasets/questions/compile-rule";
import { duckdbDialect } from "@/features/datasets/questions/dialect";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import type { Rule, RuleRow, TraitNode } from "@/features/datasets/rules/rule-rules";
import { bind } from "@/server/duckdb/plain-rows";
import { type Connection, getRequest } from "./connection";
import { AS_OF, type Customers } from "./data-customers";

const row = (node: Omit<TraitNode, "k" | "label">): RuleRow => ({
  ...{ id: crypto.randomUUID(), within: "include", node: { k: "trait", label: node.trait, ...node } },
});

let turn = 0;

/** Five conditions: two lists, a range, a threshold, a day. About one in forty fits. */
export function fiveConditions(): readonly RuleRow[] {
  turn += 1;
  return [
    row({ trait: "country", type: "text", op: "any-of", values: ["DE", "US", "FR"] }),
    row({ trait: "plan", type: "text", op: "any-of", values: ["plus", "pro"] }),
    row({ trait: "spent", type: "number", op: "between", value: 20 + turn / 1_000, to: 400 }),
    row({ trait: "orders", type: "number", op: "at-least", value: 2 }),
    row({ trait: "joined", type: "date", op: "after", value: "2024-11-01" }),
  ];
}

export function ruleOf(rows: readonly RuleRow[]): Rule {
  return assembleRule({ match: "all", rows, pins: [] }).rule;
}

/** A question of the rule as a browser sends it. */
export function questionRequest(
  host: string,
  cookie: string,
  name: string,
  of: Customers & { readonly documentId: string },
  rows: readonly RuleRow[],
) {
  const { workspaceId, datasetId, documentId } = of;
  const input = { 0: { workspaceId, documentId, datasetId, snapshotId: null, match: "all", rows, pins: [] } };
  const query = new URLSearchParams({ batch: "1", input: JSON.stringify(input) });
  return getRequest(host, `/api/trpc/segments.${name}?${query}`, cookie);
}

export async function answered(connection: Connection, request: Buffer): Promise<void> {
  const { status, body } = await connection.ask(request);
  if (status !== 200) throw new Error(`The server answered ${status}: ${body}`);
}

/** The same statement as the product's, asked of DuckDB by itself. */
export async function bareCount(connection: DuckDBConnection, rows: readonly RuleRow[]): Promise<void> {
  const params = new Params(duckdbDialect);
  const condition = compileRule(ruleOf(rows), params, {
    ...{ dialect: duckdbDialect, asOf: AS_OF, cutOf: () => null, segmentRule: () => null, orderColumn: null },
  });
  const { values, types } = bind(params.list);
  await connection.runAndReadAll(`SELECT count(*) AS n FROM data.customers c WHERE ${condition}`, values, types);
}
