import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { replaceAnchored } from "../../bodies/body-anchors";
import { changeBody } from "../../bodies/use-cases/change-body";
import { storeBody } from "../../bodies/use-cases/store-body";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import { threadResolved } from "../../marks/use-cases/mark-disputed";
import type { DecideProposalInput } from "../text-thread-contract";
import { decideOn, findProposal } from "../text-thread-queries";
import { replaceBlock } from "../text-thread-rules";
import { updateThread } from "../thread-queries";
import { type DocumentKinds, discussedDocument, threadNotFound } from "./discussed-document";
import { lockedThread } from "./locked-thread";
import { threadSubject } from "./write-comment";

/**
 * Accepts a proposal into the text or declines it, resolves its thread and tells who made it. Throws CONFLICT where the
 * words are not the ones any more for which it was proposed (`now`: what they are), or where it was decided already;
 * NOT_FOUND, and BLOCKED for a document that is retired. Nothing changes then.
 */
export async function decideProposal(
  scope: Scope<"draft.edit">,
  kinds: DocumentKinds,
  { commentId, decision }: Omit<DecideProposalInput, "workspaceId">,
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { proposal, kind, thread } = await lockedProposal(scope, kinds, commentId);
  if (decision === "accepted") {
    await acceptInto(scope, kind, { ...thread.row, proposal: proposal.text });
  }
  await decideOn(tx, workspaceId, commentId, { proposalState: decision, decidedBy: userId });
  if (!thread.row.resolvedAt) await updateThread(tx, workspaceId, proposal.threadId, userId);
  const { documentId, label, quote } = thread.spoken;
  await recordActivity(scope, {
    documentId,
    verb: decision === "accepted" ? "proposal-accepted" : "proposal-declined",
    details: { threadId: proposal.threadId, label, quote },
    isOnDraft: true,
  });
  await notify(scope, {
    kind: "proposal.decided",
    userIds: [proposal.authorId],
    subject: { ...threadSubject(thread.spoken, commentId), decision },
  });
  await announceChange(scope, documentId, "threads");
  await threadResolved(scope, documentId);
}

/** Takes one's own proposal back; what was said beside it stays. Throws NOT_FOUND, BLOCKED, CONFLICT. */
export async function withdrawProposal(
  scope: Scope<"draft.suggest">,
  kinds: DocumentKinds,
  { commentId }: { readonly commentId: string },
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { proposal, thread } = await lockedProposal(scope, kinds, commentId);
  if (proposal.authorId !== userId) throw new AppError("BLOCKED", "Only who proposed it may take it back.");
  await decideOn(tx, workspaceId, commentId, { proposalState: "declined", decidedBy: userId });
  await announceChange(scope, thread.spoken.documentId, "threads");
}

/** An open proposal. The draft is locked before its thread, in the order in which stores lock them. */
async function lockedProposal(scope: Scope, kinds: DocumentKinds, commentId: string) {
  const found = await findProposal(scope.tx, scope.workspaceId, commentId);
  if (!found) throw threadNotFound();
  const kind = kinds[(await discussedDocument(scope, found.documentId)).kind];
  const draft = await lockedDraft(scope, kind, found.documentId);
  if (draft.retiredAt) throw new AppError("BLOCKED", "It is retired. Bring it back to change it.");
  const thread = await lockedThread(scope, kinds, found.threadId);
  const proposal = await findProposal(scope.tx, scope.workspaceId, commentId);
  if (!proposal) throw threadNotFound();
  if (proposal.state !== "open") throw new AppError("CONFLICT", "Somebody has decided on this proposal already.");
  return { proposal, kind, thread };
}

async function acceptInto(
  scope: Scope<"draft.edit">,
  kind: DocumentKind,
  { documentId, id, quote, proposal }: { documentId: string; id: string; quote: string; proposal: string },
): Promise<void> {
  // What others wrote is stored as theirs first: the change below is this person's.
  await storeBody(scope, kind, documentId);
  const { result } = await changeBody(scope, kind, documentId, (doc) => replaceAnchored(doc, id, quote, proposal));
  if (result.is === "done") return;
  throw new AppError("CONFLICT", replaceBlock(result.is), { now: result.is === "changed" ? result.now : null });
}
