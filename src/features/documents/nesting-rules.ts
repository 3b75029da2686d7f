// Lists whose items stand in one another, such as the conditions of a rule in their groups.
import { displayValue, type Field, type Item, itemName, type ListField, valueAt } from "./field-rules";

export interface NestedItem {
  readonly item: Item;
  /** 0 for one that stands in no other. */
  readonly depth: number;
}

/** The items as they are read: those of a root together, each followed by what stands in it; at the end those that stand nowhere. */
export function nestedItems({ nests }: ListField, items: readonly Item[]): readonly NestedItem[] {
  if (!nests) return items.map((item) => ({ item, depth: 0 }));
  const within = Map.groupBy(items, (item) => String(item[nests.by]));
  const placed = new Set<Item>();
  const below = (place: string, depth: number): readonly NestedItem[] =>
    (within.get(place) ?? []).flatMap((item) => {
      if (placed.has(item)) return [];
      placed.add(item);
      return [{ item, depth }, ...below(item.id, depth + 1)];
    });
  const found = Object.keys(nests.roots).flatMap((root) => below(root, 0));
  return [...found, ...items.filter((item) => !placed.has(item)).map((item) => ({ item, depth: 0 }))];
}

/** Whether the attribute says what an item stands in. */
export function saysWhere({ nests }: ListField, attribute: Field): boolean {
  return nests !== undefined && attribute.path[0] === nests.by;
}

/** An item's attribute in words: what it stands in by what that is called, "" when that is gone. */
export function attributeWords(field: ListField, attribute: Field, items: readonly Item[], item: Item): string {
  const value = valueAt(item, attribute.path);
  if (!field.nests || !saysWhere(field, attribute)) return displayValue(attribute, value);
  const { roots } = field.nests;
  const place = String(value);
  // Own ones only: every object also answers to "toString".
  if (Object.hasOwn(roots, place)) return roots[place] ?? "";
  const box = items.find(({ id }) => id === value);
  return box ? itemName(field, box) : "";
}
