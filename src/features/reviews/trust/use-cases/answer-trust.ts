import { discussedDocument } from "@/features/documents/threads/use-cases/discussed-document";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { AnswerTrustInput } from "../trust-contract";
import { findAsked, isOnAgenda, upsertAnswer } from "../trust-queries";

/**
 * Keeps how far a person trusts the current version; answering again changes one's answer, until the next version. Throws
 * NOT_FOUND, CONFLICT for another version than the current one, and BLOCKED for what is retired.
 */
export async function answerTrust(scope: Scope<"document.comment">, input: AnswerTrustInput): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { documentId, version, sessionId = null, scores, use } = input;
  await discussedDocument(scope, documentId);
  // A publication waits, or is waited for: no answer comes to a version that is not the current one any more.
  const asked = await findAsked(tx, workspaceId, documentId, { isHeld: true });
  if (asked?.retiredAt) throw new AppError("BLOCKED", "It is retired. Nobody is asked about it any more.");
  if (asked?.currentVersion !== version) {
    const now = asked?.currentVersion
      ? `v${asked.currentVersion} is the current one now.`
      : "Nothing is published yet.";
    throw new AppError("CONFLICT", `Answers are taken for the current version only. ${now}`, {
      currentVersion: asked?.currentVersion ?? null,
    });
  }
  if (sessionId !== null && !(await isOnAgenda(tx, workspaceId, { sessionId, documentId }))) {
    throw new AppError("NOT_FOUND", "This document wasn't on the agenda of that session.");
  }
  await upsertAnswer(tx, workspaceId, { documentId, version, userId, sessionId, scores: [...scores], use });
}
