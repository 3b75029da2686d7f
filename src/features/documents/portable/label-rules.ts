// What somebody else's headings, labels and keys mean in our fields.
import { type Field, placeOf } from "../field-rules";
import { isTarget } from "./target-rules";

/** What a kind knows about the texts that speak of it. Places are dotted paths of its fields. */
export interface ImportRules {
  /** Words for a field beside its own label, in lower case, in any language. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Words for one document, as in "Persona 1: Maya". */
  readonly ownWords: readonly string[];
  /** Words for several: a heading such as "Our personas" stands above them. */
  readonly collections: readonly string[];
  /** The text that keeps what has no other place. */
  readonly rest: string;
  /** What follows the name in a heading: "Sarah — parent of two". */
  readonly subtitle: string;
  /** The first paragraph. */
  readonly lead: string;
  /** The first quotation; left out where a kind has none. */
  readonly quote?: string;
  /** Facts in a short line such as "25, female, teacher"; empty when it is no such line. */
  facts(line: string): readonly Fact[];
  /** A value as its field holds it, such as two ages for "25–34"; null when it is not to be understood. */
  value(place: string, text: string): readonly Fact[] | null;
}

export interface Fact {
  readonly place: string;
  readonly text: string;
}

export interface LabelTable {
  readonly rules: ImportRules;
  readonly fields: readonly Field[];
  readonly exact: ReadonlyMap<string, string>;
  /** Words of sections, and with null those of several documents: a heading may say more than the word. */
  readonly within: readonly (readonly [string, string | null])[];
}

export function labelTable(fields: readonly Field[], rules: ImportRules): LabelTable {
  const exact = new Map<string, string>();
  const within: [string, string | null][] = rules.collections.map((word) => [word, null]);
  for (const field of fields) {
    const place = placeOf(field.path);
    if (!isTarget(field) && place !== "title") continue;
    for (const word of [normalLabel(field.label), ...(rules.words[place] ?? [])]) {
      if (!exact.has(word)) exact.set(word, place);
      if (field.shape === "list" || place === rules.rest) within.push([word, place]);
    }
  }
  return { rules, fields, exact, within };
}

/** In lower case, without numbering, marks at the ends, and the possessive of a name: "2. Maya’s goals:" → "maya goals". */
export function normalLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']s\b/g, "")
    .replace(/^[\s\d.()]+(?=\p{L})/u, "")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/\s+/g, " ");
}

const MAX_LABEL = 60;

/** The place that a label means, or undefined. Sections are also found inside of a longer heading. */
export function placeOfLabel(table: LabelTable, text: string): string | undefined {
  if (text.length > MAX_LABEL) return undefined;
  const label = normalLabel(text);
  return table.exact.get(label) ?? lastMeant(table, label)?.place ?? undefined;
}

/** Whether the label is a field's name or one of the words for it, and says nothing beside. */
export function isWholeLabel(table: LabelTable, text: string): boolean {
  return table.exact.has(normalLabel(text));
}

/** Whether a heading speaks of several documents: "Our personas", "目标用户画像". */
export function isCollectionLabel(table: LabelTable, text: string): boolean {
  const label = normalLabel(text);
  return !table.exact.has(label) && lastMeant(table, label)?.place === null;
}

/** What a heading is about stands at its end in the languages that we know: "user goals", "needs and pain points". */
function lastMeant(table: LabelTable, label: string): { readonly place: string | null } | undefined {
  if (label.split(" ").length > 7) return undefined;
  let best: { readonly place: string | null; readonly end: number; readonly length: number } | undefined;
  for (const [word, place] of table.within) {
    const at = positionIn(label, word);
    if (at < 0) continue;
    const end = at + word.length;
    if (!best || end > best.end || (end === best.end && word.length > best.length))
      best = { place, end, length: word.length };
  }
  return best;
}

/** Of whole words; in scripts without spaces of any part. −1 when it isn't there. */
function positionIn(label: string, word: string): number {
  const at = label.lastIndexOf(word);
  if (at < 0 || /\p{Script=Han}/u.test(word)) return at;
  return /[\p{L}\p{N}]/u.test(`${label[at - 1] ?? " "}${label[at + word.length] ?? " "}`) ? -1 : at;
}
