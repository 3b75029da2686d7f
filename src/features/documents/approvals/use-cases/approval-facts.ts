import type { ApprovalPolicy } from "@/features/workspaces/policy-rules";
import type { Scope } from "@/server/access/open-scope";
import { listApprovalFacts } from "../approval-queries";
import { countedApprovers, type Decision } from "../approval-rules";

export interface ApprovalFacts {
  readonly policy: ApprovalPolicy;
  /** Null when approval of this revision isn't asked for. */
  readonly requestedBy: string | null;
  /** Ids of those whose approval counts, in the order in which they approved. */
  readonly approvers: readonly string[];
}

/** What the workspace asks for and what of it is given for one revision; ask under the draft's lock to decide on it. */
export async function approvalFacts(scope: Scope, documentId: string, revision: number): Promise<ApprovalFacts> {
  const rows = await listApprovalFacts(scope.tx, scope.workspaceId, documentId, revision);
  const [first] = rows;
  if (!first) throw new Error(`Workspace ${scope.workspaceId} is not the acting one.`);
  const { needed, by, requestedBy } = first;
  const decisions = rows.flatMap(({ userId, decision, role, isVerifier }): Decision[] =>
    userId && decision ? [{ userId, decision, role, isVerifier }] : [],
  );
  return { policy: { needed, by }, requestedBy, approvers: countedApprovers(by, requestedBy, decisions) };
}
