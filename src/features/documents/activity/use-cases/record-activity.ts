import type { Scope } from "@/server/access/open-scope";
import { type NewActivity, upsertActivity } from "../activity-queries";

/** `span` joins what is told as one, such as the edits of an hour. */
type Activity = Pick<NewActivity, "documentId" | "verb" | "isOnDraft"> & Partial<Pick<NewActivity, "details" | "span">>;

/** Adds to the feed of the document and the workspace, in the transaction that makes it true. */
export async function recordActivity(scope: Scope, activity: Activity): Promise<void> {
  await upsertActivity(scope.tx, scope.workspaceId, {
    details: {},
    span: null,
    ...activity,
    actorId: scope.userId,
  });
}
