// Customers by value: when they last ordered, how often, for how much. Scores of 1 to 5 come from cut values that are kept
// with the answer, so that each score, group and cell is a rule of plain numbers; groups after Bloomreach and churned.io.
import type { RuleNode, RuleRow } from "../rules/rule-rules";
import { boxOf, daysAgo, plainNumber, rowOf, traitNode } from "./draft-row-rules";
import type { TraitName } from "./role-trait-rules";

export interface ValueTraits {
  readonly recency: TraitName;
  readonly orders: TraitName;
  readonly money: TraitName;
}

/** Four ascending values for each: a score says how many of them somebody has left behind. */
export interface ValueCuts {
  /** Days: 5 is up to the first. */
  readonly recency: readonly number[];
  /** Orders: 1 is up to the first. */
  readonly orders: readonly number[];
  /** Money: 1 is below the first. */
  readonly money: readonly number[];
}

/** Where most buy once, fifths can't be told apart. */
const FALLBACK_ORDERS = [1, 2, 4, 9];

/** From the values at 20, 40, 60 and 80 % of the buyers. Money is rounded, so that the rules read well. */
export function cutsFrom(fifths: ValueCuts): { readonly cuts: ValueCuts; readonly isOrdersFallback: boolean } {
  const isOrdersFallback = new Set(fifths.orders).size < 4;
  return {
    isOrdersFallback,
    cuts: {
      recency: fifths.recency.map((days) => Math.max(1, Math.ceil(days))),
      orders: isOrdersFallback ? FALLBACK_ORDERS : fifths.orders,
      money: fifths.money.map((amount) => plainNumber(amount)),
    },
  };
}

/** From 1 to 5, both ends. */
export type Scores = readonly [least: number, most: number];

export interface ValueGroup {
  readonly key: string;
  readonly name: string;
  readonly summary: string;
  readonly recency: Scores;
  readonly orders: Scores;
  readonly money: Scores;
  /** Who is in that group is not in this one. */
  readonly except?: "champions";
}

const ANY: Scores = [1, 5];

/** The first one that fits counts. Who bought once, neither lately nor long ago, is in none. */
export const VALUE_GROUPS: readonly ValueGroup[] = [
  {
    ...{ key: "champions", name: "Champions", recency: [4, 5], orders: [4, 5], money: [4, 5] },
    summary: "Bought lately, buy often and spend the most. Whatever you do, don’t lose them.",
  },
  {
    ...{ key: "loyal", name: "Loyal customers", recency: [3, 5], orders: [4, 5], money: ANY, except: "champions" },
    summary: "Come back again and again, with smaller baskets or a little longer ago than the best.",
  },
  {
    ...{ key: "potential", name: "Could become loyal", recency: [4, 5], orders: [2, 3], money: ANY },
    summary: "Bought lately and more than once. The next orders decide whether it becomes a habit.",
  },
  {
    ...{ key: "new", name: "New customers", recency: [4, 5], orders: [1, 1], money: ANY },
    summary: "Bought lately for the first time. What happens around this order decides about the second.",
  },
  {
    ...{ key: "attention", name: "Need attention", recency: [3, 3], orders: [2, 3], money: ANY },
    summary: "Bought a few times, and have been quiet for a while.",
  },
  {
    ...{ key: "at-risk", name: "At risk", recency: [1, 2], orders: [3, 5], money: ANY },
    summary: "Used to order often and have stopped. Find out why before they are gone.",
  },
  {
    ...{ key: "hibernating", name: "Hibernating", recency: [1, 2], orders: [1, 2], money: ANY },
    summary: "Bought once or twice, long ago. Cheap to try, not worth much effort.",
  },
];

const holds = ([least, most]: Scores, score: number) => score >= least && score <= most;

/** The group of somebody with these scores. */
export function groupOf(recency: number, orders: number, money: number): ValueGroup | undefined {
  return VALUE_GROUPS.find(
    (group) => holds(group.recency, recency) && holds(group.orders, orders) && holds(group.money, money),
  );
}

