import { gatherNotices } from "@/features/notifications/gather-rules";
import { notifyAll } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
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
      subject: { documentId, documentKind, title, mark, sentence, page: "review" },
      fact: `marked:${documentId}:${mark}:${sourceId}:${since}`,
    })),
  );
  await notifyAll(scope, notices);
}
