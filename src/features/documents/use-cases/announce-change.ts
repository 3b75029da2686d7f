import type { Scope } from "@/server/access/open-scope";
import { announce } from "@/server/events/announce";

/** What of a document changed beside its draft's fields; open pages read that part again. */
export type ChangedPart = "document" | "versions" | "approval" | "threads";

/** Tells everybody who has the document open, with the commit. */
export async function announceChange(scope: Scope, documentId: string, part: ChangedPart): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  await announce(tx, { workspaceId, topic: documentTopic(documentId), body: { type: "changed", part, by: userId } });
}

export function documentTopic(documentId: string): string {
  return `document:${documentId}`;
}
