// How a kind tells the engine what its content is made of. Schema, editing, comparison, search, import and export
// all read these descriptions, so that a field is described once.
import type { KindName } from "@/shared/document-kinds";

import { type Body, bodyText } from "./bodies/body-rules";

/** JSON content of a draft or version; each kind narrows it. */
export type DocumentContent = Record<string, unknown> & { readonly title: string };

/** What a claim rests on. An assumption is always drawn as one. */
export const PROVENANCES = {
  assumption: "Assumption",
  inferred: "Inferred",
  grounded: "Grounded",
  measured: "Measured",
} as const;
export type Provenance = keyof typeof PROVENANCES;

/** Something in a list, with an id that never changes across versions. */
export interface Item {
  readonly id: string;
  readonly [attribute: string]: unknown;
}

/** One statement. A section may give its claims further attributes; see its field. */
export interface Claim extends Item {
  readonly text: string;
  readonly provenance: Provenance;
  /** What it rests on, in words. */
  readonly source: string;
}

/** A choice that nobody made; shown as nothing. */
export const UNSAID = "unsaid";

interface FieldBase {
  /** Property names from the content's root, item ids where a list is passed; from the item's root in attributes. */
  readonly path: readonly string[];
  readonly label: string;
  readonly hint?: string;
  /** The value is not for reading: it is the seed of a drawn face, or the id of an uploaded picture. */
  readonly shows?: "face" | "picture";
}

/** `max` is the number of characters that the kind's schema allows. */
export type TextField = FieldBase & { readonly shape: "line" | "text"; readonly max: number };
export type NumberField = FieldBase & { readonly shape: "number"; readonly min: number; readonly max: number };
/** A `choice` that was never made is its first one. */
export type ChoiceField = FieldBase & {
  readonly shape: "choice" | "choices";
  readonly choices: Readonly<Record<string, string>>;
};
/** The id of something that is no document, such as a picture; null for none. */
type IdField = FieldBase & { readonly shape: "id" };

/** Prose that is written together in the editor; see bodies/. Its value is a `Body`, null where nothing is written. */
export type BodyField = FieldBase & { readonly shape: "body" };

/**
 * A value with a form of its own, which the kind describes: how it reads in words, and what is wrong with one, as a sentence.
 * Null where nothing was said yet.
 */
export type DataField = FieldBase & {
  readonly shape: "data";
  readonly words: (value: unknown) => string;
  /** All of it, where `words` tells the beginning of what may be long. */
  readonly allWords?: (value: unknown) => string;
  readonly problem: (value: unknown) => string | null;
};

export type ListField = FieldBase & {
  readonly shape: "list";
  /** What an item holds beside its id; the first is what the item is called by. */
  readonly attributes: readonly Field[];
  /** How many items at most. */
  readonly most: number;
  /** Items are claims, with provenance. */
  readonly isClaims?: boolean;
  /** Items are documents of this kind by their ids. */
  readonly linksTo?: KindName;
  /** Items stand in one another: the attribute holds the id of the item, or the name of a root. */
  readonly nests?: { readonly by: string; readonly roots: Readonly<Record<string, string>> };
};

export type Field = TextField | NumberField | ChoiceField | IdField | BodyField | DataField | ListField;

/** As many as a list may hold, of anything. */
export const MAX_ITEMS = 500;
const MAX_CLAIM = 1_000;

/** A section of claims, with attributes of its own between the text and what it rests on. */
export function claimsField(
  path: readonly string[],
  label: string,
  hint: string,
  attributes: readonly Field[] = [],
): ListField {
  return {
    path,
    label,
    hint,
    shape: "list",
    isClaims: true,
    most: MAX_ITEMS,
    attributes: [
      { path: ["text"], label: "Claim", shape: "line", max: MAX_CLAIM },
      ...attributes,
      { path: ["provenance"], label: "Provenance", shape: "choice", choices: PROVENANCES },
      { path: ["source"], label: "Rests on", shape: "line", max: 300, hint: "Where we know it from" },
    ],
  };
}

/** Fields that a workspace added, with the values they have here; the label travels with the content. */
const EXTRAS: ListField = {
  path: ["extras"],
  label: "More",
  shape: "list",
  most: 50,
  attributes: [
    { path: ["label"], label: "Field", shape: "line", max: 60 },
    { path: ["text"], label: "Text", shape: "text", max: 2_000 },
  ],
};
/** Claim sections that a workspace added. */
const SECTIONS: ListField = {
  path: ["sections"],
  label: "More sections",
  shape: "list",
  most: 30,
  attributes: [{ path: ["label"], label: "Section", shape: "line", max: 60 }, claimsField(["claims"], "Claims", "")],
};
/** What every kind's content has at its end. The id of an item here is that of the workspace's field. */
export const ADDED_FIELDS: readonly Field[] = [EXTRAS, SECTIONS];

export interface AddedContent {
  readonly extras: readonly (Item & { readonly label: string; readonly text: string })[];
  readonly sections: readonly (Item & { readonly label: string; readonly claims: readonly Claim[] })[];
}

