import { expect, it } from "vitest";
import type { DatasetSummary } from "../dataset-contract";
import { choiceBlock, chosenDataset, dayHint } from "./dataset-choice-rules";

const NEW = { into: null, name: " Loyalty ", purpose: " Campaigns ", retentionDays: 730 };

it("asks a new dataset for its name and purpose, and a dataset that is there for nothing", () => {
  expect(choiceBlock(NEW)).toBeNull();
  expect(choiceBlock({ ...NEW, name: " " })).toMatch(/name/);
  expect(choiceBlock({ ...NEW, purpose: "" })).toMatch(/used for/);
  expect(choiceBlock({ into: "id", name: "", purpose: "", retentionDays: null })).toBeNull();
  expect(chosenDataset(NEW)).toEqual({ name: "Loyalty", purpose: "Campaigns", retentionDays: 730 });
  expect(chosenDataset({ ...NEW, into: "id" })).toEqual({ id: "id" });
});

it("wonders at a day that isn’t later than the newest snapshot’s", () => {
  const dataset = { newest: { asOf: "2026-11-01" } } as DatasetSummary;
  expect(dayHint("2026-11-02", dataset)).toBeNull();
  expect(dayHint("2026-11-01", dataset)).toMatch(/same day/);
  expect(dayHint("2026-10-01", dataset)).toMatch(/1 Nov/);
  expect(dayHint("2020-01-01", undefined)).toBeNull();
});
