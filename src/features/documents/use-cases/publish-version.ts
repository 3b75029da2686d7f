import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { PublishInput } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { touchDocument, writeDraft } from "../document-queries";
import type { DocumentContent } from "../field-rules";
import { publishBlocks } from "../lifecycle-rules";
import { insertVersion } from "../version-queries";
import { lockedDraft } from "./locked-draft";

/**
 * Freezes the draft as the next version, from the revision that the publisher has seen. Of two people publishing at
 * once one wins; the other gets CONFLICT with the revision that is current now. Throws BLOCKED with the reasons.
 */
export async function publishVersion<C extends DocumentContent>(
  scope: Scope<"document.publish">,
  kind: DocumentKind<C>,
  input: PublishInput,
): Promise<{ number: number }> {
  const { tx, workspaceId, userId } = scope;
  const { documentId } = input;
  const draft = await lockedDraft(scope, kind, documentId);
  if (draft.revision !== input.revision) {
    throw new AppError("CONFLICT", "The draft has changed since you looked. Read the changes, then publish again.", {
      revision: draft.revision,
      currentVersion: draft.currentVersion,
    });
  }
  const blocks = publishBlocks({
    isRetired: draft.retiredAt !== null,
    currentVersion: draft.currentVersion,
    isChanged: draft.contentHash !== draft.currentHash,
    missing: kind.missing(draft.content),
  });
  if (blocks.length > 0) {
    throw new AppError("BLOCKED", blocks.map((block) => block.message).join(" "), {
      reasons: blocks.map((block) => block.code),
    });
  }

  const number = (draft.currentVersion ?? 0) + 1;
  if (number > 1 && !input.reason) throw new AppError("INVALID", "Say why it changed.", { path: "reason" });
  const { content, contentHash } = draft;
  await insertVersion(tx, workspaceId, {
    documentId,
    number,
    content,
    contentHash,
    note: input.note,
    reason: number === 1 ? "first" : (input.reason ?? "wording"),
    basedOn: draft.basedOn,
    authorId: userId,
  });
  // The draft lives on with the same content and a new revision, so that a publication is seen as a change of it.
  await writeDraft(tx, workspaceId, documentId, {
    content,
    contentHash,
    revision: draft.revision + 1,
    basedOn: number,
    userId,
  });
  await touchDocument(tx, workspaceId, documentId, { currentVersion: number });
  await recordAudit(scope, {
    action: "version.published",
    objectType: "document",
    objectId: documentId,
    details: { kind: kind.name, title: content.title, number },
  });
  return { number };
}
