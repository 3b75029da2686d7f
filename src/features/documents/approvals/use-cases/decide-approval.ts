import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import { refuseBlocks, refuseStale } from "../../use-cases/refuse-blocks";
import type { DecideInput } from "../approval-contract";
import { listApprovers, upsertDecision } from "../approval-queries";
import { decideBlocks, mayApprove } from "../approval-rules";
import { approvalFacts } from "./approval-facts";

/**
 * Approves the draft as the person has seen it, or asks for changes, which needs a word on which. Deciding again
 * replaces one's decision. Throws CONFLICT from another revision, BLOCKED with the reasons, INVALID without the word.
 */
export async function decideApproval<C extends DocumentContent>(
  scope: Scope<"draft.decide">,
  kind: DocumentKind<C>,
  input: DecideInput,
): Promise<void> {
  const { tx, workspaceId, userId, role } = scope;
  const { documentId, revision, decision, note } = input;
  const draft = await lockedDraft(scope, kind, documentId);
  refuseStale(draft, revision, "Read the changes, then decide.");
  const { policy, requestedBy } = await approvalFacts(scope, documentId, revision);
  const people = await listApprovers(tx, workspaceId, documentId);
  const isVerifier = people.some((one) => one.id === userId && one.isVerifier);
  refuseBlocks(
    decideBlocks({
      isRetired: draft.retiredAt !== null,
      isAsked: requestedBy !== null,
      isOwnRequest: requestedBy === userId,
      mayApprove: mayApprove(policy.by, { role, isVerifier }),
    }),
  );
  if (decision === "changes-asked" && note === "") {
    throw new AppError("INVALID", "Say in a few words what should change.", { path: "note" });
  }
  await upsertDecision(tx, workspaceId, { documentId, revision, userId, decision, note });
  await recordActivity(scope, {
    documentId,
    verb: decision,
    details: { revision, note: note || null },
    isOnDraft: true,
  });
  await notify(scope, {
    kind: "approval.decided",
    userIds: requestedBy === null ? [] : [requestedBy],
    subject: { documentId, documentKind: kind.name, title: draft.content.title, decision, note },
  });
  await announceChange(scope, documentId, "approval");
}
