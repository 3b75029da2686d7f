import { z } from "zod";
import { PORTRAIT_SEED_PATTERN } from "@/shared/portrait-address";
import { line, paragraphs } from "@/shared/text-schemas";
import { choiceOf, claimList, MAX_TITLE } from "../documents/document-contract";
import { PERSONA_BASES, PERSONA_HUES, PERSONA_KINDS, type PersonaContent } from "./persona-rules";

/** A persona's content, whole: every property is always there, empty ones as "" or null. */
export const personaContent: z.ZodType<PersonaContent> = z.strictObject({
  title: line(MAX_TITLE),
  archetype: line(160),
  summary: paragraphs(600),
  kind: choiceOf(PERSONA_KINDS),
  basis: choiceOf(PERSONA_BASES),
  /** The seed draws the face; the same seed always gives the same one. */
  portrait: z.strictObject({ seed: z.string().regex(PORTRAIT_SEED_PATTERN), alt: line(200) }),
  hue: choiceOf(PERSONA_HUES),
  quote: paragraphs(300),
  age: z.int().min(0).max(120).nullable(),
  pronouns: line(40),
  location: line(120),
  occupation: line(120),
  household: line(120),
  education: line(120),
  claims: z.strictObject({ goals: claimList, pains: claimList, decision: claimList }),
});
