// What a persona is made of, in the order in which it is read, and what it needs before it is published.
import type { Body } from "../documents/bodies/body-rules";
import {
  ADDED_FIELDS,
  type AddedContent,
  type BodyField,
  type ChoiceField,
  type Claim,
  claimsField,
  type DocumentContent,
  type Field,
  type Item,
  itemsAt,
  type ListField,
  MAX_ITEMS,
  UNSAID,
} from "../documents/field-rules";

export const PERSONA_KINDS = {
  primary: "Primary",
  secondary: "Secondary",
  supplementary: "Supplementary",
  served: "Served",
  negative: "Negative",
} as const;

/** What the persona rests on. A proto persona is a set of assumptions and says so. */
export const PERSONA_BASES = {
  proto: "Proto: assumptions",
  qualitative: "Qualitative: interviews",
  statistical: "Statistical: data",
} as const;

/** Soft colours behind the portrait; each persona owns one, used for its chip everywhere. */
export const PERSONA_HUES = {
  sand: "Sand",
  sky: "Sky",
  lilac: "Lilac",
  sage: "Sage",
  mint: "Mint",
  rose: "Rose",
} as const;

const QUOTE_SOURCES = { paraphrase: "In our words", excerpt: "Word for word" } as const;

/** Cooper's three levels: how they want to feel, what they want to get done, who they want to be. */
const GOAL_LEVELS = { [UNSAID]: "No level", experience: "Experience", end: "End", life: "Life" } as const;
const DECISION_ASPECTS = {
  [UNSAID]: "No aspect",
  role: "Role in the decision",
  trigger: "Trigger",
  success: "Success factor",
  barrier: "Barrier",
  criterion: "Criterion",
  objection: "Objection",
} as const;
const CHANNEL_STAGES = {
  [UNSAID]: "Any stage",
  discover: "Discover",
  research: "Research",
  buy: "Buy",
  support: "Support",
} as const;

/** One slider between two poles. */
export interface Trait extends Item {
  readonly left: string;
  readonly right: string;
  /** 0 at the left pole, 100 at the right one. */
  readonly value: number | null;
  /** How far people differ to either side, on the same scale. */
  readonly spread: number | null;
}

/** A segment that the persona stands for; the id is the segment's, the title as it was when it was linked. */
export interface SegmentLink extends Item {
  readonly title: string;
  /** Percent of the segment's customers that are like this persona. */
  readonly share: number | null;
  /** Where the persona stands when the segment's personas are read one after the other, from 1. */
  readonly order: number | null;
}

export interface PersonaContent extends DocumentContent, AddedContent {
  readonly archetype: string;
  readonly summary: string;
  readonly kind: keyof typeof PERSONA_KINDS;
  readonly basis: keyof typeof PERSONA_BASES;
  /** The seed draws the face; a picture, uploaded by somebody, takes its place. */
  readonly portrait: { readonly seed: string; readonly alt: string; readonly picture: string | null };
  readonly hue: keyof typeof PERSONA_HUES;
  readonly quote: string;
  readonly quoteSource: keyof typeof QUOTE_SOURCES;
  readonly age: number | null;
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly pronouns: string;
  readonly location: string;
  readonly occupation: string;
  readonly household: string;
  readonly education: string;
  readonly languages: string;
  readonly seniority: string;
  readonly industry: string;
  readonly companySize: string;
  readonly segments: readonly SegmentLink[];
  readonly influences: readonly (Item & { readonly title: string; readonly how: string })[];
  readonly claims: Readonly<Record<PersonaSection, readonly Claim[]>>;
  readonly traits: readonly Trait[];
  readonly wordsToUse: readonly (Item & { readonly text: string })[];
  readonly wordsToAvoid: readonly (Item & { readonly text: string })[];
  readonly story: Body;
}

/** What lists of personas are narrowed by. */
export const PERSONA_FACET: ChoiceField = { path: ["kind"], label: "Kind", shape: "choice", choices: PERSONA_KINDS };

export const PERSONA_IDENTITY: readonly Field[] = [
  { path: ["title"], label: "Name", shape: "line", max: 120 },
  { path: ["archetype"], label: "Archetype", shape: "line", max: 160, hint: "Who they are in one line" },
  { path: ["summary"], label: "Summary", shape: "text", max: 600, hint: "What a colleague should remember" },
  { path: ["quote"], label: "Quote", shape: "text", max: 300, hint: "A sentence they would say" },
  { path: ["quoteSource"], label: "Quote is", shape: "choice", choices: QUOTE_SOURCES },
  PERSONA_FACET,
  { path: ["basis"], label: "Basis", shape: "choice", choices: PERSONA_BASES },
];

export const PERSONA_FACTS: readonly Field[] = [
  { path: ["age"], label: "Age", shape: "number", min: 0, max: 120 },
  { path: ["ageFrom"], label: "Youngest", shape: "number", min: 0, max: 120, hint: "Of the people it stands for" },
  { path: ["ageTo"], label: "Oldest", shape: "number", min: 0, max: 120, hint: "Of the people it stands for" },
  { path: ["pronouns"], label: "Pronouns", shape: "line", max: 40 },
  { path: ["location"], label: "Lives in", shape: "line", max: 120 },
  { path: ["occupation"], label: "Works as", shape: "line", max: 120 },
  { path: ["household"], label: "Household", shape: "line", max: 120 },
  { path: ["education"], label: "Education", shape: "line", max: 120 },
  { path: ["languages"], label: "Languages", shape: "line", max: 160 },
  { path: ["seniority"], label: "Seniority", shape: "line", max: 120 },
  { path: ["industry"], label: "Industry", shape: "line", max: 120 },
  { path: ["companySize"], label: "Company size", shape: "line", max: 120 },
];

