// What a persona is made of, in the order in which it is read, and what it needs before it is published.
import type { Claim, ClaimsField, DocumentContent, Field } from "../documents/field-rules";

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

export interface PersonaContent extends DocumentContent {
  readonly title: string;
  readonly archetype: string;
  readonly summary: string;
  readonly kind: keyof typeof PERSONA_KINDS;
  readonly basis: keyof typeof PERSONA_BASES;
  readonly portrait: { readonly seed: string; readonly alt: string };
  readonly hue: keyof typeof PERSONA_HUES;
  readonly quote: string;
  readonly age: number | null;
  readonly pronouns: string;
  readonly location: string;
  readonly occupation: string;
  readonly household: string;
  readonly education: string;
  readonly claims: {
    readonly goals: readonly Claim[];
    readonly pains: readonly Claim[];
    readonly decision: readonly Claim[];
  };
}

export const PERSONA_IDENTITY: readonly Field[] = [
  { path: ["title"], label: "Name", shape: "line", max: 120 },
  { path: ["archetype"], label: "Archetype", shape: "line", max: 160, hint: "Who they are in one line" },
  { path: ["summary"], label: "Summary", shape: "text", max: 600, hint: "What a colleague should remember" },
  { path: ["quote"], label: "Quote", shape: "text", max: 300, hint: "A sentence they would say" },
  { path: ["kind"], label: "Kind", shape: "choice", choices: PERSONA_KINDS },
  { path: ["basis"], label: "Basis", shape: "choice", choices: PERSONA_BASES },
];

export const PERSONA_FACTS: readonly Field[] = [
  { path: ["age"], label: "Age", shape: "number", min: 0, max: 120 },
  { path: ["pronouns"], label: "Pronouns", shape: "line", max: 40 },
  { path: ["location"], label: "Lives in", shape: "line", max: 120 },
  { path: ["occupation"], label: "Works as", shape: "line", max: 120 },
  { path: ["household"], label: "Household", shape: "line", max: 120 },
  { path: ["education"], label: "Education", shape: "line", max: 120 },
];

const PERSONA_PORTRAIT: readonly Field[] = [
  { path: ["portrait", "seed"], label: "Portrait", shape: "line", max: 40 },
  { path: ["portrait", "alt"], label: "Portrait in words", shape: "line", max: 200 },
  { path: ["hue"], label: "Colour", shape: "choice", choices: PERSONA_HUES },
];

export const PERSONA_CLAIMS: readonly ClaimsField[] = [
  { path: ["claims", "goals"], label: "Goals", shape: "claims", max: 500, hint: "What they want to get done" },
  { path: ["claims", "pains"], label: "Pain points", shape: "claims", max: 500, hint: "What stands in their way" },
  { path: ["claims", "decision"], label: "How they decide", shape: "claims", max: 500, hint: "What tips the scales" },
];

export const PERSONA_FIELDS: readonly Field[] = [
  ...PERSONA_IDENTITY,
  ...PERSONA_FACTS,
  ...PERSONA_PORTRAIT,
  ...PERSONA_CLAIMS,
];

/** Sentences for what must be filled in before publication. Everything else may stay empty: a hint, never a gate. */
export function missingInPersona(content: PersonaContent): readonly string[] {
  const missing: string[] = [];
  if (content.title === "") missing.push("Give the persona a name.");
  if (content.archetype === "") missing.push("Say in one line who the persona is (archetype).");
  return missing;
}

/** How many claims the persona makes, in all sections. */
export function claimCount(content: PersonaContent): number {
  return Object.values(content.claims).reduce((total, list) => total + list.length, 0);
}
