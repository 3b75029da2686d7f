import { expect, test } from "vitest";
import { LISTED, listValues, mayHaveMore } from "./found-values-rules";

const top = [
  { value: "Lyon", count: 900 },
  { value: "Graz", count: 500 },
];

test("what is known stays where it is when the data answer, and what they found comes behind it, with counts", () => {
  const known = ["Lyngby", "Lyon", "Graz"];
  expect(listValues(known, top, [], "ly").listed).toEqual(["Lyngby", "Lyon"]);
  const found = [
    { value: "Lyon", count: 900 },
    { value: "Lyss", count: 12 },
    { value: "Lyngby", count: 3 },
  ];
  const { listed, counts, isMore } = listValues(known, top, found, "ly");
  expect(listed).toEqual(["Lyngby", "Lyon", "Lyss"]);
  expect(listed.map((value) => counts.get(value))).toEqual([3, 900, 12]);
  expect(isMore).toBe(false);
});

test("an answer to an earlier text shows only what fits the text of now, and nothing when there is none", () => {
  const found = [
    { value: "Málaga", count: 4 },
    { value: "Malmö", count: 3 },
  ];
  expect(listValues([], top, found, "malm").listed).toEqual(["Malmö"]);
  expect(listValues([], top, found, "malag").listed).toEqual(["Málaga"]);
  expect(listValues(["Lyon", "Graz"], top, found, "").listed).toEqual(["Lyon", "Graz"]);
});

test("no more are listed than one can look through", () => {
  const many = Array.from({ length: LISTED + 20 }, (_, place) => `v${place}`);
  expect(listValues(many.slice(0, LISTED), [], [], "")).toMatchObject({ isMore: false });
  const { listed, isMore } = listValues(
    many.slice(0, 60),
    [],
    many.map((value) => ({ value, count: 1 })),
    "v",
  );
  expect([listed.length, isMore, listed[0], listed.at(-1)]).toEqual([LISTED, true, "v0", "v99"]);
});

test("the data are searched unless the catalog names every value", () => {
  expect(mayHaveMore(top, 2)).toBe(false);
  expect(mayHaveMore(top, 3)).toBe(true);
  // Of several words it isn't counted how many there are, and personal values aren't named.
  expect(mayHaveMore(top, 0)).toBe(true);
  expect(mayHaveMore([], 1)).toBe(true);
});
