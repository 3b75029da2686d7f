// How claims are read: what they rest on, what their section says about them, and claims out of pasted text.
import { type Claim, type Field, type Item, isEmptyValue, type ListField, UNSAID, valueAt } from "../field-rules";

/** What each way to know means, in a sentence. */
export const PROVENANCE_MEANINGS: Readonly<Record<Claim["provenance"], string>> = {
  assumption: "We believe it, and nobody has checked yet.",
  inferred: "Follows from something else that we know.",
  grounded: "People said or showed it.",
  measured: "Counted in data.",
};

const OF_EVERY_CLAIM = new Set(["text", "provenance", "source"]);

/** What a section says about its claims beside their text and what they rest on. */
export function ownAttributes(field: ListField): readonly Field[] {
  return field.attributes.filter(({ path }) => !OF_EVERY_CLAIM.has(path[0] ?? ""));
}

/** The attributes that say something about this item. */
export function saidAttributes(attributes: readonly Field[], item: Item): readonly Field[] {
  return attributes.filter((attribute) => {
    const value = valueAt(item, attribute.path);
    return value !== UNSAID && !isEmptyValue(attribute, value);
  });
}

/** A scale with two sides, such as an emotion: its claims are stages that are read from left to right. */
export function feelingOf(field: ListField): Extract<Field, { shape: "number" }> | undefined {
  return field.attributes.find(
    (attribute): attribute is Extract<Field, { shape: "number" }> => attribute.shape === "number" && attribute.min < 0,
  );
}

export function countBacked(claims: readonly Claim[]): { readonly backed: number; readonly assumptions: number } {
  const assumptions = claims.filter(({ provenance }) => provenance === "assumption").length;
  return { backed: claims.length - assumptions, assumptions };
}

const BULLET = /^\s*(?:[-*•–—·▪◦]|\d{1,3}[.)])\s+/;
/** As many as one paste may add; the rest would be a document, which is imported. */
const MOST_PASTED = 50;

/** One text for each line that says something, without its bullet; a single line is no list. */
export function pastedTexts(pasted: string, max: number): readonly string[] {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.replace(BULLET, "").replace(/\s+/g, " ").trim().slice(0, max))
    .filter((line) => line !== "");
  return lines.length > 1 ? lines.slice(0, MOST_PASTED) : [];
}
