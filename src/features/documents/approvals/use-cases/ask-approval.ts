import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { recordActivity } from "../../activity/use-cases/record-activity";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { isChangedDraft, lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import { refuseBlocks, refuseStale } from "../../use-cases/refuse-blocks";
import type { AskApprovalInput } from "../approval-contract";
import { insertRequest, listApprovers } from "../approval-queries";
import { askBlocks, mayApprove } from "../approval-rules";
import { approvalFacts } from "./approval-facts";

/**
 * Puts the draft forward for approval, as the person has seen it, and tells those who may approve it: the verifiers
 * where some are named, else everybody who may. Throws CONFLICT from another revision, BLOCKED with the reasons.
 */
export async function askApproval<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  input: AskApprovalInput,
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, revision, note } = input;
  const draft = await lockedDraft(scope, kind, documentId);
  refuseStale(draft, revision, "Read the changes, then ask again.");
  const { policy, requestedBy } = await approvalFacts(scope, documentId, revision);
  const people = await listApprovers(tx, workspaceId, documentId);
  const approvers = people.filter((one) => one.id !== userId && mayApprove(policy.by, one));
  refuseBlocks(
    askBlocks({
      policy,
      isAsked: requestedBy !== null,
      otherApprovers: approvers.length,
      isRetired: draft.retiredAt !== null,
      currentVersion: draft.currentVersion,
      isChanged: await isChangedDraft(scope, documentId, draft),
      missing: kind.missing(draft.content),
    }),
  );
  await insertRequest(tx, workspaceId, { documentId, revision, requestedBy: userId, note });
  await recordActivity(scope, {
    documentId,
    verb: "approval-asked",
    details: { revision, note: note || null },
    isOnDraft: true,
  });
  const named = approvers.filter((one) => one.isVerifier);
  await notify(scope, {
    kind: "approval.asked",
    userIds: (named.length > 0 ? named : approvers).map((one) => one.id),
    subject: { documentId, documentKind: kind.name, title: draft.content.title, note },
  });
  await announceChange(scope, documentId, "approval");
}
