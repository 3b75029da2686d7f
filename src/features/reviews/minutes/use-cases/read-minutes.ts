import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { findPlannedDocuments } from "../../planning/plan-queries";
import { findSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { DocumentMinutes, KeptMinutes, Minutes } from "../minutes-contract";
import { listMinutesOfDocument } from "../minutes-queries";
import { minutesMarkdown } from "../minutes-words-rules";

/**
 * What a session came to; who may not read drafts doesn't get the words of statements that stood in one alone. Throws
 * NOT_FOUND, and BLOCKED as long as it isn't over.
 */
export async function readMinutes(scope: Scope<"review.follow">, sessionId: string): Promise<Minutes> {
  const row = await findSession(scope.tx, scope.workspaceId, sessionId);
  if (!row) throw sessionNotFound();
  const { session, facilitator } = row;
  const { title, purpose, mode, startsAt, endsAt, timeZone, openedAt, closedAt } = session;
  if (session.minutes === null || closedAt === null)
    throw new AppError("BLOCKED", "Minutes are written when the session ends.");
  // Written by `endSession` alone.
  const kept = session.minutes as unknown as KeptMinutes;
  const mayReadDrafts = scope.may("draft.read");
  return {
    ...{ sessionId, title, purpose, mode, timeZone, facilitator: facilitator.name },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    ...{ openedAt: openedAt?.toISOString() ?? null, closedAt: closedAt.toISOString() },
    people: kept.people,
    items: kept.items.map((item) => ({
      ...item,
      marks: item.marks.map((mark) => (mark.isOfDraft && !mayReadDrafts ? { ...mark, text: "" } : mark)),
    })),
  };
}

/** The minutes as a file. Throws as `readMinutes`. */
export async function downloadMinutes(
  scope: Scope<"review.follow">,
  sessionId: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const minutes = await readMinutes(scope, sessionId);
  const words = minutes.title
    .normalize("NFKD")
    .replace(/[^a-zA-Z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return { name: `minutes-${(words || "review").slice(0, 60).toLowerCase()}.md`, text: minutesMarkdown(minutes) };
}

/** Where something was decided of a document, the last first. Throws NOT_FOUND for a document that there isn't. */
export async function listDocumentMinutes(
  scope: Scope<"review.follow">,
  documentId: string,
): Promise<readonly DocumentMinutes[]> {
  const [document] = await findPlannedDocuments(scope.tx, scope.workspaceId, [documentId]);
  if (!document) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  const rows = await listMinutesOfDocument(scope.tx, scope.workspaceId, documentId);
  return rows.flatMap(({ closedAt, ...row }) => (closedAt ? [{ ...row, closedAt: closedAt.toISOString() }] : []));
}
