import { expect, test } from "vitest";
import type { BodyNode } from "../documents/bodies/body-rules";
import { isBehind, type ScenarioFacts, scenarioHints } from "./scenario-hint-rules";
import { scenarioKind } from "./scenario-kind";
import type { ScenarioContent } from "./scenario-rules";

const text = (words: string): BodyNode => ({ type: "text", text: words });
const heading = (words: string, level = 2): BodyNode => ({ type: "heading", attrs: { level }, content: [text(words)] });
const said: BodyNode = { type: "paragraph", content: [text("Something.")] };
const nothing: BodyNode = { type: "paragraph" };
const need: BodyNode = { type: "need", attrs: { id: null }, content: [text("Know that it fits.")] };
const doc = (...content: BodyNode[]): BodyNode => ({ type: "doc", content });

const MAYA = "11111111-1111-4111-8111-111111111111";
const lead = { id: MAYA, title: "Maya", version: 2, part: "lead" as const };
const maya = { id: MAYA, title: "Maya Okafor", currentVersion: 2, isRetired: false };
const FULL: ScenarioContent = {
  ...scenarioKind.empty("The hinge"),
  personas: [lead],
  setting: "The aisle",
  trigger: "It snaps",
  objective: "Re-hang the door",
  story: doc(heading("The story"), said, need),
};

type Case = [name: string, content: Partial<ScenarioContent>, facts: Partial<ScenarioFacts>, codes: string[]];

const CASES: readonly Case[] = [
  ["nothing when all is well", {}, {}, []],
  ["no owner", {}, { goneOwner: "Ana" }, ["no-owner"]],
  ["nobody in it", { personas: [] }, {}, ["no-persona"]],
  ["nobody leads", { personas: [{ ...lead, part: "support" }] }, {}, ["no-lead"]],
  ["pinned behind", {}, { pinned: [{ ...maya, currentVersion: 3 }] }, ["pinned-behind"]],
  ["pinned before it was published", { personas: [{ ...lead, version: null }] }, {}, ["pinned-behind"]],
  [
    "pinned and never published",
    { personas: [{ ...lead, version: null }] },
    { pinned: [{ ...maya, currentVersion: null }] },
    [],
  ],
  ["pinned and retired", {}, { pinned: [{ ...maya, currentVersion: 3, isRetired: true }] }, ["pinned-retired"]],
  ["pinned and gone", {}, { pinned: [] }, []],
  ["a segment behind", { segments: [{ ...lead, version: 1 }] }, {}, ["pinned-behind"]],
  ["no circumstances", { setting: "", trigger: "" }, {}, ["empty"]],
  ["no story", { story: null }, {}, ["no-story"]],
  ["only headings", { story: scenarioKind.empty("x").story }, {}, ["no-story"]],
  ["a part that is empty", { story: doc(heading("One"), said, need, heading("Two"), nothing) }, {}, ["empty-part"]],
  [
    "a part whose words stand below a smaller heading",
    { story: doc(heading("One"), heading("In it", 3), said, need) },
    {},
    [],
  ],
  ["no need", { story: doc(heading("One"), said) }, {}, ["no-need"]],
];

test.each(CASES)("hints of a scenario: %s", (_name, content, facts, codes) => {
  const found = scenarioHints({ content: { ...FULL, ...content }, goneOwner: null, pinned: [maya], ...facts });
  expect(found.map(({ code }) => code)).toEqual(codes);
});

test("a pin that is behind names both versions and leads to its place", () => {
  const [hint] = scenarioHints({ content: FULL, goneOwner: null, pinned: [{ ...maya, currentVersion: 4 }] });
  expect(hint).toMatchObject({ place: `personas.${MAYA}`, links: [{ kind: "persona", id: MAYA }] });
  expect(hint?.message).toMatch(/Maya Okafor is pinned at v2; v4 /);
});

test("empty parts are named by their headings", () => {
  const story = doc(heading("One"), nothing, heading("Two"), nothing, heading("Three"), said, need);
  const [hint] = scenarioHints({ content: { ...FULL, story }, goneOwner: null, pinned: [] });
  expect(hint?.message).toBe("Nothing stands under “One” and “Two” yet.");
});

test.each([
  [1, 2, true],
  [2, 2, false],
  [null, 1, true],
  [null, null, false],
  [3, null, false],
])("v%s with v%s published is behind: %s", (version, current, expected) => {
  expect(isBehind({ version }, current)).toBe(expected);
});
