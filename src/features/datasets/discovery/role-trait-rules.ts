// Which traits say when somebody last ordered, how often and for how much: guessed from their names, changed by people.
import type { Trait, TraitType } from "../catalog-rules";

/** A trait as conditions name it. */
export interface TraitName {
  readonly id: string;
  readonly label: string;
  readonly type: TraitType;
}

export const TRAIT_ROLES = {
  recency: { label: "Last order", types: ["number", "date", "time"] },
  orders: { label: "Number of orders", types: ["number"] },
  money: { label: "Money spent", types: ["number"] },
  discount: { label: "Share of orders at a reduced price", types: ["number"] },
  cart: { label: "Last basket", types: ["number", "date", "time"] },
} as const satisfies Record<string, { readonly label: string; readonly types: readonly TraitType[] }>;
export type TraitRole = keyof typeof TRAIT_ROLES;

/** A trait that somebody could be looking for, likeliest first; 0 is none that one would guess. */
const SIGNS: Record<TraitRole, readonly (readonly [RegExp, number])[]> = {
  recency: [
    [/days? since (the )?last (order|purchase|event)|since_last/, 6],
    [/\blast (order|purchase|bought|invoice)|last_(order|purchase|seen)|(orders?|events?)_last\b/, 5],
    [/\brecency\b/, 5],
    [/days? since|days_since/, 3],
    [/\blast\b|_last\b|last_/, 1],
  ],
  orders: [
    [/^(orders|orders_count|order_count|number_of_orders|orders_number|purchases|total_orders|frequency)\b/, 6],
    [/\b(number of|count of|total) (orders|purchases|invoices)\b/, 5],
    [/\b(orders|purchases|invoices)\b/, 2],
    [/\bevents_count\b/, 1],
  ],
  money: [
    [/\b(orders_sum|events_sum|amount_sum|total_spent|money_spent|spent_total|lifetime_value|ltv|monetary)\b/, 6],
    [/\b(total|sum of|sum)\b.*\b(spent|spend|amount|revenue|sales|price)\b/, 5],
    [/\b(spent|spending|spend|revenue|turnover|sales|total ?charges)\b/, 4],
    [/\b(amount|total)\b/, 2],
  ],
  discount: [
    [/(discount|coupon|voucher|deal|promo|sale)\w*[ _]*(share|rate|ratio|percent)/, 6],
    [/(share|rate|ratio|percent)\w*.*(discount|coupon|voucher|deal|promo|reduced)/, 6],
  ],
  cart: [
    [/last.*(cart|basket)/, 6],
    [/(cart|basket).*(last|date|at|since)/, 5],
  ],
};
/** Of a stretch of time only, or an average: not what is meant. */
const PARTIAL =
  /\d+[ _]?d(ays?)?\b|_(30|90|365)\b|\b(mean|average|avg|share|max|min|first|median)\b|_(mean|avg|share|first)\b/;

/** Traits that can play the role, likeliest first; personal ones can't. */
export function traitsFor(role: TraitRole, traits: readonly Trait[]): readonly Trait[] {
  const types: readonly TraitType[] = TRAIT_ROLES[role].types;
  return traits
    .filter(({ type, isPersonal }) => types.includes(type) && !isPersonal)
    .map((trait) => ({ trait, points: pointsOf(role, trait) }))
    .sort((a, b) => b.points - a.points)
    .map(({ trait }) => trait);
}

/** The trait that one would guess; null where none looks like it. */
export function guessTrait(role: TraitRole, traits: readonly Trait[]): Trait | null {
  const [best] = traitsFor(role, traits);
  return best && pointsOf(role, best) > 0 ? best : null;
}

function pointsOf(role: TraitRole, { id, label, origin }: Trait): number {
  const names = [id, label.toLowerCase()];
  const points = Math.max(
    0,
    ...SIGNS[role].filter(([sign]) => names.some((name) => sign.test(name))).map(([, worth]) => worth),
  );
  if (points === 0) return 0;
  const isPartial = role !== "discount" && names.some((name) => PARTIAL.test(name.replace(/days?[ _]since/, "")));
  return Math.max(0, points + (origin === "computed" ? 1 : 0) - (isPartial ? 5 : 0));
}

export function nameOf({ id, label, type }: Trait): TraitName {
  return { id, label, type };
}
