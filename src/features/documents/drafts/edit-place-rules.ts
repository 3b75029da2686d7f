// Where an edit went wrong, in the words of the page.
import { type DocumentContent, expandFields, type Field, isRecord, valueAt } from "../field-rules";

type PlacePath = readonly (string | number)[];

/**
 * The field at or above a path in content, and which item of its list: "Goals, item 4". A number in the path is an
 * index, as in a schema's refusal. Null where the kind has no such field.
 */
export function whereInContent(fields: readonly Field[], content: unknown, path: PlacePath): string | null {
  const byId = withIds(content, path);
  const field = expandFields(fields, content as DocumentContent)
    .filter((one) => one.path.every((name, index) => byId[index] === name))
    .at(-1);
  if (!field) return null;
  const list = valueAt(content, field.path);
  const id = byId[field.path.length];
  if (field.shape !== "list" || id === undefined || !Array.isArray(list)) return field.label;
  const index = list.findIndex((item) => isRecord(item) && item.id === id);
  return index < 0 ? field.label : `${field.label}, item ${index + 1}`;
}

/** The path with the ids of items in the place of their indexes. */
function withIds(content: unknown, path: PlacePath): readonly string[] {
  let value = content;
  return path.map((step) => {
    if (Array.isArray(value) && typeof step === "number") {
      value = value[step];
      return isRecord(value) && typeof value.id === "string" ? value.id : String(step);
    }
    value = valueAt(value, [String(step)]);
    return String(step);
  });
}

/** A sentence that begins with where it is about, unless it says so itself. */
export function namingPlace(where: string | null, sentence: string): string {
  if (where === null || sentence.startsWith(where)) return sentence;
  return `${where}: ${sentence}`;
}
