import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { documentNotFound } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import type { ApprovalRequest, ApprovalView } from "../approval-contract";
import { findRequest, listApprovers, listDecisions } from "../approval-queries";
import { countedApprovers, mayApprove } from "../approval-rules";

/** What publishing asks for, who asked for approval since the last publication, and what was decided. NOT_FOUND. */
export async function readApproval<C extends DocumentContent>(
  scope: Scope<"draft.read">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<ApprovalView> {
  const { tx, workspaceId, userId } = scope;
  const row = await findRequest(tx, workspaceId, kind.name, documentId);
  if (!row) throw documentNotFound(kind);
  const { needed, by, draftRevision: revision } = row;
  const people = await listApprovers(tx, workspaceId, documentId);
  const decisions = row.revision === null ? [] : await listDecisions(tx, workspaceId, documentId, row.revision);
  const isCurrent = row.revision === revision;
  const counted = isCurrent ? countedApprovers(by, row.askedById, decisions) : [];
  const request: ApprovalRequest | null =
    row.askedById === null || row.askedAt === null
      ? null
      : {
          askedBy: { id: row.askedById, name: row.askedByName ?? "" },
          askedAt: row.askedAt.toISOString(),
          note: row.note ?? "",
          isCurrent,
          isOwn: row.askedById === userId,
          decisions: decisions.map(({ userId: id, name, decision, note, at }) => ({
            person: { id, name },
            decision,
            note,
            at: at.toISOString(),
            isCounted: counted.includes(id),
          })),
        };
  return {
    policy: { needed, by },
    revision,
    given: counted.length,
    request,
    verifiers: people
      .filter(({ isVerifier }) => isVerifier)
      .map((one) => ({ id: one.id, name: one.name, mayDecide: mayApprove("verifiers", one) })),
    mayApprove: people.some((one) => one.id === userId && mayApprove(by, one)),
    otherApprovers: people.filter((one) => one.id !== userId && mayApprove(by, one)).length,
  };
}
