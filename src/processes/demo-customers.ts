// The demo's customers: an export of loyalty cards as a shop's till would write it, the same at every start.
import { addDays } from "@/features/datasets/rules/window-rules";

const CITIES = ["Leeds", "Bradford", "Wakefield", "York", "Halifax", "Huddersfield", "Sheffield"] as const;
const CATEGORIES = ["Doors", "Flooring", "Paint", "Garden", "Lighting", "Tools", "Storage"] as const;
const HEADER =
  "Card number,E-mail,City,Age,Children,Owns home,Account,Joined,Last order,Orders,Spent £,Weekend share,Top category,Pays with";
const HOW_MANY = 6_000;

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
 * CSV of all cards as of a day. `month` counts exports: with each, a hundred people join, and of those who rebuild at
 * weekends more and more live in Leeds.
 */
export function demoCustomers(asOf: string, month: number): string {
  const lines = [HEADER];
  for (let card = 0; card < HOW_MANY + month * 100; card += 1) lines.push(lineOf(card, asOf, month));
  return `${lines.join("\n")}\n`;
}

function lineOf(card: number, asOf: string, month: number): string {
  const next = chance(card * 7_919 + 17);
  const pick = <T>(list: readonly T[], skew = 1) => list[Math.floor(next() ** skew * list.length)] ?? list[0];
  const isTrade = next() < 0.06;
  const isRebuilder = !isTrade && next() < 0.16;
  const ownsHome = isRebuilder || next() < 0.52;
  const age = Math.round(isRebuilder ? 28 + next() * 22 : 20 + next() * 58);
  const children = Math.min(4, Math.floor(next() * (isRebuilder ? 3.4 : 2.1)));
  const orders = isTrade
    ? 20 + Math.floor(next() * 70)
    : isRebuilder
      ? 2 + Math.floor(next() * 5)
      : Math.floor(next() ** 2 * 9);
  const basket = isTrade ? 61 : isRebuilder ? 140 : 48;
  const spent = orders * basket * (0.6 + next() * 0.8);
  const weekend = isTrade ? next() * 0.1 : isRebuilder ? 0.55 + next() * 0.45 : next() * 0.6;
  const movesIn = isRebuilder && next() < 0.05 + 0.5 * month;
  const city = movesIn ? "Leeds" : pick(CITIES, 1.3);
  const category = isRebuilder ? pick(CATEGORIES.slice(0, 3)) : pick(CATEGORIES);
  const joined = addDays("2026-09-01", -Math.floor(next() * 2_400));
  const lastOrder = orders === 0 ? "" : addDays(asOf, -Math.floor(next() ** 2 * 330));
  const knowsAge = next() < 0.93;
  return [
    `A${String(card + 10_000)}`,
    `card${card + 10_000}@example.org`,
    city,
    knowsAge ? age : "",
    children,
    ownsHome ? "yes" : "no",
    isTrade ? "Trade" : "Private",
    card >= HOW_MANY ? addDays(asOf, -Math.floor(next() * 25)) : joined,
    lastOrder,
    orders,
    spent.toFixed(2),
    orders === 0 ? "" : weekend.toFixed(2),
    orders === 0 ? "" : category,
    pick(["Card", "App", "Cash"], isRebuilder ? 0.8 : 1.4),
  ].join(",");
}
