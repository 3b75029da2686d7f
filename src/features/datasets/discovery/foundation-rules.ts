// The six groups that most shops begin with, with thresholds from the data written into them as plain numbers.
import type { EventNode, RuleNode, RuleRow } from "../rules/rule-rules";
import { boxOf, daysAgo, rowOf, traitNode } from "./draft-row-rules";
import type { TraitName } from "./role-trait-rules";

export const FOUNDATIONS = {
  new: {
    name: "New customers",
    summary: "Bought for the first time lately, and are still making up their mind about you.",
  },
  repeat: { name: "Repeat customers", summary: "Come back on their own, in a rhythm that can be seen." },
  "high-spenders": {
    name: "High spenders",
    summary: "The tenth of your customers that brings most of the money, and still buys.",
  },
  lapsing: { name: "Lapsing customers", summary: "Used to order in a rhythm, and the next order is long overdue." },
  discount: { name: "Incentive lovers", summary: "Buy when there is something off, and seldom without." },
  cart: { name: "Cart abandoners", summary: "Filled a basket lately and left it." },
} as const;
export type FoundationKey = keyof typeof FOUNDATIONS;

/** What the data say, and where; null where they don't. */
export interface FoundationGround {
  readonly asOf: string;
  readonly recency: TraitName | null;
  readonly orders: TraitName | null;
  readonly money: TraitName | null;
  /** Median days between two days with orders of the same customer. */
  readonly gap: number | null;
  /** What somebody must have spent to be in the highest tenth. */
  readonly topSpend: number | null;
  readonly discount: DiscountGround | null;
  readonly cart: CartGround | null;
}

export type DiscountGround =
  /** The trait goes from 0 to `whole`. */
  | { readonly kind: "share"; readonly trait: TraitName; readonly whole: 1 | 100 }
  /** A property that an event has when something was off. */
  | { readonly kind: "events"; readonly property: TraitName; readonly aggregate: "orders" | "count" };

export type CartGround =
  | { readonly kind: "trait"; readonly trait: TraitName }
  /** Names of events: a basket, and an order. */
  | { readonly kind: "events"; readonly cart: string; readonly order: string };

export interface Foundation {
  readonly key: FoundationKey;
  /** Null where the data can't express it. */
  readonly rows: readonly RuleRow[] | null;
  /** Where the thresholds come from, or what the data lack. */
  readonly sentence: string;
}

const NO_RECENCY = "No column says when somebody last ordered.";
const NO_ORDERS = "No column says how often somebody ordered.";

export function foundationsOf(ground: FoundationGround): readonly Foundation[] {
  return [
    newOnes(ground),
    repeat(ground),
    highSpenders(ground),
    lapsing(ground),
    discountLovers(ground),
    carts(ground),
  ];
}

function newOnes({ orders, recency, asOf }: FoundationGround): Foundation {
  if (!orders || !recency) return lacking("new", orders ? NO_RECENCY : NO_ORDERS);
  return of("new", "One order, placed in the last 90 days.", [
    traitNode(orders, { op: "is", value: 1 }),
    ...daysAgo(recency, { more: null, most: 90 }, asOf),
  ]);
}

function repeat({ orders, recency, gap, asOf }: FoundationGround): Foundation {
  if (!orders || !recency) return lacking("repeat", orders ? NO_RECENCY : NO_ORDERS);
  if (gap === null) return lacking("repeat", NO_GAP);
  const days = Math.max(1, Math.round(1.5 * gap));
  return of("repeat", `${gapWords(gap)}; the last order is at most one and a half times that ago, ${days} days.`, [
    traitNode(orders, { op: "at-least", value: 2 }),
    ...daysAgo(recency, { more: null, most: days }, asOf),
  ]);
}

function highSpenders({ money, recency, topSpend, asOf }: FoundationGround): Foundation {
  if (!money || topSpend === null) return lacking("high-spenders", "No column says how much somebody spent.");
  if (!recency) return lacking("high-spenders", NO_RECENCY);
  const amount = topSpend.toLocaleString("en");
  return of("high-spenders", `The highest tenth begins at ${amount}; the last order is at most 180 days ago.`, [
    traitNode(money, { op: "at-least", value: topSpend }),
    ...daysAgo(recency, { more: null, most: 180 }, asOf),
  ]);
}

