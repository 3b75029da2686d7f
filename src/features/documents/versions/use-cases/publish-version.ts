import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { approvalFacts } from "../../approvals/use-cases/approval-facts";
import { storeBody } from "../../bodies/use-cases/store-body";
import { compareContent } from "../../comparison/comparison-rules";
import type { PublishInput } from "../../document-contract";
import type { DocumentKind } from "../../document-kind";
import { touchDocument, writeDraft } from "../../document-queries";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import { deleteConfirmedMarks } from "../../marks/mark-queries";
import { markResting } from "../../marks/use-cases/mark-resting";
import { refuseBlocks, refuseStale } from "../../use-cases/refuse-blocks";
import { recordVerification } from "../../verification/use-cases/record-verification";
import { publishBlocks } from "../lifecycle-rules";
import { versionPublished } from "../version-jobs";
import { findPublished, insertVersion } from "../version-queries";
import { changedPlaces } from "../version-reason-rules";

/**
 * Freezes the draft as the next version, from the revision that the publisher has seen. Of two people publishing at
 * once one wins; the other gets CONFLICT with the revision that is current now. Throws BLOCKED with the reasons, and
 * INVALID for a reason given to what has not changed.
 */
export async function publishVersion<C extends DocumentContent>(
  scope: Scope<"document.publish">,
  kind: DocumentKind<C>,
  input: PublishInput,
  { sessionId = null, now = new Date() }: { readonly sessionId?: string | null; readonly now?: Date } = {},
): Promise<{ number: number }> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, note } = input;
  // Fields and prose are frozen together: what was acknowledged a moment ago makes a revision that nobody has seen yet.
  await storeBody(scope, kind, documentId);
  const draft = await lockedDraft(scope, kind, documentId);
  refuseStale(draft, input.revision, "Read the changes, then publish again.");
  const { content, contentHash, currentVersion } = draft;
  const current =
    currentVersion === null
      ? undefined
      : await findPublished(tx, workspaceId, documentId, {
          number: currentVersion,
          withContent: input.reasons !== undefined,
        });
  const { policy, approvers } = await approvalFacts(scope, documentId, draft.revision);
  refuseBlocks(
    publishBlocks({
      isRetired: draft.retiredAt !== null,
      currentVersion,
      isChanged: contentHash !== current?.contentHash,
      missing: kind.missing(content),
      approvals: { needed: policy.needed, given: approvers.length },
    }),
  );

  const number = (currentVersion ?? 0) + 1;
  const reason = number === 1 ? "first" : input.reason;
  if (!reason) throw new AppError("INVALID", "Say why it changed.", { path: "reason" });
  await insertVersion(tx, workspaceId, {
    documentId,
    number,
    content,
    contentHash,
    note,
    reason,
    reasons: reasonsByPlace(kind, input, current?.content ?? null, content),
    approvers,
    basedOn: draft.basedOn,
    authorId: userId,
    publishedAt: now,
  });
  // The draft lives on with the same content and a new revision, so that a publication is seen as a change of it.
  await writeDraft(tx, workspaceId, documentId, {
    content,
    words: null,
    contentHash,
    revision: draft.revision + 1,
    basedOn: number,
    userId,
  });
  await touchDocument(tx, workspaceId, documentId, { currentVersion: number });
  // Who publishes words stands for them as of today.
  await recordVerification(scope, kind, {
    documentId,
    version: number,
    content,
    result: "published",
    note,
    sessionId,
    now,
  });
  await recordAudit(scope, {
    action: "version.published",
    objectType: "document",
    objectId: documentId,
    details: { kind: kind.name, title: content.title, number },
  });
  await recordActivity(scope, { documentId, verb: "published", details: { number, note }, isOnDraft: false });
  // What it was marked for, and others because of it, was said of the version before.
  for (const id of await deleteConfirmedMarks(tx, workspaceId, documentId)) {
    if (id !== documentId) await announceChange(scope, id, "versions");
  }
  if (kind.name === "segment" && number > 1) {
    await markResting(scope, { documentId, title: content.title || "a segment without a name", number });
  }
  await enqueue(
    tx,
    versionPublished,
    { workspaceId, userId, documentId, kind: kind.name, number },
    `version-published:${documentId}:${number}`,
  );
  await announceChange(scope, documentId, "versions");
  return { number };
}

/** Reasons other than the version's own, by place. Throws INVALID for a place that has not changed. */
function reasonsByPlace<C extends DocumentContent>(
  kind: DocumentKind<C>,
  { reason, reasons = [] }: PublishInput,
  published: unknown,
  after: C,
): Readonly<Record<string, string>> {
  if (reasons.length === 0) return {};
  const places = published
    ? changedPlaces(compareContent(kind.fields, kind.schema.parse(published), after))
    : new Set<string>();
  const stranger = reasons.find(({ place }) => !places.has(place));
  if (stranger) {
    throw new AppError("INVALID", "A reason is given for something that has not changed.", { path: stranger.place });
  }
  return Object.fromEntries(reasons.filter((one) => one.reason !== reason).map((one) => [one.place, one.reason]));
}
