import { expect, test } from "vitest";
import { type SegmentFacts, segmentHints } from "./segment-hint-rules";
import { segmentKind } from "./segment-kind";
import type { SegmentContent } from "./segment-rules";

const EMPTY = segmentKind.empty("Rebuilders");
const need = { id: crypto.randomUUID(), text: "One trip", provenance: "assumption" as const, source: "" };
const FULL: SegmentContent = {
  ...EMPTY,
  definition: "Owns a home",
  claims: { ...EMPTY.claims, needs: [need] },
};
const persona = (id: string, kind: string, share: number | null = null) => ({ id, title: id, kind, share });
const LEAD = [persona("maya", "primary")];

type Case = [name: string, content: Partial<SegmentContent>, facts: Partial<SegmentFacts>, codes: string[]];

const CASES: readonly Case[] = [
  ["nothing when all is well", {}, {}, []],
  ["no owner", {}, { goneOwner: "Ana" }, ["no-owner"]],
  ["no persona", {}, { personas: [] }, ["no-persona"]],
  ["no persona for whom we exclude", { targeting: "exclude", targetingReason: "Fraud" }, { personas: [] }, []],
  ["two primaries", {}, { personas: [...LEAD, persona("tom", "primary")] }, ["two-primaries"]],
  [
    "shares over 100",
    {},
    { personas: [persona("maya", "primary", 70), persona("tom", "served", 31)] },
    ["shares-over"],
  ],
  ["shares of 100", {}, { personas: [persona("maya", "primary", 70), persona("tom", "served", 30)] }, []],
  ["a negative persona with a share", {}, { personas: [...LEAD, persona("rex", "negative", 5)] }, ["negative-share"]],
  ["an estimate without a source", { sizeEstimate: 900 }, {}, ["size-unsourced"]],
  ["an estimate of nobody with its source", { sizeEstimate: 0, sizeSource: "Ledger" }, {}, []],
  ["a decision without a reason", { targeting: "invest" }, {}, ["no-reason"]],
  [
    "larger than what it is a part of",
    { sizeEstimate: 900, sizeSource: "Ledger" },
    { parent: { id: "all", title: "All", sizeEstimate: 800 } },
    ["larger-than-parent"],
  ],
  ["ages turned", { ageFrom: 60, ageTo: 30 }, {}, ["ages-turned"]],
  ["nothing said", { definition: "" }, {}, ["empty"]],
];

test.each(CASES)("hints of a segment: %s", (_name, content, facts, codes) => {
  const found = segmentHints({
    documentId: "me",
    content: { ...FULL, ...content },
    goneOwner: null,
    personas: LEAD,
    parent: null,
    ...facts,
  });
  expect(found.map(({ code }) => code)).toEqual(codes);
});
