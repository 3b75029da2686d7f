// What a copy of a document has of its own.
import { type Body, walkBody } from "../bodies/body-rules";
import { ADDED_FIELDS, type Field, type Item, isRecord, itemsAt, type ListField, valueAt } from "../field-rules";

/** "Copy of Maya", within so many characters. */
export function copyTitle(title: string, max: number): string {
  const copy = title === "" ? "Copy" : `Copy of ${title}`;
  return copy.length <= max
    ? copy
    : `${copy
        .slice(0, max - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/**
 * The same content with new ids for its items, so that a comment on a claim never means the copy's. The id of a link is
 * that of what it links to, and the id of an added field the workspace's: both stay.
 */
export function copiedContent<C extends Record<string, unknown>>(fields: readonly Field[], content: C): C {
  const copy = structuredClone(content);
  for (const field of fields) {
    if (field.shape === "list") renew(field, itemsAt(copy, field.path));
    if (field.shape === "body") renewNeeds((valueAt(copy, field.path) ?? null) as Body);
  }
  return copy;
}

/** A need is collected by its id: the copy's is another one. */
function renewNeeds(body: Body): void {
  walkBody(body, ({ type, attrs }) => {
    if (type === "need" && attrs?.id) Object.assign(attrs, { id: crypto.randomUUID() });
    return undefined;
  });
}

function renew(field: ListField, items: readonly Item[]): void {
  const keepsIds = field.linksTo !== undefined || ADDED_FIELDS.includes(field);
  const ids = new Map<unknown, string>();
  for (const item of items) {
    const { id } = item;
    if (!keepsIds && isRecord(item)) Object.assign(item, { id: crypto.randomUUID() });
    ids.set(id, item.id);
    for (const inner of field.attributes) if (inner.shape === "list") renew(inner, itemsAt(item, inner.path));
  }
  const { nests } = field;
  // What stands in an item stands in its copy.
  if (nests) for (const item of items) Object.assign(item, { [nests.by]: ids.get(item[nests.by]) ?? item[nests.by] });
}
