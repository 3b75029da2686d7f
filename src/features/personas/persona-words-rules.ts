// Parts of a persona in the reader's words.
import { agesBetween } from "../documents/field-words-rules";
import type { PersonaContent } from "./persona-rules";

/** "34 (28–45)"; what isn't said is left out. */
export function agesWords({ age, ageFrom, ageTo }: Pick<PersonaContent, "age" | "ageFrom" | "ageTo">): string {
  const spread = agesBetween(ageFrom, ageTo);
  if (age === null) return spread;
  return spread ? `${age} (${spread})` : String(age);
}
