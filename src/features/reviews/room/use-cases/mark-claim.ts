import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { readDraft, readVersion } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import { AppError } from "@/shared/errors";
import { hasClaim } from "../claim-place-rules";
import type { MarkInput } from "../room-contract";
import { findItemDocument } from "../room-queries";
import { putMark } from "../said-queries";
import { announceSession } from "../session-events";
import { itemNotFound, itemToSpeakOf } from "./hold-item";

/**
 * What a person thinks of one claim; the last word counts. Throws as `itemToSpeakOf`, and INVALID for a place where
 * neither the draft nor the current version has a claim.
 */
export async function markClaim(
  scope: Scope<"review.take-part">,
  kinds: DocumentKinds,
  { name }: Pick<Session, "name">,
  input: MarkInput,
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { sessionId, itemId, place, verdict, note } = input;
  await itemToSpeakOf(scope, input);
  if (!(await isClaim(scope, kinds, input))) {
    throw new AppError("INVALID", "The claim that you marked isn't in the document any more. Reload it.", {
      path: "place",
    });
  }
  await putMark(tx, workspaceId, userId, input);
  const person = { id: userId, name };
  await announceSession(scope, sessionId, { type: "marked", itemId, person, place, verdict, note });
}

async function isClaim(scope: Scope<"review.take-part">, kinds: DocumentKinds, input: MarkInput): Promise<boolean> {
  const row = await findItemDocument(scope.tx, scope.workspaceId, input);
  if (!row) throw itemNotFound();
  const { documentId, currentVersion } = row;
  const kind = kinds[row.kind];
  const draft = await readDraft(scope.also("draft.read"), kind, documentId);
  if (hasClaim(kind.fields, draft.content, input.place)) return true;
  if (currentVersion === null) return false;
  const version = await readVersion(scope.also("document.read"), kind, { documentId, number: currentVersion });
  return hasClaim(kind.fields, version.content, input.place);
}
