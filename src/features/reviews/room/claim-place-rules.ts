// What of a document can be marked: single statements, each by its place.
import { type DocumentContent, expandFields, type Field, itemsAt, placeOf } from "@/features/documents/field-rules";

function isMarkable(field: Field): boolean {
  return field.shape === "list" && field.linksTo === undefined && field.nests === undefined;
}

/** The dotted paths of the lists whose items are marked. */
export function markableLists(fields: readonly Field[], ...contents: readonly DocumentContent[]): ReadonlySet<string> {
  return new Set(
    expandFields(fields, ...contents)
      .filter(isMarkable)
      .map(({ path }) => placeOf(path)),
  );
}

/** Whether the content has a statement at this place. */
export function hasClaim(fields: readonly Field[], content: DocumentContent, place: string): boolean {
  return expandFields(fields, content).some((field) => {
    const list = placeOf(field.path);
    if (!isMarkable(field) || !place.startsWith(`${list}.`)) return false;
    const id = place.slice(list.length + 1);
    return itemsAt(content, field.path).some((item) => item.id === id);
  });
}
