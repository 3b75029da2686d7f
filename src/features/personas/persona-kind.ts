import type { DocumentKind } from "../documents/document-kind";
import { personaContent } from "./persona-contract";
import { missingInPersona, PERSONA_FIELDS, PERSONA_HUES, type PersonaContent } from "./persona-rules";

/** Personas as a kind of document. */
export const personaKind: DocumentKind<PersonaContent> = {
  name: "persona",
  schema: personaContent,
  fields: PERSONA_FIELDS,
  cardFields: ["archetype", "portrait", "hue", "kind"],
  missing: missingInPersona,
  empty: (title) => ({
    title,
    archetype: "",
    summary: "",
    kind: "primary",
    basis: "proto",
    portrait: { seed: crypto.randomUUID().slice(0, 8), alt: "" },
    hue: pick(Object.keys(PERSONA_HUES) as PersonaContent["hue"][], title),
    quote: "",
    age: null,
    pronouns: "",
    location: "",
    occupation: "",
    household: "",
    education: "",
    claims: { goals: [], pains: [], decision: [] },
  }),
};

/** Spreads new personas over the colours by their name, so that neighbours in a list differ. */
function pick<T>(choices: readonly T[], name: string): T {
  const sum = Array.from(name).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const choice = choices[sum % choices.length];
  if (choice === undefined) throw new Error("there is nothing to choose from");
  return choice;
}