function lapsing({ orders, recency, gap, asOf }: FoundationGround): Foundation {
  if (!orders || !recency) return lacking("lapsing", orders ? NO_RECENCY : NO_ORDERS);
  if (gap === null) return lacking("lapsing", NO_GAP);
  const days = Math.max(1, Math.round(3 * gap));
  return of("lapsing", `${gapWords(gap)}; the last order is more than three times that ago, ${days} days.`, [
    traitNode(orders, { op: "at-least", value: 2 }),
    ...daysAgo(recency, { more: days, most: null }, asOf),
  ]);
}

function discountLovers({ orders, discount }: FoundationGround): Foundation {
  if (!orders) return lacking("discount", NO_ORDERS);
  const often = traitNode(orders, { op: "at-least", value: 2 });
  if (!discount) {
    return lacking(
      "discount",
      "No column says which orders had a voucher or a reduced price. Import one, or choose it.",
    );
  }
  if (discount.kind === "share") {
    const { trait, whole } = discount;
    const least = traitNode(trait, { op: "at-least", value: 0.6 * whole });
    return of("discount", "At least two orders, and something off in 60 % of them or more.", [often, least]);
  }
  const { property, aggregate } = discount;
  const reduced = { number: { op: "more-than", value: 0 }, flag: { op: "yes" } }[property.type as "number" | "flag"];
  return of("discount", "The data count no share: at least two orders that had something off.", [
    often,
    events({ aggregate, op: "at-least", value: 2, where: [traitNode(property, reduced ?? { op: "not-empty" })] }),
  ]);
}

function carts({ cart, recency, asOf }: FoundationGround): Foundation {
  if (!cart) {
    return lacking(
      "cart",
      "No column says when somebody last filled a basket, and no event does. Import one, or choose it.",
    );
  }
  if (cart.kind === "events") {
    const window = { rel: "last", n: 30, unit: "day" } as const;
    return of("cart", `“${cart.cart}” in the last 30 days, and no “${cart.order}” in them.`, [
      events({ event: cart.cart, op: "at-least", value: 1, window }),
      events({ event: cart.order, op: "at-most", value: 0, window }),
    ]);
  }
  const { trait } = cart;
  if (!recency) return lacking("cart", NO_RECENCY);
  if (recency.type !== trait.type) {
    return lacking(
      "cart",
      `“${trait.label}” and “${recency.label}” are not told in the same way, so they can’t be compared.`,
    );
  }
  // Fewer days ago is later.
  const later =
    trait.type === "number"
      ? traitNode(recency, { op: "more-than", other: trait.id, otherLabel: trait.label })
      : traitNode(trait, { op: "after", other: recency.id, otherLabel: recency.label });
  const recent = daysAgo(trait, { more: null, most: 30 }, asOf).map((node) => rowOf(node));
  return {
    key: "cart",
    rows: [...recent, ...boxOf("any", "include", [later, traitNode(recency, { op: "empty" })])],
    sentence: "A basket in the last 30 days, later than the last order.",
  };
}

const NO_GAP =
  "The data don’t tell the time between two orders. Import orders line by line, or columns with the first and the last one.";

function gapWords(gap: number): string {
  return `Between two orders lie ${gap.toLocaleString("en")} days, as a rule`;
}

function of(key: FoundationKey, sentence: string, nodes: readonly RuleNode[]): Foundation {
  return { key, sentence, rows: nodes.map((node) => rowOf(node)) };
}

function lacking(key: FoundationKey, sentence: string): Foundation {
  return { key, sentence, rows: null };
}

function events(rest: Partial<EventNode> & Pick<EventNode, "op" | "value">): EventNode {
  return { k: "events", event: null, aggregate: "count", of: null, window: null, where: [], ...rest };
}
