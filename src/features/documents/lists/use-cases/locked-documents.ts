import type { Scope } from "@/server/access/open-scope";
import type { KindName } from "@/shared/document-kinds";
import { AppError } from "@/shared/errors";
import { lockDocuments } from "../tag-queries";

/** All of the documents, locked until the transaction ends, always in the same order. Throws NOT_FOUND if one is missing. */
export async function lockedDocuments(scope: Scope, kind: { readonly name: KindName }, documentIds: readonly string[]) {
  const rows = await lockDocuments(scope.tx, scope.workspaceId, kind.name, documentIds);
  if (rows.length < documentIds.length) {
    const what = documentIds.length === 1 ? `This ${kind.name} doesn't` : `One of these ${kind.name}s doesn't`;
    throw new AppError("NOT_FOUND", `${what} exist, or you may not see it. Nothing was changed.`);
  }
  return rows;
}
