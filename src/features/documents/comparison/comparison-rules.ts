// Field by field, list items matched by their id. Reads the kind's fields, so every kind compares alike. Words inside
// of texts are the matter of comparison-word-rules.ts, which weighs more and is loaded where somebody reads a comparison.

import type { Body } from "../bodies/body-rules";
import { isSameJson } from "../drafts/edit-rules";
import {
  type DataField,
  type DocumentContent,
  displayValue,
  expandFields,
  type Field,
  type Item,
  itemsAt,
  type ListField,
  placeOf,
  valueAt,
} from "../field-rules";
import { attributeWords, saysWhere } from "../nesting-rules";
import { type BlockChange, type BodyDiff, isFold, isSameBody } from "./body-change-rules";
import { movedIds } from "./comparison-order-rules";

export type ChangeKind = "added" | "removed" | "changed" | "moved";

/** A value in words on both sides, "" where there is none. */
export interface Sides {
  readonly before: string;
  readonly after: string;
  /** People wrote it, so that the words that differ are worth showing. */
  readonly isProse: boolean;
  /** Where the two differ, as `differingWords` says it; left out where the whole value is exchanged. */
  readonly words?: readonly number[];
}

/** One thing that an item holds beside what it is called by. */
export interface AttributeChange extends Sides {
  readonly label: string;
  readonly path: string;
}

/** An item of a list; `before` and `after` are what it is called by. */
export interface ItemChange extends Sides {
  /** "same" only where everything was asked for. An item that was changed and moved is "changed". */
  readonly change: ChangeKind | "same";
  readonly id: string;
  /** The list's place and the item's id: what threads and reasons know it by. */
  readonly place: string;
  /** Those that differ; all that say something where the item is new, gone or the same. */
  readonly attributes: readonly AttributeChange[];
  /** Its positions in the list, from 1, where it was moved. */
  readonly moved?: { readonly from: number; readonly to: number };
}

export interface ValueChange extends Sides {
  readonly shape: "value";
  readonly change: Exclude<ChangeKind, "moved"> | "same";
  readonly label: string;
  readonly place: string;
  /** The values are not for reading but name a picture. */
  readonly shows?: "face" | "picture";
}

export interface ListChange {
  readonly shape: "list";
  readonly label: string;
  readonly place: string;
  readonly items: readonly ItemChange[];
}

/** Prose. Which of its blocks and words differ is found where it is asked for, from both sides. */
export interface BodyChange {
  readonly shape: "body";
  readonly change: ValueChange["change"];
  readonly label: string;
  readonly place: string;
  /** As they are, until `withWords` has taken them for `diff`. */
  readonly sides?: { readonly before: Body; readonly after: Body };
  readonly diff?: BodyDiff;
}

export type FieldChange = ValueChange | ListChange | BodyChange;

interface Options {
  /** Also what is the same on both sides, as long as it says something. */
  readonly isWhole?: boolean;
}

/** Changes in the order of the kind's fields; fields that are equal are left out. Linear in the size of the content. */
export function compareContent(
  fields: readonly Field[],
  before: DocumentContent,
  after: DocumentContent,
  { isWhole = false }: Options = {},
): readonly FieldChange[] {
  return withSections(fields, before, after).flatMap((field): FieldChange[] => {
    const place = placeOf(field.path);
    if (field.shape === "list") {
      const items = compareItems(field, place, itemsAt(before, field.path), itemsAt(after, field.path));
      const shown = isWhole ? items : items.filter((item) => item.change !== "same");
      return shown.length > 0 ? [{ shape: "list", label: field.label, place, items: shown }] : [];
    }
    if (field.shape === "body") {
      const sides = { before: bodyAt(before, field), after: bodyAt(after, field) };
      const change = bodyChangeOf(sides);
      if (change === "same" && !(isWhole && sides.after)) return [];
      return [{ shape: "body", change, label: field.label, place, sides }];
    }
    const sides = compareValues(field, before, after);
    const change = changeOf(sides);
    if (change === "same" && !(isWhole && sides.after)) return [];
    return [
      { shape: "value", change, label: field.label, place, ...(field.shows && { shows: field.shows }), ...sides },
    ];
  });
}

/** The kind's fields, with the sections that a workspace added both as a list of their names and with their claims. */
function withSections(fields: readonly Field[], ...contents: readonly DocumentContent[]): readonly Field[] {
  return fields.flatMap((field) => {
    const expanded = expandFields([field], ...contents);
    if (field.shape !== "list" || expanded[0] === field) return expanded;
    return [{ ...field, attributes: field.attributes.filter(({ shape }) => shape !== "list") }, ...expanded];
  });
}

function compareValues(field: Field, before: unknown, after: unknown): Sides {
  if (field.shape === "data") return compareData(field, valueAt(before, field.path), valueAt(after, field.path));
  return {
    before: displayValue(field, valueAt(before, field.path)),
    after: displayValue(field, valueAt(after, field.path)),
    isProse: ["line", "text"].includes(field.shape) && !field.shows,
  };
}

/** All of their words; where two values differ and their words don't, that is said. */
function compareData({ words, allWords = words }: DataField, before: unknown, after: unknown): Sides {
  const [was, is] = [before, after].map((value) => (value === null || value === undefined ? "" : allWords(value)));
  const isUntold = was === is && is !== "" && !isSameJson(before, after);
  return { before: was ?? "", after: isUntold ? `${is} (of another meaning)` : (is ?? ""), isProse: true };
}

function changeOf({ before, after }: Sides): ValueChange["change"] {
  if (before === after) return "same";
  if (before === "") return "added";
  return after === "" ? "removed" : "changed";
}

