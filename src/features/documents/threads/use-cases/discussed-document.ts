import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import { findDiscussed } from "../thread-queries";

/** All kinds there are, as the composition of the API knows them: threads are the same on every kind. */
export type DocumentKinds = Readonly<Record<DocumentKind["name"], DocumentKind>>;

/** The document that is spoken about. Throws NOT_FOUND, also for who reads published ones only and it isn't yet. */
export async function discussedDocument(scope: Scope, documentId: string) {
  const row = await findDiscussed(scope.tx, scope.workspaceId, documentId);
  if (!row || (row.currentVersion === null && !scope.may("draft.read"))) {
    throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  }
  return row;
}

export function threadNotFound(): AppError {
  return new AppError("NOT_FOUND", "This thread doesn't exist, or you may not see it.");
}
