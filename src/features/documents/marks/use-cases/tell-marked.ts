import { gatherNotices } from "@/features/notifications/gather-rules";
import { notifyAll } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { documentsMarked } from "../mark-jobs";
import type { DocumentMark } from "../mark-rules";
import { findMarkedPeople } from "../marked-people-queries";

/**
 * Tells who verifies the documents that they were marked so: once, however often the mark is set again before it is taken
 * off. To be called when the marks are there.
 */
export async function tellMarked(
  scope: Scope,
  documentIds: readonly string[],
  { mark, sourceId }: Pick<DocumentMark, "mark" | "sourceId">,
): Promise<void> {
  const rows = await findMarkedPeople(scope.tx, scope.workspaceId, documentIds, { mark, sourceId });
  const notices = gatherNotices(
    rows.map(({ userId, documentId, documentKind, title, sentence, since }) => ({
      userId,
      kind: "document.marked",
      subject: { documentId, documentKind, title, mark, sentence, page: "review", list: "mine" },
      fact: `marked:${documentId}:${mark}:${sourceId}:${since}`,
    })),
  );
  await notifyAll(scope, notices);
  await markedElsewhere(scope, documentIds, { mark, sourceId });
}

/** Lets it be known outside of the app as well; each mark once, however often it is set again. */
export async function markedElsewhere(
  { tx, workspaceId, userId }: Scope,
  documentIds: readonly string[],
  { mark, sourceId }: Pick<DocumentMark, "mark" | "sourceId">,
): Promise<void> {
  if (documentIds.length === 0) return;
  const payload = { workspaceId, userId, documentIds: [...documentIds], mark, sourceId };
  await enqueue(tx, documentsMarked, payload, `documents-marked:${mark}:${sourceId}:${crypto.randomUUID()}`);
}
