// Field by field, list items matched by their id. Reads the kind's fields, so every kind compares alike.
import {
  type DocumentContent,
  displayValue,
  expandFields,
  type Field,
  itemName,
  type ListField,
  valueAt,
} from "./field-rules";

export type ItemChange =
  | { readonly change: "added"; readonly id: string; readonly after: string }
  | { readonly change: "removed"; readonly id: string; readonly before: string }
  | { readonly change: "changed"; readonly id: string; readonly before: string; readonly after: string }
  | { readonly change: "moved"; readonly id: string; readonly after: string };

export type FieldChange =
  | {
      readonly shape: "value";
      readonly label: string;
      readonly path: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly shape: "list"; readonly label: string; readonly path: string; readonly items: readonly ItemChange[] };

/** Changes in the order of the kind's fields; fields that are equal are left out. Linear in the size of the content. */
export function compareContent(
  fields: readonly Field[],
  before: DocumentContent,
  after: DocumentContent,
): readonly FieldChange[] {
  return expandFields(fields, before, after).flatMap((field): FieldChange[] => {
    const [old, now] = [valueAt(before, field.path), valueAt(after, field.path)];
    const place = { label: field.label, path: field.path.join(".") };
    if (field.shape === "list") {
      const items = compareItems(asClaims(field, old), asClaims(field, now));
      return items.length > 0 ? [{ shape: "list", ...place, items }] : [];
    }
    const [oldText, nowText] = [displayValue(field, old), displayValue(field, now)];
    return oldText === nowText ? [] : [{ shape: "value", ...place, before: oldText, after: nowText }];
  });
}

function asClaims(field: ListField, value: unknown): readonly NamedItem[] {
  return Array.isArray(value) ? value.map((item) => ({ id: item.id, text: itemName(field, item) })) : [];
}

interface NamedItem {
  readonly id: string;
  readonly text: string;
}

function compareItems(before: readonly NamedItem[], after: readonly NamedItem[]): readonly ItemChange[] {
  const old = new Map(before.map((claim) => [claim.id, claim]));
  const now = new Set(after.map((claim) => claim.id));
  const moved = movedIds(
    before.filter((claim) => now.has(claim.id)).map((claim) => claim.id),
    after.filter((claim) => old.has(claim.id)).map((claim) => claim.id),
  );
  const changes = after.flatMap((claim): ItemChange[] => {
    const was = old.get(claim.id);
    if (!was) return [{ change: "added", id: claim.id, after: claim.text }];
    if (was.text !== claim.text) return [{ change: "changed", id: claim.id, before: was.text, after: claim.text }];
    return moved.has(claim.id) ? [{ change: "moved", id: claim.id, after: claim.text }] : [];
  });
  const removed = before
    .filter((claim) => !now.has(claim.id))
    .map((claim): ItemChange => ({ change: "removed", id: claim.id, before: claim.text }));
  return [...changes, ...removed];
}

/**
 * Ids that changed place, as few as possible: those outside a longest increasing run of old positions
 * (patience sorting), so that moving one claim up doesn't mark all it passed.
 */
function movedIds(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const position = new Map(before.map((id, index) => [id, index]));
  const tails: number[] = [];
  const previous = new Array<number>(after.length).fill(-1);
  const tailIndex: number[] = [];
  after.forEach((id, index) => {
    const value = position.get(id) ?? -1;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    tails[low] = value;
    tailIndex[low] = index;
    previous[index] = low > 0 ? (tailIndex[low - 1] ?? -1) : -1;
  });
  const moved = new Set(after);
  for (let index = tailIndex.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) moved.delete(after[index] ?? "");
  return moved;
}