interface RuleGround {
  readonly traits: ValueTraits;
  readonly cuts: ValueCuts;
  /** Day of the snapshot, ISO. */
  readonly asOf: string;
}

/** The group as a rule of plain numbers. */
export function groupRows(group: ValueGroup, ground: RuleGround): readonly RuleRow[] {
  const rows = nodesOf(group, ground).map((node) => rowOf(node));
  const other = VALUE_GROUPS.find(({ key }) => key === group.except);
  if (!other) return rows;
  // How often they order is no difference between the two.
  return [...rows, ...boxOf("all", "exclude", nodesOf({ ...other, orders: ANY }, ground))];
}

/** One cell of the map as a rule. */
export function cellRows(recency: number, orders: number, ground: RuleGround): readonly RuleRow[] {
  const scores = { recency: [recency, recency], orders: [orders, orders], money: ANY } as const;
  return nodesOf(scores, ground).map((node) => rowOf(node));
}

function nodesOf(
  { recency, orders, money }: Pick<ValueGroup, "recency" | "orders" | "money">,
  { traits, cuts, asOf }: RuleGround,
): readonly RuleNode[] {
  return [
    ...daysAgo(traits.recency, daysOf(recency, cuts), asOf),
    ...(orders === ANY ? [] : orderNodes(traits.orders, ordersOf(orders, cuts))),
    ...moneyNodes(traits.money, money, cuts),
  ];
}

/** Days ago that the scores stand for. */
export function daysOf([least, most]: Scores, { recency }: ValueCuts) {
  return {
    more: most === 5 ? null : (recency[4 - most] ?? null),
    most: least === 1 ? null : (recency[5 - least] ?? null),
  };
}

/** Orders that the scores stand for, both ends; nobody with none is a buyer. */
export function ordersOf([least, most]: Scores, { orders }: ValueCuts) {
  return {
    least: least === 1 ? 1 : Number(orders[least - 2]) + 1,
    most: most === 5 ? null : (orders[most - 1] ?? null),
  };
}

function orderNodes(trait: TraitName, { least, most }: ReturnType<typeof ordersOf>): readonly RuleNode[] {
  if (most === null) return [traitNode(trait, { op: "at-least", value: least })];
  if (least >= most) return [traitNode(trait, { op: "is", value: most })];
  return [traitNode(trait, { op: "between", value: least, to: most })];
}

function moneyNodes(trait: TraitName, [least, most]: Scores, { money }: ValueCuts): readonly RuleNode[] {
  return [
    ...(least === 1 ? [] : [traitNode(trait, { op: "at-least", value: Number(money[least - 2]) })]),
    ...(most === 5 ? [] : [traitNode(trait, { op: "less-than", value: Number(money[most - 1]) })]),
  ];
}

export interface ValueFacts {
  readonly buyers: number;
  /** Days since the first order that is known, and since the newest. */
  readonly historyDays: number;
  readonly newestDays: number;
  readonly mostOrders: number;
}

/** What the data must hold for the scores to mean something, after Klaviyo; each as a sentence that is true either way. */
export function valueGates(facts: ValueFacts): readonly { readonly isMet: boolean; readonly sentence: string }[] {
  const count = (n: number) => Math.round(n).toLocaleString("en");
  return [
    {
      isMet: facts.buyers >= 500,
      sentence: `${count(facts.buyers)} customers have ordered; with fewer than 500 the fifths are small.`,
    },
    {
      isMet: facts.historyDays >= 180,
      sentence: `Orders go back ${count(facts.historyDays)} days; it takes 180 to see who comes back.`,
    },
    {
      isMet: facts.newestDays <= 30,
      sentence: `The newest order is ${count(facts.newestDays)} days older than the data; after more than 30 nobody has bought lately.`,
    },
    {
      isMet: facts.mostOrders >= 3,
      sentence: `The most frequent buyer has ${count(facts.mostOrders)} orders; it takes 3 to tell a habit.`,
    },
  ];
}
