import { Params } from "../../questions/compile-condition";
import { duckdbDialect } from "../../questions/dialect";
import { type Asker, ask, askTogether } from "../../questions/rule-question";
import { assembleRule } from "../../rules/assemble-rule-rules";
import { daysAgoSql } from "../days-ago-sql";
import type { FoundationsAnswer, FoundationsInput } from "../discovery-contract";
import { plainNumber } from "../draft-row-rules";
import { type CartGround, type DiscountGround, type Foundation, foundationsOf } from "../foundation-rules";
import { nameOf, type TraitName } from "../role-trait-rules";
import { askerOf, choiceOf, chosenTrait, filesOf, type Ground } from "./look-at-data";

type Chosen = Pick<FoundationsInput, "recency" | "orders" | "money" | "discount" | "cart">;

/** The six groups that most shops begin with: their rules for these data, how many are in them, and in two of them. */
export async function measureFoundations(
  ground: Ground,
  input: Chosen,
  signal: AbortSignal | undefined,
): Promise<FoundationsAnswer> {
  const roles = {
    recency: choiceOf("recency", ground, input.recency),
    orders: choiceOf("orders", ground, input.orders),
    money: choiceOf("money", ground, input.money),
    discount: choiceOf("discount", ground, input.discount),
    cart: choiceOf("cart", ground, input.cart),
  };
  const { data } = ground;
  const asker = await askerOf(ground, signal);
  const [recency, orders, money] = [roles.recency, roles.orders, roles.money].map(chosenTrait);
  const known = { recency: recency ?? null, orders: orders ?? null, money: money ?? null };
  const [gap, topSpend, discount] = await Promise.all([
    usualGap(ground, asker, known),
    known.money && topTenth(asker, known.money),
    discountIn(ground, asker, chosenTrait(roles.discount)),
  ]);
  const cart = cartIn(ground, chosenTrait(roles.cart));
  const foundations = foundationsOf({ asOf: data.asOf, ...known, gap, topSpend, discount, cart });
  return { data, roles, ...(await countTogether(ground, asker, foundations)) };
}

/** Median days between two days with orders: of the events, or of first and last days and the number of orders. */
async function usualGap(
  { snapshot, traits, data }: Ground,
  asker: Asker,
  { recency, orders }: { readonly recency: TraitName | null; readonly orders: TraitName | null },
): Promise<number | null> {
  const { events } = snapshot.catalog;
  const params = new Params(duckdbDialect);
  if (events) {
    const names = orderNames(events.names.map(({ value }) => value));
    const [row] = await ask(
      asker,
      `SELECT median(gap) AS gap FROM (
         SELECT day - lag(day) OVER (PARTITION BY _row ORDER BY day) AS gap FROM (
           SELECT DISTINCT e._row, e._at::DATE AS day FROM {events} e
           WHERE e._at IS NOT NULL AND list_contains(${params.add("texts", names)}, e._name)))
       WHERE gap > 0`,
      params,
    );
    return row?.gap == null ? null : Number(row.gap);
  }
  const first = traits.find(
    ({ id, label, type }) => type !== "number" && /first/.test(`${id} ${label.toLowerCase()}`) && type !== "text",
  );
  if (!first || !recency || !orders || (first.type !== "date" && first.type !== "time")) return null;
  const asOf = () => params.add("day", data.asOf);
  const count = duckdbDialect.column("c", orders.id);
  const [row] = await ask(
    asker,
    `SELECT median((${daysAgoSql(nameOf(first), asOf)} - ${daysAgoSql(recency, asOf)}) / (${count} - 1)) AS gap
     FROM {customers} c WHERE ${count} >= 2`,
    params,
  );
  return row?.gap == null || Number(row.gap) <= 0 ? null : Math.round(Number(row.gap) * 10) / 10;
}

/** Names of events that are orders: those that sound like it, or all. */
function orderNames(names: readonly string[]): readonly string[] {
  const orders = names.filter((name) => /purchase|order|buy|bought|sale|checkout|transaction|invoice/i.test(name));
  return orders.length > 0 ? orders : names;
}

async function topTenth(asker: Asker, { id }: TraitName): Promise<number | null> {
  const column = duckdbDialect.column("c", id);
  const [row] = await ask(asker, `SELECT quantile_disc(${column}, 0.9) AS cut FROM {customers} c WHERE ${column} > 0`);
  return typeof row?.cut === "number" ? plainNumber(row.cut) : null;
}

const OFF = /discount|coupon|voucher|promo|rebate|\bdeal/i;

async function discountIn({ snapshot }: Ground, asker: Asker, trait: TraitName | null): Promise<DiscountGround | null> {
  if (trait) {
    const column = duckdbDialect.column("c", trait.id);
    const [row] = await ask(asker, `SELECT max(${column}) AS most FROM {customers} c`);
    return { kind: "share", trait, whole: Number(row?.most ?? 0) > 1 ? 100 : 1 };
  }
  const { events } = snapshot.catalog;
  const property = events?.properties.find(
    ({ id, label, type, isPersonal }) =>
      !isPersonal && (type === "number" || type === "flag" || type === "text") && OFF.test(`${id} ${label}`),
  );
  if (!events || !property) return null;
  return { kind: "events", property: nameOf(property), aggregate: events.order === null ? "count" : "orders" };
}

function cartIn({ snapshot }: Ground, trait: TraitName | null): CartGround | null {
  if (trait) return { kind: "trait", trait };
  const names = (snapshot.catalog.events?.names ?? []).map(({ value }) => value);
  const cart = names.find((name) => /cart|basket/i.test(name) && !/order|purchase/i.test(name));
  const order = names.find((name) => /purchase|order|checkout/i.test(name) && name !== cart);
  return cart === undefined || order === undefined ? null : { kind: "events", cart, order };
}

/** Counts all of them in one pass: customers by the set of groups that they are in. */
async function countTogether(ground: Ground, asker: Asker, foundations: readonly Foundation[]) {
  const { asOf, customers, catalog } = ground.snapshot;
  const rules = foundations.map(({ rows }) => rows && assembleRule({ match: "all", rows, pins: [] }).rule);
  const question = {
    rule: { match: "all", include: [], exclude: [], pins: [] },
    segments: new Map(),
    snapshot: { ...filesOf(ground), asOf, customers, catalog },
  } as const;
  const asked = rules.flatMap((rule) => (rule ? [rule] : []));
  const sets = await askTogether(asker, question, asked, (conditions) => {
    const bits = conditions.map((condition, at) => `CASE WHEN ${condition} THEN ${2 ** at} ELSE 0 END`);
    return `SELECT ${bits.length === 0 ? "0" : bits.join(" + ")} AS set, count(*) AS n
            FROM {customers} c GROUP BY 1 ORDER BY 1`;
  });
  const counted = sets.map(({ set, n }) => ({ set: Number(set), n: Number(n) }));
  const bitOf = new Map(rules.flatMap((rule, at) => (rule ? [at] : [])).map((at, bit) => [at, 2 ** bit]));
  const within = (...places: readonly number[]) =>
    counted
      .filter(({ set }) => places.every((at) => (set & (bitOf.get(at) ?? 0)) !== 0))
      .reduce((sum, { n }) => sum + n, 0);
  const places = [...bitOf.keys()];
  return {
    foundations: foundations.map(({ key, sentence, rows }, at) => ({
      ...{ key, sentence },
      found: rows && { rows, customers: within(at) },
    })),
    overlaps: places.flatMap((a) => places.filter((b) => b > a).map((b) => ({ a, b, customers: within(a, b) }))),
    nobodys: counted.find(({ set }) => set === 0)?.n ?? 0,
  };
}
