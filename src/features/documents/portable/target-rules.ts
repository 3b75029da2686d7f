// Where a piece of an imported text can go.
import { type Field, placeOf } from "../field-rules";
import { LEFT_OUT, OWN_SECTION } from "./found-rules";

/** Texts, numbers, claims and words; not the name, which is chosen beside, nor what is no text. */
export function isTarget(field: Field): boolean {
  if (["title", "portrait"].includes(field.path[0] ?? "")) return false;
  if (field.shape === "list") {
    return field.isClaims === true || (field.attributes.length === 1 && field.linksTo === undefined);
  }
  return ["line", "text", "body", "number"].includes(field.shape);
}

export interface Target {
  readonly value: string;
  readonly label: string;
}

/** Every place in the order of the document, then those that are no field. */
export function importTargets(fields: readonly Field[]): readonly Target[] {
  return [
    ...fields.filter(isTarget).map((field) => ({ value: placeOf(field.path), label: field.label })),
    { value: OWN_SECTION, label: "A section of its own" },
    { value: LEFT_OUT, label: "Leave it out" },
  ];
}
