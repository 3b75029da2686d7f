import fc from "fast-check";
import { expect, it } from "vitest";
import { countedText, durationText, retentionText, shareText, sizeText, valueText } from "../value-words-rules";
import { datasetNameFor, fileProblem } from "./file-name-rules";
import { bytePaceWords, rowPaceWords, shareDone, timeLeft } from "./progress-words-rules";

it("says how far an import has come, how fast it goes and what is left", () => {
  expect(rowPaceWords({ done: 120_000, total: 541_909, milliseconds: 1_500 })).toEqual([
    "120,000 of 541,909 rows",
    "80,000 rows a second",
    "about 5 seconds left",
  ]);
  expect(rowPaceWords({ done: 5, total: null, milliseconds: 10 })).toEqual(["5 rows"]);
  expect(bytePaceWords({ done: 12_000_000, total: 48_000_000, milliseconds: 4_000 })).toEqual([
    "12 MB of 48 MB",
    "3 MB a second",
    "about 12 seconds left",
  ]);
});

it("never says more than all, nor a time that isn’t there", () => {
  const amounts = fc.nat(5_000_000);
  fc.assert(
    fc.property(amounts, fc.option(amounts), amounts, (done, total, milliseconds) => {
      const pace = { done, total, milliseconds };
      const share = shareDone(pace);
      expect(share === null || (share >= 0 && share <= 1)).toBe(true);
      const left = timeLeft(pace);
      expect(left === null || (Number.isFinite(left) && left >= 0)).toBe(true);
      expect([...rowPaceWords(pace), ...bytePaceWords(pace)].join()).not.toMatch(/NaN|Infinity|undefined/);
    }),
  );
});

it("writes sizes, shares and times as people say them", () => {
  expect([0, 1, 999, 1_000, 3_132, 7_618_444, 48_039_726, 999_600].map(sizeText)).toEqual([
    "0 bytes",
    "1 byte",
    "999 bytes",
    "1 kB",
    "3.1 kB",
    "7.6 MB",
    "48 MB",
    "1 MB",
  ]);
  expect(
    [
      [0, 5],
      [5, 5],
      [1, 3],
      [1, 30],
      [1, 5_000],
      [999_999, 1_000_000],
      [1, 0],
    ].map(([a = 0, b = 0]) => shareText(a, b)),
  ).toEqual(["0%", "100%", "33%", "3.3%", "<0.1%", "99%", "0%"]);
  expect([20, 61_000, 3_600_000, 4_800_000].map(durationText)).toEqual([
    "1 second",
    "1 minute",
    "1 hour",
    "1 hour 20 minutes",
  ]);
  expect([null, 90, 365, 730].map(retentionText)).toEqual([
    "Until somebody deletes it",
    "90 days",
    "1 year",
    "2 years",
  ]);
  expect(countedText(1, "customer")).toBe("1 customer");
  expect(valueText({ type: "number", unit: { currency: "EUR" } }, 1234.5)).toBe("€1,235");
  expect(valueText({ type: "number", unit: "share" }, 0.256)).toBe("25.6%");
  expect(valueText({ type: "number", unit: "plain" }, 1978)).toBe("1978");
  expect(valueText({ type: "date", unit: "plain" }, "2011-12-09")).toBe("9 Dec 2011");
});

it("names a dataset after its file, and refuses what is no table before it is sent", () => {
  expect(
    ["marketing-campaign.semicolon-bom.csv", "online_retail.csv.gz", "Export (3).xlsx", ".csv"].map(datasetNameFor),
  ).toEqual(["Marketing campaign", "Online retail", "Export", "Csv"]);
  expect(fileProblem({ name: "a.csv", size: 10 })).toBeNull();
  expect(fileProblem({ name: "a.csv", size: 0 })).toMatch(/empty/);
  expect(fileProblem({ name: "a.pdf", size: 10 })).toMatch(/no table/);
  expect(fileProblem({ name: "a.csv", size: 2_100_000_000 })).toMatch(/2.1 GB; an import takes up to 2 GB/);
});
