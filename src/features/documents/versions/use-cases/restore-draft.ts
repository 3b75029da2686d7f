// Two ways back: to a version, and to a copy of the draft. Neither loses the current draft, nor what people write
// meanwhile: prose that is open in editors is changed there, by as little as leads to what is restored.
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { resetApproval } from "../../approvals/use-cases/reset-approval";
import { findBody } from "../../bodies/body-queries";
import { readBody } from "../../bodies/body-yjs";
import { mergeBody } from "../../bodies/merge-body";
import { changeBody } from "../../bodies/use-cases/change-body";
import { storeBody } from "../../bodies/use-cases/store-body";
import { carryThreads } from "../../comparison/thread-carry-rules";
import type { DocumentKind } from "../../document-kind";
import { writeDraft } from "../../document-queries";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { documentNotFound, lockedDraft } from "../../drafts/use-cases/locked-draft";
import { bodyOf, type DocumentContent } from "../../field-rules";
import { documentWords } from "../../search/search-text-rules";
import { restoreBlocks } from "../lifecycle-rules";
import { findRestorePoint, insertRestorePoint } from "../restore-point-queries";
import { findVersion, hasVersionWithHash } from "../version-queries";

/** Makes the draft equal to an old version; publishing it gives a new number. Throws NOT_FOUND, BLOCKED. */
export async function restoreVersion<C extends DocumentContent>(
  scope: Scope<"document.restore">,
  kind: DocumentKind<C>,
  input: { readonly documentId: string; readonly number: number },
): Promise<{ revision: number }> {
  const version = await findVersion(scope.tx, scope.workspaceId, kind.name, input.documentId, input.number);
  if (!version) throw documentNotFound(kind);
  const revision = await replaceDraft(scope, kind, input.documentId, {
    content: version.content,
    basedOn: version.number,
  });
  await recordAudit(scope, {
    action: "draft.restored",
    objectType: "document",
    objectId: input.documentId,
    details: { kind: kind.name, title: version.title, number: version.number },
  });
  await recordActivity(scope, {
    documentId: input.documentId,
    verb: "restored",
    details: { number: version.number },
    isOnDraft: true,
  });
  return { revision };
}

/** Brings back a copy of the draft; the draft of now is set aside in its place. Throws NOT_FOUND, BLOCKED. */
export async function restoreSetAsideDraft<C extends DocumentContent>(
  scope: Scope<"document.restore">,
  kind: DocumentKind<C>,
  input: { readonly documentId: string; readonly restorePointId: number },
): Promise<{ revision: number }> {
  const point = await findRestorePoint(scope.tx, scope.workspaceId, input.documentId, input.restorePointId);
  if (!point) throw new AppError("NOT_FOUND", "This draft doesn't exist, or you may not see it.");
  const revision = await replaceDraft(scope, kind, input.documentId, point);
  await recordActivity(scope, { documentId: input.documentId, verb: "brought-back", isOnDraft: true });
  return { revision };
}

async function replaceDraft<C extends DocumentContent>(
  scope: Scope<"document.restore">,
  kind: DocumentKind<C>,
  documentId: string,
  source: { readonly content: unknown; readonly basedOn: number | null },
): Promise<number> {
  const { tx, workspaceId, userId } = scope;
  // What was acknowledged a moment ago is part of what is set aside.
  await storeBody(scope, kind, documentId);
  const draft = await lockedDraft(scope, kind, documentId);
  const [block] = restoreBlocks({ isRetired: draft.retiredAt !== null });
  if (block) throw new AppError("BLOCKED", block.message, { reasons: [block.code] });

  // A draft that equals a version can be had again from that version, so only other content is set aside.
  if (!(await hasVersionWithHash(tx, workspaceId, documentId, draft.contentHash))) {
    const { content, revision, basedOn } = draft;
    await insertRestorePoint(tx, workspaceId, {
      documentId,
      content,
      revision,
      basedOn,
      setAsideBy: userId,
      cause: "restore",
    });
  }
  const content = kind.schema.parse(source.content);
  const revision = draft.revision + 1;
  await writeDraft(tx, workspaceId, documentId, {
    content,
    words: documentWords(kind.fields, content),
    contentHash: canonicalHash(content),
    revision,
    basedOn: source.basedOn,
    userId,
  });
  await resetApproval(scope, { documentId, kind: kind.name, title: content.title, revision: draft.revision });
  await announceChange(scope, documentId, "versions");
  // Nobody has opened it in an editor yet: it will begin with the content.
  if (!(await findBody(tx, workspaceId, documentId))) return revision;
  const changed = await changeBody(scope, kind, documentId, (doc) =>
    mergeBody(doc, carryThreads(readBody(doc).marked, bodyOf(kind.fields, content))),
  );
  return changed.revision;
}
