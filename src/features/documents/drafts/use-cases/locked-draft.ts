import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import { lockDraft } from "../../document-queries";
import type { DocumentContent } from "../../field-rules";
import { findPublished } from "../../versions/version-queries";
import { knownDraft, rememberDraft } from "./known-draft";

/** The draft with its document, locked until the transaction ends. Throws NOT_FOUND. */
export async function lockedDraft<C extends DocumentContent>(scope: Scope, kind: DocumentKind<C>, documentId: string) {
  const known = knownDraft(documentId);
  const row = await lockDraft(scope.tx, scope.workspaceId, kind.name, documentId, known?.contentHash ?? null);
  if (!row) throw documentNotFound(kind);
  const content = row.content === null ? (known?.content as C) : kind.schema.parse(row.content);
  rememberDraft(documentId, { contentHash: row.contentHash, content });
  return { ...row, content };
}

/** Whether a locked draft differs from the current version; true where there is none. */
export async function isChangedDraft(
  scope: Scope,
  documentId: string,
  draft: { readonly contentHash: string; readonly currentVersion: number | null },
): Promise<boolean> {
  if (draft.currentVersion === null) return true;
  const which = { number: draft.currentVersion, withContent: false };
  const current = await findPublished(scope.tx, scope.workspaceId, documentId, which);
  return draft.contentHash !== current?.contentHash;
}

export function documentNotFound(kind: { readonly name: string }): AppError {
  return new AppError("NOT_FOUND", `This ${kind.name} doesn't exist, or you may not see it.`);
}
