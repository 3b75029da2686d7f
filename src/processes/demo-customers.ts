// The demo's customers: an export of loyalty cards as a shop's till would write it, the same at every start.
import { addDays, addMonths } from "@/features/datasets/rules/window-rules";

const CITIES = ["Leeds", "Bradford", "Wakefield", "York", "Halifax", "Huddersfield", "Sheffield"] as const;
const CATEGORIES = ["Doors", "Flooring", "Paint", "Garden", "Lighting", "Tools", "Storage"] as const;
const HEADER =
  "Card number,E-mail,City,Age,Children,Owns home,Account,Joined,Last order,Orders,Spent £,Weekend share,Voucher share,Top category,Pays with";
/** Of the first export; with each later one a hundred more have a card: 8,000 in the last of four. */
const AT_FIRST = 7_700;
const JOIN_EACH_MONTH = 100;
/** How many of those who rebuild at weekends moved to Leeds by each export; that is all that changes. */
const MOVED_TO_LEEDS = [0.05, 0.1, 0.16, 0.52] as const;
export const DEMO_EXPORTS = MOVED_TO_LEEDS.length;
/** Who shopped differently this month than the month before; on the whole it comes to the same. */
const CHANGES_EACH_MONTH = 0.09;

/** Numbers from 0 to 1 that look like chance and never change (mulberry32 by Tommy Ettinger, public domain). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * CSV of all cards as of a day. `month` counts exports: with each, a hundred people join, some of all shop more or less than
 * before, and of those who rebuild at weekends more live in Leeds: most of them by the last.
 */
export function demoCustomers(asOf: string, month: number): string {
  const lines = [HEADER];
  for (let card = 0; card < AT_FIRST + month * JOIN_EACH_MONTH; card += 1) lines.push(lineOf(card, asOf, month));
  return `${lines.join("\n")}\n`;
}

interface Shopper {
  readonly isTrade: boolean;
  readonly isRebuilder: boolean;
  readonly isSaver: boolean;
}

function lineOf(card: number, asOf: string, month: number): string {
  const next = chance(card * 7_919 + 17);
  const pick = <T>(list: readonly T[], skew = 1) => list[Math.floor(next() ** skew * list.length)] ?? list[0];
  const isTrade = next() < 0.06;
  const isRebuilder = !isTrade && next() < 0.16;
  const isSaver = !isTrade && !isRebuilder && next() < 0.11;
  const ownsHome = isRebuilder || next() < 0.52;
  const age = Math.round(isRebuilder ? 28 + next() * 22 : 20 + next() * 58);
  const children = Math.min(4, Math.floor(next() * (isRebuilder ? 3.4 : 2.1)));
  const movesIn = isRebuilder && next() < (MOVED_TO_LEEDS[month] ?? 0);
  const city = pick(CITIES, 1.3);
  const category = isRebuilder ? pick(CATEGORIES.slice(0, 3)) : pick(CATEGORIES);
  const knowsAge = next() < 0.93;
  const pays = pick(["Card", "App", "Cash"], isRebuilder ? 0.8 : 1.4);
  const started = addDays(addMonths(asOf, -month), -Math.floor(next() * 2_400));
  const newest = AT_FIRST + (month - 1) * JOIN_EACH_MONTH;
  const joinedOn = next();
  // A card that came with an export joined in the month before it, whichever export is looked at.
  const joinedMonth = card < AT_FIRST ? null : Math.floor((card - AT_FIRST) / JOIN_EACH_MONTH) + 1;
  const joined =
    joinedMonth === null ? started : addDays(addMonths(asOf, joinedMonth - month), -1 - Math.floor(joinedOn * 25));
  const shopping = shoppingOf(
    { isTrade, isRebuilder, isSaver },
    chance(card * 104_729 + 31 * monthChanged(card, month)),
  );
  const isNew = month > 0 && card >= newest;
  const lastOrder = shopping.orders === 0 ? "" : addDays(asOf, -Math.floor(next() ** 2 * (isNew ? 25 : 330)));
  return [
    `A${String(card + 10_000)}`,
    `card${card + 10_000}@example.org`,
    movesIn ? "Leeds" : city,
    knowsAge ? age : "",
    children,
    ownsHome ? "yes" : "no",
    isTrade ? "Trade" : "Private",
    joined,
    lastOrder,
    shopping.orders,
    shopping.spent.toFixed(2),
    shopping.orders === 0 ? "" : shopping.weekend.toFixed(2),
    shopping.orders === 0 ? "" : shopping.voucher.toFixed(2),
    shopping.orders === 0 ? "" : category,
    pays,
  ].join(",");
}

/** The last month up to this one in which the card's shopping changed; 0 for never. */
function monthChanged(card: number, month: number): number {
  const next = chance(card * 1_299_709 + 5);
  let last = 0;
  for (let each = 1; each <= month; each += 1) if (next() < CHANGES_EACH_MONTH) last = each;
  return last;
}

function shoppingOf({ isTrade, isRebuilder, isSaver }: Shopper, next: () => number) {
  const orders = isTrade
    ? 20 + Math.floor(next() * 70)
    : isRebuilder
      ? 2 + Math.floor(next() * 5)
      : Math.floor(next() ** 2 * 11);
  const basket = isTrade ? 61 : isRebuilder ? 94 : 48;
  const spent = orders * basket * (0.6 + next() * 0.8);
  const weekend = isTrade ? next() * 0.1 : isRebuilder ? 0.55 + next() * 0.45 : next() * 0.6;
  const voucher = isTrade ? 0 : isSaver ? 0.7 + next() * 0.3 : next() ** 2 * 0.65;
  return { orders, spent, weekend, voucher };
}