const PERSONA_PORTRAIT: readonly Field[] = [
  { path: ["portrait", "seed"], label: "Portrait", shape: "line", max: 40, shows: "face" },
  { path: ["portrait", "picture"], label: "Uploaded portrait", shape: "id", shows: "picture" },
  { path: ["portrait", "alt"], label: "Portrait in words", shape: "line", max: 200 },
  { path: ["hue"], label: "Colour", shape: "choice", choices: PERSONA_HUES },
];

export const PERSONA_LINKS: readonly ListField[] = [
  {
    path: ["segments"],
    label: "Segments",
    shape: "list",
    most: 20,
    linksTo: "segment",
    attributes: [
      { path: ["title"], label: "Segment", shape: "line", max: 120 },
      { path: ["share"], label: "Share", shape: "number", min: 0, max: 100, hint: "Percent of the segment" },
      { path: ["order"], label: "Reading order", shape: "number", min: 1, max: 99 },
    ],
  },
  {
    path: ["influences"],
    label: "Influences",
    shape: "list",
    most: 20,
    linksTo: "persona",
    attributes: [
      { path: ["title"], label: "Persona", shape: "line", max: 120 },
      { path: ["how"], label: "How", shape: "line", max: 200, hint: "What the one does to the other's choice" },
    ],
  },
];

const text = (name: string, label: string, max: number, hint?: string): Field => ({
  path: [name],
  label,
  shape: "line",
  max,
  ...(hint && { hint }),
});
const scale = (name: string, label: string, min: number, max: number, hint: string): Field => ({
  path: [name],
  label,
  shape: "number",
  min,
  max,
  hint,
});
const choice = (name: string, label: string, choices: Readonly<Record<string, string>>): Field => ({
  path: [name],
  label,
  shape: "choice",
  choices,
});

const SECTIONS = {
  goals: ["Goals", "What they want to get done", [choice("level", "Level", GOAL_LEVELS)]],
  needs: ["Needs", "What they can't do without", []],
  pains: [
    "Pain points",
    "What stands in their way",
    [scale("severity", "Severity", 1, 5, "1 is a nuisance, 5 stops them")],
  ],
  motivations: ["Motivations", "What drives them", []],
  attitudes: ["Attitudes", "How they think about it", []],
  behaviours: ["Behaviours", "What they do", []],
  interests: ["Interests and values", "What they care about beside it", []],
  decision: [
    "How they decide",
    "What tips the scales",
    [choice("aspect", "Aspect", DECISION_ASPECTS), text("answer", "Answer", 300, "What we say to an objection")],
  ],
  channels: [
    "Channels",
    "Where one meets them",
    [
      choice("stage", "Stage", CHANNEL_STAGES),
      scale("preference", "Preference", 1, 5, "1 when there is no other way, 5 first of all"),
    ],
  ],
  journey: [
    "Journey",
    "The next stage of their way",
    [
      text("goal", "Goal", 300),
      text("actions", "Does", 300),
      text("thoughts", "Thinks", 300),
      scale("emotion", "Emotion", -2, 2, "−2 is miserable, 2 delighted"),
      text("channels", "Channels", 300),
      text("pains", "Pain points", 300),
    ],
  ],
} as const satisfies Record<string, readonly [string, string, readonly Field[]]>;
export type PersonaSection = keyof typeof SECTIONS;

export const PERSONA_CLAIMS: readonly ListField[] = Object.entries(SECTIONS).map(([name, [label, hint, attributes]]) =>
  claimsField(["claims", name], label, hint, attributes),
);

export const PERSONA_TRAITS: ListField = {
  path: ["traits"],
  label: "Personality",
  hint: "Two poles, such as careful and bold",
  shape: "list",
  most: 20,
  attributes: [
    text("left", "Left pole", 40),
    text("right", "Right pole", 40),
    scale("value", "Position", 0, 100, "0 is left, 100 right"),
    scale("spread", "Spread", 0, 50, "How far people differ to either side"),
  ],
};

const words = (name: string, label: string, hint: string): ListField => ({
  path: [name],
  label,
  hint,
  shape: "list",
  most: MAX_ITEMS,
  attributes: [text("text", "Word", 80)],
});
export const PERSONA_WORDS: readonly ListField[] = [
  words("wordsToUse", "Words to use", "A word they use themselves"),
  words("wordsToAvoid", "Words to avoid", "A word that puts them off"),
];

export const PERSONA_STORY: BodyField = {
  path: ["story"],
  label: "Story",
  shape: "body",
  hint: "A day with them, in a few paragraphs",
};

export const PERSONA_FIELDS: readonly Field[] = [
  ...PERSONA_IDENTITY,
  ...PERSONA_FACTS,
  ...PERSONA_PORTRAIT,
  ...PERSONA_LINKS,
  ...PERSONA_CLAIMS,
  PERSONA_TRAITS,
  ...PERSONA_WORDS,
  PERSONA_STORY,
  ...ADDED_FIELDS,
];

/** Sentences for what must be filled in before publication. Everything else may stay empty: a hint, never a gate. */
export function missingInPersona(content: PersonaContent): readonly string[] {
  const missing: string[] = [];
  if (content.title === "") missing.push("Give the persona a name.");
  if (content.archetype === "") missing.push("Say in one line who the persona is (archetype).");
  return missing;
}

/** Every claim that the persona makes, those of added sections too. */
export function claimsOf(content: PersonaContent): readonly Claim[] {
  const added = content.sections.flatMap((section) => section.claims);
  return [...PERSONA_CLAIMS.flatMap((field) => itemsAt(content, field.path) as readonly Claim[]), ...added];
}
