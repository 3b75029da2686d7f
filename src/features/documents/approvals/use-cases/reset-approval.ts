import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import type { KindName } from "@/shared/document-kinds";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { findOpenRequest, listDecisions } from "../approval-queries";

interface Changed {
  readonly documentId: string;
  readonly kind: KindName;
  readonly title: string;
  /** The draft's revision before the change: the one that approval may have been asked for. */
  readonly revision: number;
}

/**
 * Tells the person who asked and those who decided that the draft has moved on from what they dealt with. Nothing is
 * written for approvals themselves: they hold for one revision. Call under the draft's lock after every change of it;
 * since the next change finds no request for the revision before it, people are told once.
 */
export async function resetApproval(scope: Scope, { documentId, kind, title, revision }: Changed): Promise<void> {
  const { tx, workspaceId } = scope;
  const request = await findOpenRequest(tx, workspaceId, documentId, revision);
  if (!request) return;
  const decisions = await listDecisions(tx, workspaceId, documentId, revision);
  await recordActivity(scope, {
    documentId,
    verb: "approval-reset",
    details: { revision, decisions: decisions.length },
    isOnDraft: true,
  });
  await notify(scope, {
    kind: "approval.reset",
    userIds: [request.requestedBy, ...decisions.map(({ userId }) => userId)],
    subject: { documentId, documentKind: kind, title },
  });
  await announceChange(scope, documentId, "approval");
}
