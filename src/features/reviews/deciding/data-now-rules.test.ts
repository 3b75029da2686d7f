import { expect, it } from "vitest";
import type { TraitPicture } from "@/features/datasets/measures/profile-rules";
import { figuresNow } from "./data-now-rules";

const TYPICAL = { p10: 1, p25: 2, p75: 6, p90: 8 };
const CITY: TraitPicture = {
  ...({ id: "city", label: "City", type: "text", group: "geographic", unit: "plain" } as const),
  ...{ bins: { kind: "values", values: ["Leeds", "York"] }, members: [31, 60, 9, 0], base: null, typical: null },
};
const ORDERS: TraitPicture = {
  ...({ id: "orders", label: "Orders a year", type: "number", group: "behavioural", unit: "plain" } as const),
  ...{ bins: { kind: "numbers", edges: [2] }, members: [40, 60, 0], base: null, typical: { ...TYPICAL, median: 3.8 } },
};
const BEFORE = { count: 14_902, profile: { traits: [CITY, ORDERS] } };
const NOW = {
  count: 18_204,
  profile: {
    traits: [
      { ...ORDERS, typical: { ...TYPICAL, median: 4.1 } },
      { ...CITY, members: [44, 47, 9, 0] },
    ],
  },
  drift: {
    traits: [
      { id: "city", state: "major" },
      { id: "orders", state: "stable" },
    ],
    size: { isChanged: true },
  },
};

it("tells the size first, then what moved most: shares as shares, numbers by their middle", () => {
  expect(figuresNow(BEFORE, NOW, 5)).toEqual([
    { label: "Segment size", frozen: "14,902", now: "18,204", isMoved: true },
    { label: "City: Leeds", frozen: "31%", now: "44%", isMoved: true },
    { label: "Orders a year, in the middle", frozen: "3.8", now: "4.1", isMoved: false },
  ]);
  expect(figuresNow(BEFORE, NOW, 1)).toHaveLength(2);
});

it("tells the size alone where nothing was measured before, and leaves out what stayed or can't be held together", () => {
  expect(figuresNow(null, { ...NOW, drift: null }, 5)).toEqual([
    { label: "Segment size", frozen: null, now: "18,204", isMoved: false },
  ]);
  const same = { ...NOW, profile: { traits: [ORDERS, { ...CITY, members: [1] }] } };
  expect(figuresNow(BEFORE, same, 5)).toHaveLength(1);
});
