import type { Scope } from "@/server/access/open-scope";
import { type AnnouncedEvent, announce, announceAll, fitsEvent } from "@/server/events/announce";
import type { Edit } from "../edit-rules";
import type { ChangedPart, EditsEvent } from "../live-contract";

/** As an event travels: edits that are too long for it are left out, and listeners read them from the log. */
export type AnnouncedEdits = Omit<EditsEvent, "edits"> & { readonly edits: readonly Edit[] | null };

export function documentTopic(documentId: string): string {
  return `document:${documentId}`;
}

/** Tells everybody who has the document open, with the commit. */
export async function announceChange(scope: Scope, documentId: string, part: ChangedPart): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  await announce(tx, { workspaceId, topic: documentTopic(documentId), body: { type: "changed", part, by: userId } });
}

/** As `announceChange`, of many documents in one round trip. */
export async function announceChanges(scope: Scope, documentIds: readonly string[], part: ChangedPart): Promise<void> {
  const { tx, workspaceId, userId: by } = scope;
  const body = { type: "changed", part, by };
  const events = documentIds.map((documentId) => ({ workspaceId, topic: documentTopic(documentId), body }));
  await announceAll(tx, events);
}

/** Tells the edits that made a revision, as they took effect. */
export async function announceEdits(
  scope: Scope,
  documentId: string,
  batch: { readonly revision: number; readonly batchId: string; readonly edits: readonly Edit[] },
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const told = (edits: AnnouncedEdits["edits"]): AnnouncedEvent => {
    const body: AnnouncedEdits = { type: "edits", by: userId, ...batch, edits };
    return { workspaceId, topic: documentTopic(documentId), body };
  };
  const whole = told(batch.edits);
  await announce(tx, fitsEvent(JSON.stringify(whole)) ? whole : told(null));
}
