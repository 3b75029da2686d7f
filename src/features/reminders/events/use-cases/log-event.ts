import { markDocuments, unmarkDocuments } from "@/features/documents/marks/use-cases/mark-documents";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { LogEventInput } from "../event-contract";
import { countInUse, deleteEvent, insertEvent } from "../event-queries";
import { eventSentence } from "../event-rules";

/** Keeps what happened, and marks the documents that it may touch. Throws NOT_FOUND where one of them isn't in use. */
export async function logEvent(
  scope: Scope<"cadence.set">,
  input: Omit<LogEventInput, "workspaceId">,
): Promise<{ readonly eventId: string }> {
  const { tx, workspaceId, userId } = scope;
  const { kind, title, note, happenedOn, documentIds } = input;
  if ((await countInUse(tx, workspaceId, documentIds)) !== documentIds.length) {
    throw new AppError("NOT_FOUND", "One of the documents is gone or retired. Choose again.", { path: "documentIds" });
  }
  const eventId = await insertEvent(tx, workspaceId, { kind, title, note, happenedOn, loggedBy: userId });
  await markDocuments(scope, documentIds, { mark: "event", sentence: eventSentence(input), sourceId: eventId });
  return { eventId };
}

/** It was logged in error: its marks go with it. Throws NOT_FOUND. */
export async function removeEvent(scope: Scope<"cadence.set">, eventId: string): Promise<void> {
  if (!(await deleteEvent(scope.tx, scope.workspaceId, eventId))) {
    throw new AppError("NOT_FOUND", "This event is gone already.");
  }
  await unmarkDocuments(scope, { mark: "event", sourceId: eventId });
}
