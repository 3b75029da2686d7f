// Small operations on JSON content, the same in the browser (at once) and on the server (for good).
import { AppError } from "@/shared/errors";
import { isRecord, itemsAt, valueAt } from "../field-rules";

/** Path segments are property names, or the id of an item where the value is a list. */
type EditPath = readonly string[];

export interface ListItem {
  readonly id: string;
  readonly [key: string]: unknown;
}

/** `before` is the id of the item to stand in front of; null means at the end. */
export type Edit =
  | { readonly op: "set"; readonly path: EditPath; readonly value: unknown }
  | { readonly op: "insert"; readonly path: EditPath; readonly item: ListItem; readonly before: string | null }
  | { readonly op: "remove"; readonly path: EditPath; readonly id: string }
  | { readonly op: "move"; readonly path: EditPath; readonly id: string; readonly before: string | null };

/**
 * Content after the edit; the given content is not altered. Whether the result is good content is for the kind's
 * schema to say. Throws CONFLICT when the edit speaks of an item that is no longer there, INVALID for a path that
 * the content doesn't have. Removing what is gone already is no error, so that a repeated edit does no harm.
 */
export function applyEdit<C>(content: C, edit: Edit): C {
  if (edit.op === "set") return replaceAt(content, edit.path, () => edit.value) as C;
  return replaceAt(content, edit.path, (value) => changeList(asList(value, edit.path), edit)) as C;
}

export function applyEdits<C>(content: C, edits: readonly Edit[]): C {
  return edits.reduce(applyEdit, content);
}

function changeList(list: readonly ListItem[], edit: Exclude<Edit, { op: "set" }>): readonly ListItem[] {
  switch (edit.op) {
    case "insert":
      if (list.some((item) => item.id === edit.item.id)) throw new AppError("CONFLICT", "This item is there already.");
      return place(list, edit.item, edit.before);
    case "remove":
      return list.filter((item) => item.id !== edit.id);
    case "move": {
      const item = list.find((one) => one.id === edit.id);
      if (!item) throw gone();
      if (edit.before === edit.id) return list;
      return place(
        list.filter((one) => one.id !== edit.id),
        item,
        edit.before,
      );
    }
  }
}

/** An anchor that somebody removed meanwhile means the end: the item matters more than its exact place. */
function place(list: readonly ListItem[], item: ListItem, before: string | null): readonly ListItem[] {
  const index = before === null ? -1 : list.findIndex((one) => one.id === before);
  return index < 0 ? [...list, item] : list.toSpliced(index, 0, item);
}

function replaceAt(value: unknown, path: EditPath, change: (value: unknown) => unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return change(value);
  if (Array.isArray(value)) {
    const index = value.findIndex((item) => isRecord(item) && item.id === head);
    if (index < 0) throw gone();
    return value.with(index, replaceAt(value[index], rest, change));
  }
  // Own properties only: a path can't reach a prototype, nor add what the kind's content doesn't have.
  if (!isRecord(value) || !Object.hasOwn(value, head)) {
    throw new AppError("INVALID", "This field doesn't exist.", { path: path.join(".") });
  }
  return { ...value, [head]: replaceAt(value[head], rest, change) };
}

function asList(value: unknown, path: EditPath): readonly ListItem[] {
  if (Array.isArray(value) && value.every((item) => isRecord(item) && typeof item.id === "string")) {
    return value as readonly ListItem[];
  }
  throw new AppError("INVALID", "This field is not a list.", { path: path.join(".") });
}

function gone(): AppError {
  return new AppError("CONFLICT", "Somebody removed this item meanwhile.");
}

/** Later edits of the same field replace earlier ones that were not sent yet, so that typing sends one edit. */
export function coalesce(edits: readonly Edit[], next: Edit): readonly Edit[] {
  const last = edits.at(-1);
  const isSameField = last?.op === "set" && next.op === "set" && last.path.join("\n") === next.path.join("\n");
  return isSameField ? [...edits.slice(0, -1), next] : [...edits, next];
}

/**
 * The edit that takes this one back, judged by the content before it; null when there is nothing to take back. An item
 * returns in front of the one that followed it.
 */
export function inverseOf(content: unknown, edit: Edit): Edit | null {
  if (edit.op === "set") {
    const value = valueAt(content, edit.path);
    return value === undefined ? null : { op: "set", path: edit.path, value };
  }
  const { path } = edit;
  const list = itemsAt(content, path);
  const id = edit.op === "insert" ? edit.item.id : edit.id;
  const index = list.findIndex((one) => one.id === id);
  const item = list[index];
  const before = list[index + 1]?.id ?? null;
  switch (edit.op) {
    case "insert":
      return item ? null : { op: "remove", path, id };
    case "remove":
      return item ? { op: "insert", path, item, before } : null;
    case "move":
      return item ? { op: "move", path, id, before } : null;
  }
}

/**
 * The edits as they took effect, given that the kind's schema trimmed and completed what they wrote: applied to
 * `before` they give exactly `stored`. Where that can't be said edit by edit, whole properties are set.
 */
export function effectiveEdits(
  before: Record<string, unknown>,
  edits: readonly Edit[],
  stored: Record<string, unknown>,
) {
  const effective = edits.map((edit): Edit => {
    if (edit.op === "set") {
      const value = valueAt(stored, edit.path);
      return value === undefined ? edit : { ...edit, value };
    }
    if (edit.op !== "insert") return edit;
    const item = valueAt(stored, [...edit.path, edit.item.id]);
    return isRecord(item) ? { ...edit, item: item as ListItem } : edit;
  });
  if (givesExactly(before, effective, stored)) return effective;
  return Object.keys(stored)
    .filter((name) => !isSameJson(before[name], stored[name]))
    .map((name): Edit => ({ op: "set", path: [name], value: stored[name] }));
}

function givesExactly(before: unknown, edits: readonly Edit[], stored: unknown): boolean {
  try {
    return isSameJson(applyEdits(before, edits), stored);
  } catch {
    return false;
  }
}

/** Whether two JSON values are equal, whatever the order of their properties. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((value, index) => isSameJson(value, other[index]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameJson(one[name], other[name]))
  );
}
