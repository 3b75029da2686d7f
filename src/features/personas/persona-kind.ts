import type { DocumentKind } from "../documents/document-kind";
import { emptyContent } from "../documents/field-rules";
import { personaContent } from "./persona-contract";
import { PERSONA_IMPORT } from "./persona-import-rules";
import { missingInPersona, PERSONA_FACET, PERSONA_FIELDS, PERSONA_HUES, type PersonaContent } from "./persona-rules";
import { PERSONA_TEMPLATES } from "./persona-templates";

/** Personas as a kind of document. */
export const personaKind: DocumentKind<PersonaContent> = {
  name: "persona",
  schema: personaContent,
  fields: PERSONA_FIELDS,
  facet: PERSONA_FACET,
  cardFields: ["archetype", "portrait", "hue", "kind"],
  importRules: PERSONA_IMPORT,
  templates: PERSONA_TEMPLATES,
  // What nobody has looked into yet is guessed, and guesses don't keep.
  cadence: ({ basis }) => (basis === "proto" ? { how: "interval", every: 30, unit: "day" } : null),
  missing: missingInPersona,
  empty: (title) =>
    personaContent.parse({
      ...emptyContent(PERSONA_FIELDS),
      title,
      portrait: { seed: crypto.randomUUID().slice(0, 8), alt: "", picture: null },
      hue: pick(Object.keys(PERSONA_HUES), title),
    }),
};

/** Spreads new personas over the colours by their name, so that neighbours in a list differ. */
function pick<T>(choices: readonly T[], name: string): T {
  const sum = Array.from(name).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const choice = choices[sum % choices.length];
  if (choice === undefined) throw new Error("there is nothing to choose from");
  return choice;
}
