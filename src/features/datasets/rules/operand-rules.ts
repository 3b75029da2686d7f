// What a condition compares with, as it is asked: the same for the compiler, the interpreter and the checks.
import type { EventNode, TraitNode } from "./rule-rules";

/** Text that is looked for; data are of this form since their import. */
export function textOperand({ value }: Pick<TraitNode, "value">): string {
  return plainText(String(value ?? ""));
}

/** Words that are looked for, without empty and repeated ones. */
export function wordsOperand({ values = [] }: Pick<TraitNode, "values">): readonly string[] {
  return [...new Set(values.map(plainText))].filter((word) => word !== "");
}

function plainText(text: string): string {
  return text.normalize("NFC").trim();
}

/** Whether a figure of somebody's events fulfils the condition. */
export function fulfils(figure: number, { op, value, to }: Pick<EventNode, "op" | "value" | "to">): boolean {
  switch (op) {
    case "at-least":
      return figure >= value;
    case "at-most":
      return figure <= value;
    case "more-than":
      return figure > value;
    case "less-than":
      return figure < value;
    case "between":
      return figure >= value && figure <= (to ?? value);
    case "is":
      return figure === value;
  }
}

/** Whether the figure is 0 of somebody without such events; the others are unknown of them. */
export function isCounted({ aggregate }: Pick<EventNode, "aggregate">): boolean {
  return aggregate === "count" || aggregate === "orders" || aggregate === "days" || aggregate === "sum";
}

/** Text as databases compare it where case doesn't matter: letter by letter, without what depends on neighbours. */
export function fold(text: string): string {
  // The one letter that becomes two in this process.
  return Array.from(text, (letter) => (letter === "İ" ? "i" : letter.toLowerCase())).join("");
}
