// What there is to do in the first document of each kind before it is worth publishing, read from its content.
import { type Body, isEmptyBody, needsOf } from "@/features/documents/bodies/body-rules";
import type { Claim } from "@/features/documents/field-rules";
import type { PersonaContent } from "@/features/personas/persona-rules";
import type { ScenarioContent } from "@/features/scenarios/scenario-rules";
import type { SegmentContent } from "@/features/segments/segment-rules";

interface GuidePart<C> {
  readonly label: string;
  readonly isDone: (content: C) => boolean;
}

const isSaid = (text: string) => text.trim() !== "";
const count = (...sections: readonly (readonly Claim[])[]) => sections.flat().filter(({ text }) => isSaid(text)).length;

/** In the order in which one meets them on the page. */
export const GUIDES: {
  readonly segment: readonly GuidePart<SegmentContent>[];
  readonly persona: readonly GuidePart<PersonaContent>[];
  readonly scenario: readonly GuidePart<ScenarioContent>[];
} = {
  segment: [
    { label: "Name and summary", isDone: ({ title, summary }) => isSaid(title) && isSaid(summary) },
    {
      label: "Who belongs, in words or as a rule",
      isDone: ({ definition, rule, pins }) => isSaid(definition) || rule.length + pins.length > 0,
    },
    {
      label: "A need and a pain, one fact each",
      isDone: ({ claims }) => count(claims.needs) > 0 && count(claims.pains) > 0,
    },
  ],
  persona: [
    { label: "Name and one line", isDone: ({ title, archetype }) => isSaid(title) && isSaid(archetype) },
    {
      label: "Three goals or pain points, one fact each",
      isDone: ({ claims }) => count(claims.goals, claims.pains) >= 3,
    },
    // Every persona has a face from the start; whether it fits, nobody can tell by looking at the content.
    { label: "A sentence they would say, and a face that fits", isDone: ({ quote }) => isSaid(quote) },
  ],
  scenario: [
    { label: "Who it is about", isDone: ({ personas }) => personas.length > 0 },
    { label: "The story, begun", isDone: ({ story }) => isBegun(story) },
    { label: "One need, marked", isDone: ({ story }) => needsOf(story).length > 0 },
  ],
};

/** Headings alone are no story. */
function isBegun(story: Body): boolean {
  const told = (story?.content ?? []).filter(({ type }) => type !== "heading");
  return !isEmptyBody({ type: "doc", content: told });
}