function bodyAt(content: DocumentContent, { path }: Field): Body {
  return (valueAt(content, path) ?? null) as Body;
}

function bodyChangeOf({ before, after }: { readonly before: Body; readonly after: Body }): BodyChange["change"] {
  if (isSameBody(before, after)) return "same";
  if (!before) return "added";
  return after ? "changed" : "removed";
}

/** In the order of `after`; what was removed stands behind what it stood behind. */
function compareItems(
  field: ListField,
  place: string,
  before: readonly Item[],
  after: readonly Item[],
): readonly ItemChange[] {
  const around = { field, before, after };
  const old = new Map(before.map((item, index) => [item.id, { item, index }]));
  const now = new Set(after.map((item) => item.id));
  const moved = movedIds(
    before.filter((item) => now.has(item.id)).map((item) => item.id),
    after.filter((item) => old.has(item.id)).map((item) => item.id),
  );
  const removed = behindWhat(before, (id) => now.has(id), moved);
  const gone = (id: string) =>
    (removed.get(id) ?? []).map((item) => compareItem(around, place, item.id, item, undefined, undefined));
  const kept = after.flatMap((item, index) => {
    const was = old.get(item.id);
    const move = was && moved.has(item.id) ? { from: was.index + 1, to: index + 1 } : undefined;
    return [compareItem(around, place, item.id, was?.item, item, move), ...gone(item.id)];
  });
  return [...gone(""), ...kept];
}

/** Removed items by the id of the item that they stood behind and that kept its place; "" at the start. */
function behindWhat(
  before: readonly Item[],
  isKept: (id: string) => boolean,
  moved: ReadonlySet<string>,
): ReadonlyMap<string, readonly Item[]> {
  const behind = new Map<string, Item[]>();
  let anchor = "";
  for (const item of before) {
    if (!isKept(item.id)) {
      const list = behind.get(anchor);
      if (list) list.push(item);
      else behind.set(anchor, [item]);
    } else if (!moved.has(item.id)) anchor = item.id;
  }
  return behind;
}

interface Lists {
  readonly field: ListField;
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

function compareItem(
  { field, ...lists }: Lists,
  listPlace: string,
  id: string,
  before: Item | undefined,
  after: Item | undefined,
  moved: ItemChange["moved"],
): ItemChange {
  const [first, ...others] = field.attributes;
  const name: Sides = first ? compareValues(first, before, after) : { before: "", after: "", isProse: false };
  const all = others.map((attribute) => ({
    label: attribute.label,
    path: placeOf(attribute.path),
    ...(saysWhere(field, attribute)
      ? comparePlaces(field, attribute, [lists.before, before], [lists.after, after])
      : compareValues(attribute, before, after)),
  }));
  const differing = all.filter((attribute) => attribute.before !== attribute.after);
  const isSame = name.before === name.after && differing.length === 0;
  const change = !before ? "added" : !after ? "removed" : !isSame ? "changed" : moved ? "moved" : "same";
  const attributes =
    change === "changed" ? differing : all.filter((attribute) => attribute.before !== "" || attribute.after !== "");
  return { change, id, place: `${listPlace}.${id}`, attributes, ...(moved && { moved }), ...name };
}

/** What an item stands in. A box that only reads otherwise is not another one. */
function comparePlaces(
  field: ListField,
  attribute: Field,
  [oldItems, was]: readonly [readonly Item[], Item | undefined],
  [newItems, is]: readonly [readonly Item[], Item | undefined],
): Sides {
  const before = was ? attributeWords(field, attribute, oldItems, was) : "";
  const after = is ? attributeWords(field, attribute, newItems, is) : "";
  if (!was || !is) return { before, after, isProse: false };
  const isSame = valueAt(was, attribute.path) === valueAt(is, attribute.path);
  if (isSame) return { before: after, after, isProse: false };
  return { before, after: before === after ? `another “${after}”` : after, isProse: false };
}

/** One change as a sentence can speak of it, for reasons and counts. */
export interface SingleChange {
  readonly place: string;
  readonly change: ChangeKind;
  /** The field's or list's label. */
  readonly label: string;
  /** What it says now, or said before it was removed; "" for pictures. */
  readonly quote: string;
}

/** Every single change, items and blocks one by one, in the order in which they are read. */
export function singleChanges(changes: readonly FieldChange[]): readonly SingleChange[] {
  return changes.flatMap((field): SingleChange[] => {
    if (field.shape === "body") return [...bodySingles(field)];
    const of = ({ change, place, before, after }: ItemChange | ValueChange, quote = after || before) =>
      change === "same" ? [] : [{ place, change, label: field.label, quote }];
    return field.shape === "list" ? field.items.flatMap((item) => of(item)) : of(field, field.shows && "");
  });
}

function bodySingles({ change, place, label, diff }: BodyChange): readonly SingleChange[] {
  const blocks: readonly (BlockChange | Pick<BodyChange, "change">)[] = diff
    ? diff.blocks.filter((block) => !isFold(block))
    : [{ change }];
  return blocks.flatMap((one) => (one.change === "same" ? [] : [{ place, change: one.change, label, quote: "" }]));
}

/** How much changed, by kind: "3 changed, 1 added". */
export function countWords(singles: readonly SingleChange[]): string {
  const kinds = ["changed", "added", "removed", "moved"] as const;
  const counts = kinds.map((kind) => [singles.filter(({ change }) => change === kind).length, kind] as const);
  const words = counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
  return words.length > 0 ? words.join(", ") : "Nothing differs";
}
