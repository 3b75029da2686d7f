// What a context scenario is made of, in the order in which it is read, and what it needs before it is published.
import type { Body } from "../documents/bodies/body-rules";
import {
  ADDED_FIELDS,
  type AddedContent,
  type BodyField,
  type ChoiceField,
  type DocumentContent,
  type Field,
  type Item,
  type ListField,
} from "../documents/field-rules";

export const SCENARIO_KINDS = { context: "Context", "key-path": "Key path", validation: "Validation" } as const;

export const SCENARIO_STATUSES = {
  idea: "Idea",
  drafting: "Being written",
  told: "Told",
  confirmed: "Confirmed with people",
} as const;

export const PERSONA_PARTS = { lead: "Lead", support: "Support" } as const;

/** Another document, pinned: the id is the document's, the title as it was when it was pinned. */
export interface Pinned extends Item {
  readonly title: string;
  /** The version that the scenario was written for; null for a document that was not published then. */
  readonly version: number | null;
}

export interface ScenarioPersona extends Pinned {
  readonly part: keyof typeof PERSONA_PARTS;
}

export interface ScenarioContent extends DocumentContent, AddedContent {
  readonly kind: keyof typeof SCENARIO_KINDS;
  readonly status: keyof typeof SCENARIO_STATUSES;
  readonly summary: string;
  readonly personas: readonly ScenarioPersona[];
  readonly segments: readonly Pinned[];
  readonly setting: string;
  readonly trigger: string;
  readonly objective: string;
  readonly outcome: string;
  readonly story: Body;
}

/** What lists of scenarios are narrowed by. */
export const SCENARIO_FACET: ChoiceField = { path: ["kind"], label: "Kind", shape: "choice", choices: SCENARIO_KINDS };

export const SCENARIO_IDENTITY: readonly Field[] = [
  { path: ["title"], label: "Title", shape: "line", max: 120 },
  { path: ["summary"], label: "Summary", shape: "text", max: 600, hint: "What happens, in two sentences" },
  SCENARIO_FACET,
  { path: ["status"], label: "Status", shape: "choice", choices: SCENARIO_STATUSES },
];

export const SCENARIO_PERSONAS: ListField = {
  path: ["personas"],
  label: "Personas",
  shape: "list",
  most: 20,
  linksTo: "persona",
  attributes: [
    { path: ["title"], label: "Persona", shape: "line", max: 120 },
    { path: ["version"], label: "Version", shape: "number", min: 1, max: 1_000_000 },
    { path: ["part"], label: "Part", shape: "choice", choices: PERSONA_PARTS },
  ],
};

export const SCENARIO_SEGMENTS: ListField = {
  path: ["segments"],
  label: "Segment",
  shape: "list",
  most: 5,
  linksTo: "segment",
  attributes: [
    { path: ["title"], label: "Segment", shape: "line", max: 120 },
    { path: ["version"], label: "Version", shape: "number", min: 1, max: 1_000_000 },
  ],
};

export const SCENARIO_FRAME: readonly Field[] = [
  { path: ["setting"], label: "Setting", shape: "text", max: 600, hint: "Where and when, with what at hand" },
  { path: ["trigger"], label: "Trigger", shape: "text", max: 600, hint: "What sets it off" },
  { path: ["objective"], label: "Objective", shape: "text", max: 600, hint: "What they want to get done" },
  { path: ["outcome"], label: "Expected outcome", shape: "text", max: 600, hint: "How they know that it went well" },
];

export const SCENARIO_STORY: BodyField = {
  path: ["story"],
  label: "Story",
  shape: "body",
  hint: "What happens to them, step by step",
};

export const SCENARIO_FIELDS: readonly Field[] = [
  ...SCENARIO_IDENTITY,
  SCENARIO_PERSONAS,
  SCENARIO_SEGMENTS,
  ...SCENARIO_FRAME,
  SCENARIO_STORY,
  ...ADDED_FIELDS,
];

/** Who the story is about: the first that leads. */
export function leadOf(personas: readonly ScenarioPersona[]): ScenarioPersona | undefined {
  return personas.find(({ part }) => part === "lead");
}

/** What a scenario of a persona is called until somebody thinks of a better title. */
export function proposedTitle(persona: string, max: number): string {
  const title = persona === "" ? "What happens to them" : `What happens to ${persona}`;
  if (title.length <= max) return title;
  const letters = Array.from(title);
  while (letters.join("").length >= max) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** Sentences for what must be filled in before publication. */
export function missingInScenario(content: ScenarioContent): readonly string[] {
  const missing: string[] = [];
  if (content.title === "") missing.push("Give the scenario a title.");
  return missing;
}
