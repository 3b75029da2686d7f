// Several documents of a kind, row by row.
import {
  type DocumentContent,
  displayValue,
  expandFields,
  type Field,
  type Item,
  itemName,
  itemsAt,
  type ListField,
  placeOf,
  valueAt,
} from "../field-rules";
import { attributeWords, nestedItems, saysWhere } from "../nesting-rules";

/** How many documents stand side by side at most. */
export const MOST_BESIDE = 4;

export interface BesideItem {
  readonly item: Item;
  readonly text: string;
  /** What else it holds, in words; that a claim is an assumption is left to be drawn. */
  readonly details: string;
  /** Every one of the documents has an item of this text; where they are no claims, with the same details. */
  readonly isShared: boolean;
  /** How deep it stands in others. */
  readonly depth: number;
}

interface RowBase {
  readonly label: string;
  readonly place: string;
  /** All documents say the same here. */
  readonly isSame: boolean;
}

/** A cell for each document, in their order. */
export type BesideRow =
  | (RowBase & { readonly shape: "value"; readonly cells: readonly string[] })
  | (RowBase & { readonly shape: "list"; readonly cells: readonly (readonly BesideItem[])[] });

/**
 * A row for each field that any of the documents says something in. Their items are different things even where they
 * are alike, so they are matched by nothing but equal text.
 */
export function besideRows(fields: readonly Field[], contents: readonly DocumentContent[]): readonly BesideRow[] {
  return expandFields(fields, ...contents).flatMap((field): BesideRow[] => {
    if (field.shows) return [];
    const base = { label: field.label, place: placeOf(field.path) };
    if (field.shape === "list") {
      const cells = sharedMarked(
        contents.map((content) => itemsOf(field, itemsAt(content, field.path))),
        field.isClaims ? ({ text }) => comparable(text) : ({ text, details }) => `${comparable(text)}\n${details}`,
      );
      if (cells.every((items) => items.length === 0)) return [];
      return [
        { ...base, shape: "list", cells, isSame: cells.every((items) => items.every(({ isShared }) => isShared)) },
      ];
    }
    const cells = contents.map((content) => displayValue(field, valueAt(content, field.path)));
    if (cells.every((cell) => cell === "")) return [];
    return [{ ...base, shape: "value", cells, isSame: cells.every((cell) => cell === cells[0]) }];
  });
}

/** The rows without what all documents have in common. */
export function differencesOnly(rows: readonly BesideRow[]): readonly BesideRow[] {
  return rows
    .filter(({ isSame }) => !isSame)
    .map((row) =>
      row.shape === "value"
        ? row
        : { ...row, cells: row.cells.map((items) => items.filter(({ isShared }) => !isShared)) },
    );
}

function itemsOf(field: ListField, items: readonly Item[]): readonly Unmarked[] {
  return nestedItems(field, items).map(({ item, depth }) => ({
    ...{ item, depth, text: itemName(field, item), details: detailsOf(field, item, depth) },
  }));
}

function detailsOf(field: ListField, item: Item, depth: number): string {
  return field.attributes
    .slice(1)
    .flatMap((attribute) => {
      // What an item stands in is drawn, but for the roots.
      if (saysWhere(field, attribute) && depth > 0) return [];
      const text = attributeWords(field, attribute, [], item);
      if (text === "" || attribute.shape === "list" || isAssumption(attribute, item)) return [];
      return [attribute.shape === "number" ? `${attribute.label} ${text}` : text];
    })
    .join(" · ");
}

/** Drawn, not written: most of a young persona's claims are assumptions. */
function isAssumption(attribute: Field, item: Item): boolean {
  return attribute.path[0] === "provenance" && item.provenance === "assumption";
}

type Unmarked = Omit<BesideItem, "isShared">;

function sharedMarked(
  cells: readonly (readonly Unmarked[])[],
  keyOf: (item: Unmarked) => string,
): readonly (readonly BesideItem[])[] {
  const keys = cells.map((items) => new Set(items.map(keyOf)));
  const isShared = (key: string) => cells.length > 1 && keys.every((one) => one.has(key));
  return cells.map((items) => items.map((item) => ({ ...item, isShared: isShared(keyOf(item)) })));
}

/** Equal but for spaces, capitals and a full stop at the end. */
function comparable(text: string): string {
  return text
    .normalize("NFC")
    .toLocaleLowerCase("en")
    .replace(/\s+/g, " ")
    .replace(/[.\s]+$/, "")
    .trim();
}

/** The documents and the switches that the page's address names. */
export interface BesideAddress {
  readonly ids: readonly string[];
  readonly isDifferencesOnly: boolean;
  /** What is published, also where the reader may see drafts. */
  readonly isPublished: boolean;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is no id, is named twice or is one too many is passed over. */
export function readBesideAddress(params: Params): BesideAddress {
  const ids = typeof params.ids === "string" ? params.ids.split(",").filter((id) => ID.test(id)) : [];
  return {
    ids: [...new Set(ids)].slice(0, MOST_BESIDE),
    isDifferencesOnly: params.only === "differences",
    isPublished: params.read === "published",
  };
}

/** What stands behind the question mark, with commas as they are: people read addresses. */
export function besideQuery({ ids, isDifferencesOnly, isPublished }: BesideAddress): string {
  const parts = [
    ids.length > 0 && `ids=${ids.join(",")}`,
    isDifferencesOnly && "only=differences",
    isPublished && "read=published",
  ];
  return parts.filter(Boolean).join("&");
}
