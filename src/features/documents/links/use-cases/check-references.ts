import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import { type DocumentContent, type Field, itemsAt, placeOf, valueAt } from "../../field-rules";
import { existingDocuments, existingPictures } from "../reference-queries";

/**
 * Throws INVALID when content names something new that this workspace doesn't have: a document in a list of links, or
 * a picture. What was named before stays, also when it is gone by now. Asks the database only about what is new.
 */
export async function refuseUnknownReferences<C extends DocumentContent>(
  { tx, workspaceId }: Scope,
  kind: DocumentKind<C>,
  before: DocumentContent,
  after: DocumentContent,
): Promise<void> {
  for (const field of kind.fields) {
    if (field.shape === "id") {
      const id = valueAt(after, field.path);
      if (typeof id !== "string" || id === valueAt(before, field.path)) continue;
      refuseMissing(field, [id], await existingPictures(tx, workspaceId, [id]));
    }
    if (field.shape === "list" && field.linksTo) {
      const known = new Set(itemsAt(before, field.path).map(({ id }) => id));
      const added = itemsAt(after, field.path).flatMap(({ id }) => (known.has(id) ? [] : [id]));
      if (added.length > 0) refuseMissing(field, added, await existingDocuments(tx, workspaceId, field.linksTo, added));
    }
  }
}

function refuseMissing(field: Field, ids: readonly string[], existing: ReadonlySet<string>): void {
  if (ids.every((id) => existing.has(id))) return;
  const what = field.shape === "list" && field.linksTo ? field.linksTo : "picture";
  throw new AppError("INVALID", `${field.label}: this ${what} doesn't exist in this workspace.`, {
    path: placeOf(field.path),
  });
}
