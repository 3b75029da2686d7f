import { discussedDocument } from "@/features/documents/threads/use-cases/discussed-document";
import type { Scope } from "@/server/access/open-scope";
import type { OwnTask, ReviewTask } from "../task-contract";
import { listOpen, type TaskRow } from "../task-queries";

const MOST_OF_DOCUMENT = 50;
const MOST_OWN = 100;

/** Open tasks of a document; to who may not read drafts only their own. Throws NOT_FOUND. */
export async function listOpenTasks(
  scope: Scope<"document.read">,
  { documentId }: { readonly documentId: string },
): Promise<readonly ReviewTask[]> {
  await discussedDocument(scope, documentId);
  const assigneeId = scope.may("draft.read") ? undefined : scope.userId;
  const rows = await listOpen(scope.tx, scope.workspaceId, { documentId, assigneeId, limit: MOST_OF_DOCUMENT });
  return rows.map(reviewTask);
}

/** What the person is to do about documents in use, what is due first before the rest. */
export async function listOwnTasks(scope: Scope<"document.read">): Promise<readonly OwnTask[]> {
  const rows = await listOpen(scope.tx, scope.workspaceId, { assigneeId: scope.userId, limit: MOST_OWN });
  return rows.map((row) => ({ ...reviewTask(row), documentId: row.documentId, kind: row.kind, title: row.title }));
}

export function reviewTask({ id, text, assignee, dueOn, givenBy, sessionId, doneAt }: TaskRow): ReviewTask {
  return { id, text, assignee, dueOn, givenBy, sessionId, doneAt: doneAt?.toISOString() ?? null };
}
