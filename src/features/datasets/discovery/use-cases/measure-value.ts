import { Params } from "../../questions/compile-condition";
import { duckdbDialect } from "../../questions/dialect";
import { type Asker, ask } from "../../questions/rule-question";
import { daysAgoSql } from "../days-ago-sql";
import type { ValueAnswer, ValueInput } from "../discovery-contract";
import { cutsFrom, type ValueCuts, type ValueTraits, valueGates } from "../value-rules";
import { askerOf, choiceOf, chosenTrait, type Ground } from "./look-at-data";

/** Customers by when, how often and for how much they ordered. */
export async function measureValue(
  ground: Ground,
  input: Pick<ValueInput, "recency" | "orders" | "money">,
  signal: AbortSignal | undefined,
): Promise<ValueAnswer> {
  const roles = {
    recency: choiceOf("recency", ground, input.recency),
    orders: choiceOf("orders", ground, input.orders),
    money: choiceOf("money", ground, input.money),
  };
  const [recency, orders, money] = [roles.recency, roles.orders, roles.money].map(chosenTrait);
  const unit = ground.traits.find(({ id }) => id === money?.id)?.unit;
  const currency = typeof unit === "object" ? unit.currency : null;
  if (!recency || !orders || !money) return { data: ground.data, roles, currency, found: null };
  const found = await scoreBuyers(ground, { recency, orders, money }, await askerOf(ground, signal));
  return { data: ground.data, roles, currency, found };
}

async function scoreBuyers(
  { snapshot, data }: Ground,
  traits: ValueTraits,
  asker: Asker,
): Promise<ValueAnswer["found"]> {
  const buyers = (params: Params) => {
    const days = daysAgoSql(traits.recency, () => params.add("day", data.asOf));
    const [orders, money] = [traits.orders, traits.money].map(({ id }) => duckdbDialect.column("c", id));
    return `SELECT ${days} AS days, ${orders} AS orders, ${money} AS money
            FROM {customers} c WHERE ${days} >= 0 AND ${orders} >= 1`;
  };
  const params = new Params(duckdbDialect);
  const fifths = "[0.2, 0.4, 0.6, 0.8]";
  const [facts] = await ask(
    asker,
    `SELECT count(*) AS buyers, min(days) AS newest, max(days) AS oldest, max(orders) AS most, sum(money) AS spent,
            quantile_disc(days, ${fifths}) AS recency, quantile_disc(orders, ${fifths}) AS orders,
            quantile_disc(money, ${fifths}) AS money
     FROM (${buyers(params)})`,
    params,
  );
  if (!facts || facts.buyers === 0 || !Array.isArray(facts.money)) return null;
  const { cuts, isOrdersFallback } = cutsFrom({
    recency: numbers(facts.recency),
    orders: numbers(facts.orders),
    money: numbers(facts.money),
  });
  const first = snapshot.catalog.events?.first?.slice(0, 10) ?? null;
  const historyDays = Math.max(Number(facts.oldest), first === null ? 0 : daysBetween(first, data.asOf));
  return {
    ...{ traits, cuts, isOrdersFallback },
    buyers: Number(facts.buyers),
    spent: Number(facts.spent ?? 0),
    cells: await cellsOf(asker, buyers, cuts),
    gates: valueGates({
      ...{ buyers: Number(facts.buyers), historyDays },
      newestDays: Number(facts.newest),
      mostOrders: Number(facts.most),
    }),
  };
}

/** Counted by the same comparisons that the rules make, so that a group has as many as its rule. */
async function cellsOf(asker: Asker, buyers: (params: Params) => string, cuts: ValueCuts) {
  const params = new Params(duckdbDialect);
  const passed = (column: string, sign: string, values: readonly number[]) =>
    values.map((value) => `coalesce(${column} ${sign} ${params.add("number", value)}, FALSE)::INT`).join(" + ");
  const from = buyers(params);
  const rows = await ask(
    asker,
    `SELECT 5 - (${passed("days", ">", cuts.recency)}) AS recency, 1 + ${passed("orders", ">", cuts.orders)} AS orders,
            1 + ${passed("money", ">=", cuts.money)} AS money, count(*) AS customers, coalesce(sum(money), 0) AS spent
     FROM (SELECT * FROM (${from}) b) GROUP BY ALL ORDER BY ALL`,
    params,
  );
  return rows.map((row) => ({
    recency: Number(row.recency),
    orders: Number(row.orders),
    money: Number(row.money),
    customers: Number(row.customers),
    spent: Number(row.spent),
  }));
}

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}
