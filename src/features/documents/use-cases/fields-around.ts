import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../document-kind";
import { expandFields, type Field } from "../field-rules";
import { findContent } from "../threads/thread-queries";

/**
 * The kind's fields to name places by. Sections that a workspace defined are called as the content says, which is read
 * only where one of the places lies in one.
 */
export async function fieldsAround(
  scope: Scope,
  kind: DocumentKind,
  document: { readonly id: string; readonly currentVersion: number | null },
  places: readonly (string | null)[],
): Promise<readonly Field[]> {
  if (!places.some((place) => place?.startsWith("sections."))) return kind.fields;
  const version = scope.may("draft.read") ? null : document.currentVersion;
  const content = await findContent(scope.tx, scope.workspaceId, document.id, version);
  // The kind's own last, for sections that are gone.
  return content ? [...expandFields(kind.fields, kind.schema.parse(content)), ...kind.fields] : kind.fields;
}
