import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import type { DocumentContent } from "../../field-rules";
import { deleteConfirmedMarks } from "../../marks/mark-queries";
import { effectiveCadence } from "../cadence-rules";
import { dayOf, dueMoments, nextDueOn, noticeStages } from "../due-day-rules";
import { findCadences, insertVerification, type Standing, upsertFreshness } from "../verification-queries";
import type { ReviewResult } from "../verification-rules";

interface Verified<C> {
  readonly documentId: string;
  /** The version that was confirmed or published; null where there is none. */
  readonly version: number | null;
  /** Of that version, or of the draft: what the kind's own cadence is read from. */
  readonly content: C;
  readonly result: ReviewResult;
  readonly note: string;
  /** The session that it was decided in; null or left out for alone. */
  readonly sessionId?: string | null;
  readonly now?: Date;
}

/**
 * Keeps who looked at a document, when, with what result and why; a confirmed or published version stands from now on until
 * the day that the cadence says, which is the answer. The caller holds the document's lock.
 */
export async function recordVerification<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  verified: Verified<C>,
): Promise<{ readonly dueOn: string | null }> {
  const { tx, workspaceId, userId: verifiedBy } = scope;
  const { documentId, version, content, result, note, sessionId = null, now = new Date() } = verified;
  await insertVerification(tx, workspaceId, { documentId, version, result, note, verifiedBy, sessionId, at: now });
  if (version === null || (result !== "still-true" && result !== "published")) return { dueOn: null };
  const { timeZone, ...laidDown } = await findCadences(tx, workspaceId, { kind: kind.name, documentId });
  const cadence = effectiveCadence(laidDown, kind.cadence?.(content) ?? null);
  const dueOn = nextDueOn(cadence.plan, dayOf(now, timeZone));
  const standing: Standing =
    dueOn === null
      ? { dueOn, dueFrom: null, overdueAt: null, isPaused: cadence.isPaused, nextNoticeAt: null }
      : {
          dueOn,
          ...dueMoments(dueOn, cadence, timeZone),
          isPaused: cadence.isPaused,
          nextNoticeAt: cadence.isPaused ? null : (noticeStages(dueOn, cadence, timeZone)[0]?.at ?? null),
        };
  await upsertFreshness(tx, workspaceId, {
    documentId,
    verifiedAt: now,
    verifiedBy,
    verifiedVersion: version,
    ...standing,
  });
  if (result === "still-true") {
    for (const id of await deleteConfirmedMarks(tx, workspaceId, documentId)) {
      if (id !== documentId) await announceChange(scope, id, "document");
    }
  }
  return { dueOn };
}
