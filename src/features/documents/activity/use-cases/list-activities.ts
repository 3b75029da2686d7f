import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { discussedDocument } from "../../threads/use-cases/discussed-document";
import type { ActivityPage, ListActivitiesInput } from "../activity-contract";
import { listActivities } from "../activity-queries";
import { ACTIVITY_GROUPS, type ActivityVerb } from "../activity-rules";

/** One page of a document's feed, or of the workspace's. Throws NOT_FOUND for a document that the person may not see. */
export async function listActivity(scope: Scope<"document.read">, input: ListActivitiesInput): Promise<ActivityPage> {
  const { documentId, actorId, group, limit, cursor } = input;
  const after = cursor ? readCursor(cursor) : undefined;
  if (documentId !== undefined) await discussedDocument(scope, documentId);
  const rows = await listActivities(scope.tx, scope.workspaceId, {
    documentId,
    actorId,
    verbs: group && ACTIVITY_GROUPS[group].verbs,
    mayReadDrafts: scope.may("draft.read"),
    after,
    // One more than asked for tells whether there is another page.
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ document, verb, at, ...row }) => ({
      ...row,
      document: { ...document, title: document.title ?? "" },
      // Written by `recordActivity` alone, which takes nothing else.
      verb: verb as ActivityVerb,
      at: at.toISOString(),
    })),
    nextCursor: rows.length > page.length && last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

function readCursor(cursor: string): { at: Date; id: number } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,15})$/.exec(cursor);
  const at = new Date(match?.[1] ?? "");
  if (!match?.[2] || Number.isNaN(at.getTime())) throw new AppError("INVALID", "This page can't be found.");
  return { at, id: Number(match[2]) };
}