/** The kind's fields with one list for every added section that any of the contents has. */
export function expandFields(fields: readonly Field[], ...contents: readonly DocumentContent[]): readonly Field[] {
  return fields.flatMap((field) => {
    if (field !== SECTIONS) return [field];
    const sections = new Map(
      contents.flatMap((content) => itemsAt(content, field.path)).map((item) => [item.id, String(item.label ?? "")]),
    );
    return [...sections].map(([id, label]) => claimsField([...field.path, id, "claims"], label, ""));
  });
}

/** The value at a path, or undefined where the content has none. An id in the path finds the item of a list. */
export function valueAt(content: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value.find((item) => isRecord(item) && item.id === key);
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, content);
}

/** The items of a list, none where there is no list. */
export function itemsAt(content: unknown, path: readonly string[]): readonly Item[] {
  const value = valueAt(content, path);
  return Array.isArray(value) ? (value as readonly Item[]) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field's value in words: choices by their labels, an empty value as "". A list's items by their first attribute. */
export function displayValue(field: Field, value: unknown): string {
  if (value === null || value === undefined || value === UNSAID) return "";
  if (field.shape === "choice") return field.choices[String(value)] ?? String(value);
  if (field.shape === "choices" && Array.isArray(value)) {
    return value.map((one) => field.choices[String(one)] ?? String(one)).join(", ");
  }
  if (field.shape === "list" && Array.isArray(value)) return value.map((item) => itemName(field, item)).join("; ");
  if (field.shape === "data") return field.words(value);
  return field.shape === "body" ? bodyText(value as Body) : String(value);
}

/** What an item is called by: its first attribute in words. */
export function itemName(field: ListField, item: Item): string {
  const [first] = field.attributes;
  return first ? displayValue(first, valueAt(item, first.path)) : "";
}

/** What a field holds before anybody has written in it. */
export function emptyValue(field: Field): unknown {
  switch (field.shape) {
    case "line":
    case "text":
      return "";
    case "number":
    case "id":
    case "body":
    case "data":
      return null;
    case "choice":
      return Object.keys(field.choices)[0];
    case "choices":
    case "list":
      return [];
  }
}

/** Content, or an item without its id, with every field of the given ones empty. */
export function emptyContent(fields: readonly Field[]): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const field of fields) {
    const parent = field.path.slice(0, -1).reduce<Record<string, unknown>>((record, key) => {
      record[key] ??= {};
      return record[key] as Record<string, unknown>;
    }, content);
    const name = field.path.at(-1);
    if (name !== undefined) parent[name] = emptyValue(field);
  }
  return content;
}

/** Whether it is as nobody has written in it: no text, no number, the first choice, no items. */
export function isEmptyValue(field: Field, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) ? value.length === 0 : value === emptyValue(field);
}

/** A place in a document as threads, presence and reasons name it: the path of a field or of an item in a list. */
export function placeOf(path: readonly string[]): string {
  return path.join(".");
}

/** A place in the reader's words: the field's label, and for an item what it is called by. Null when it is gone. */
export function describePlace(
  fields: readonly Field[],
  content: DocumentContent,
  place: string,
): { readonly label: string; readonly quote: string } | null {
  for (const field of expandFields(fields, content)) {
    const path = placeOf(field.path);
    if (place === path) return { label: field.label, quote: displayValue(field, valueAt(content, field.path)) };
    if (field.shape !== "list" || !place.startsWith(`${path}.`)) continue;
    const id = place.slice(path.length + 1).split(".")[0];
    const item = itemsAt(content, field.path).find((one) => one.id === id);
    if (item) return { label: field.label, quote: itemName(field, item) };
  }
  return null;
}

/** The field with this dotted path. Throws when there is none: a view names only fields that its kind has. */
export function fieldAt(fields: readonly Field[], path: string): Field {
  const field = fields.find((one) => placeOf(one.path) === path);
  if (!field) throw new Error(`there is no field ${path}`);
  return field;
}

/** As `fieldAt`, for a list. */
export function listAt(fields: readonly Field[], path: string): ListField {
  const field = fieldAt(fields, path);
  if (field.shape !== "list") throw new Error(`${path} is not a list`);
  return field;
}

/** The field that holds the kind's prose; every kind has one. */
export function bodyFieldOf(fields: readonly Field[]): BodyField {
  const field = fields.find((one) => one.shape === "body");
  if (field?.shape !== "body") throw new Error("there is no prose in this kind");
  return field;
}

/** The prose of a content. */
export function bodyOf(fields: readonly Field[], content: DocumentContent): Body {
  return (valueAt(content, bodyFieldOf(fields).path) ?? null) as Body;
}

/** Content with other prose. */
export function withBody<C extends DocumentContent>(fields: readonly Field[], content: C, body: Body): C {
  const [name = ""] = bodyFieldOf(fields).path;
  return { ...content, [name]: body };
}
