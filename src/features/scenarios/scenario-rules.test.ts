import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { bodyProblem, needsOf } from "../documents/bodies/body-rules";
import { bodySchema } from "../documents/bodies/body-schema";
import { beginningState, readBody } from "../documents/bodies/body-yjs";
import { SCENARIO_WORDS } from "../documents/links/link-rules";
import { fromTemplate } from "../documents/template-rules";
import { readNeedsAddress } from "./needs-address-rules";
import { scenarioKind } from "./scenario-kind";
import {
  leadOf,
  PERSONA_PARTS,
  proposedTitle,
  SCENARIO_KINDS,
  SCENARIO_STATUSES,
  type ScenarioPersona,
} from "./scenario-rules";
import { SCENARIO_SKELETON, SCENARIO_TEMPLATES } from "./scenario-templates";

const person = (part: ScenarioPersona["part"], title: string): ScenarioPersona => ({
  id: crypto.randomUUID(),
  title,
  version: 1,
  part,
});

test("others speak of scenarios in the words that scenarios have", () => {
  expect(SCENARIO_WORDS).toEqual({ kind: SCENARIO_KINDS, status: SCENARIO_STATUSES, part: PERSONA_PARTS });
});

test("the first that leads is the lead", () => {
  const list = [person("support", "Tom"), person("lead", "Maya"), person("lead", "Ruth")];
  expect(leadOf(list)?.title).toBe("Maya");
  expect(leadOf(list.slice(0, 1))).toBeUndefined();
});

test.each([
  ["Maya Okafor", 120, "What happens to Maya Okafor"],
  ["", 120, "What happens to them"],
  ["x".repeat(118), 30, `What happens to ${"x".repeat(13)}…`],
  ["😀".repeat(40), 30, `What happens to ${"😀".repeat(6)}…`],
])("a title is proposed for %j", (name, max, expected) => {
  expect(proposedTitle(name, max)).toBe(expected);
  expect(proposedTitle(name, max).length).toBeLessThanOrEqual(max);
});

describe("what a scenario starts from", () => {
  const starts = Object.entries(SCENARIO_TEMPLATES).map(([key, template]) => {
    const content = scenarioKind.schema.parse(fromTemplate(scenarioKind.fields, scenarioKind.empty("T"), template));
    return [key, content.story] as const;
  });

  test.each([["blank", SCENARIO_SKELETON] as const, ...starts])(
    "%s is a story that the editor takes as it is",
    (_key, story) => {
      expect(bodyProblem(story)).toBeNull();
      const read = bodySchema().nodeFromJSON(story);
      expect(() => read.check()).not.toThrow();
      const doc = new Y.Doc();
      Y.applyUpdate(doc, beginningState(story));
      // Else opening it in the editor would be a change.
      expect(readBody(doc).body).toEqual(story);
      expect(story?.content?.filter(({ type }) => type === "heading")).toHaveLength(7);
    },
  );

  test.each(starts)("%s shows how a need is marked", (_key, story) => {
    expect(needsOf(story).length).toBeGreaterThan(0);
  });
});

test("what is no id in the address of needs is passed over", () => {
  const id = crypto.randomUUID();
  expect(readNeedsAddress(id)).toEqual({ personaId: id });
  for (const wrong of ["", "x", undefined, [id], `${id}x`]) expect(readNeedsAddress(wrong)).toEqual({});
});
