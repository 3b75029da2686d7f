import { describe, expect, it } from "vitest";
import { textBody } from "@/features/documents/bodies/body-rules";
import type { Claim } from "@/features/documents/field-rules";
import { personaKind } from "@/features/personas/persona-kind";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { type FirstStepsFacts, firstSteps, STEP_NAMES, type StepFact, type StepName } from "./first-steps-rules";
import { GUIDES } from "./guide-rules";

const NOW = new Date("2026-11-22T12:00:00.000Z");
const done: StepFact = {
  ...{ place: { type: "session", id: "s" }, title: "Done", by: "Ana", at: "2026-11-21T12:00:00.000Z", isDone: true },
};
const begun: StepFact = { ...done, title: "Begun", isDone: false };

function facts(of: Partial<Record<StepName, StepFact>>, more: Partial<FirstStepsFacts> = {}): FirstStepsFacts {
  const none = { data: null, segment: null, persona: null, scenario: null, review: null };
  return {
    isLeft: false,
    joinedAt: "2026-11-20T12:00:00.000Z",
    goesWithoutData: false,
    facts: { ...none, ...of },
    ...more,
  };
}
const everything = Object.fromEntries(STEP_NAMES.map((name) => [name, done]));
const states = (of: FirstStepsFacts) => firstSteps(of, NOW).steps.map(({ state }) => state);

describe("the first steps", () => {
  it.each([
    ["nothing is there", facts({}), ["open", "later", "later", "later", "later"]],
    ["there are data", facts({ data: done }), ["done", "open", "later", "later", "later"]],
    [
      "there are none and shall be none",
      facts({}, { goesWithoutData: true }),
      ["done", "open", "later", "later", "later"],
    ],
    ["a segment is begun", facts({ data: done, segment: begun }), ["done", "open", "later", "later", "later"]],
    ["somebody began in the middle", facts({ persona: done }), ["open", "later", "done", "later", "later"]],
    ["all but the review", facts({ ...everything, review: begun }), ["done", "done", "done", "done", "open"]],
  ])("are done, open or later by what is there: %s", (_, of, expected) => {
    expect(states(of)).toEqual(expected);
  });

  it("tell what fulfils a step, and what was only begun", () => {
    const [data, segment] = firstSteps(facts({ data: done, segment: begun }), NOW).steps;
    expect(data).toMatchObject({ made: { title: "Done", by: "Ana" }, begun: null });
    expect(segment).toMatchObject({ made: null, begun: { title: "Begun" } });
  });

  it.each([
    ["open while something is left", facts({ data: done }), "open"],
    ["left by who put them away", facts({ data: done }, { isLeft: true }), "left"],
    ["finished for who was there when they were done lately", facts(everything), "finished"],
    ["over once that is put away", facts(everything, { isLeft: true }), "over"],
    ["over for who came afterwards", facts(everything, { joinedAt: "2026-11-22T11:00:00.000Z" }), "over"],
    [
      "over when it is long ago",
      facts(
        {
          ...everything,
          ...Object.fromEntries(STEP_NAMES.map((name) => [name, { ...done, at: "2026-11-10T12:00:00.000Z" }])),
        },
        { joinedAt: "2026-11-01T12:00:00.000Z" },
      ),
      "over",
    ],
  ])("are %s", (_, of, expected) => {
    expect(firstSteps(of, NOW).standing).toBe(expected);
  });
});

describe("the guide through a document", () => {
  const claim = (text: string): Claim => ({ id: text, text, provenance: "assumed", source: "" }) as unknown as Claim;
  const segment = segmentKind.empty("Regulars");
  const persona = personaKind.empty("Maya");
  const scenario = scenarioKind.empty("A late delivery");
  const ticks = <C>(guide: readonly { isDone: (content: C) => boolean }[], content: C) =>
    guide.map(({ isDone }) => isDone(content));

  it("has ticked nothing of a blank document but what is there", () => {
    expect(ticks(GUIDES.segment, segment)).toEqual([false, false, false]);
    expect(ticks(GUIDES.persona, persona)).toEqual([false, false, false]);
    // A scenario begins with headings, which are no story.
    expect(ticks(GUIDES.scenario, scenario)).toEqual([false, false, false]);
  });

  it("ticks by content alone", () => {
    const claims = { ...segment.claims, needs: [claim("Quick answers")], pains: [claim("Queues")] };
    expect(ticks(GUIDES.segment, { ...segment, summary: "Come back", definition: "Two orders", claims })).toEqual([
      true,
      true,
      true,
    ]);
    const goals = [claim("One"), claim("Two"), claim(" ")];
    const told = { ...persona, archetype: "The planner", quote: "Just tell me", claims: { ...persona.claims, goals } };
    expect(ticks(GUIDES.persona, told)).toEqual([true, false, true]);
    const pains = [claim("Three")];
    expect(ticks(GUIDES.persona, { ...told, claims: { ...told.claims, pains } })).toEqual([true, true, true]);
    const maya = { id: "m", title: "Maya", version: 1, part: "lead" as const };
    const story = textBody("It was late.");
    const need = { type: "need", attrs: { id: "n" }, content: [{ type: "text", text: "A call" }] };
    expect(ticks(GUIDES.scenario, { ...scenario, personas: [maya], story })).toEqual([true, true, false]);
    expect(
      ticks(GUIDES.scenario, {
        ...scenario,
        personas: [maya],
        story: { type: "doc", content: [...(story?.content ?? []), need] },
      }),
    ).toEqual([true, true, true]);
  });
});
