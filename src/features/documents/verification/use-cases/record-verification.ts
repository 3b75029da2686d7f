import { settleNotices } from "@/features/notifications/use-cases/settle-notices";
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import type { DocumentKind } from "../../document-kind";
import { announceChange } from "../../drafts/use-cases/announce-change";
import type { DocumentContent } from "../../field-rules";
import { deleteConfirmedMarks } from "../../marks/mark-queries";
import { holdCadences } from "../cadence-queries";
import { effectiveCadence } from "../cadence-rules";
import { standingAfter } from "../due-day-rules";
import { documentVerified } from "../verification-jobs";
import { insertVerification, upsertFreshness } from "../verification-queries";
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
  const row = { documentId, version, result, note, verifiedBy, sessionId, at: now };
  const verificationId = await insertVerification(tx, workspaceId, row);
  const key = `document-verified:${verificationId}`;
  await enqueue(tx, documentVerified, { workspaceId, userId: verifiedBy, verificationId }, key);
  if (result !== "changes-asked") await settleNotices(scope, documentId);
  if (version === null || (result !== "still-true" && result !== "published")) return { dueOn: null };
  const { timeZone, ...laidDown } = await holdCadences(tx, workspaceId, { kind: kind.name, documentId });
  const cadence = effectiveCadence(laidDown, kind.cadence?.(content) ?? null);
  const standing = standingAfter(now, cadence, timeZone);
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
  return { dueOn: standing.dueOn };
}
