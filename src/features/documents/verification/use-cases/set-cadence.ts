import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { lockedDraft } from "../../drafts/use-cases/locked-draft";
import type { DocumentKinds } from "../../threads/use-cases/discussed-document";
import { planWords } from "../cadence-check-rules";
import { deleteCadence, findTimeZone, listOwnCadences, updatePause, upsertCadence } from "../cadence-queries";
import { dayOf } from "../due-day-rules";
import type { PauseInput, SetCadenceInput } from "../verification-contract";
import { acceptedCadence } from "./preview-cadence";
import { verifiableDocument } from "./read-verification";
import { rescheduleDocument } from "./reschedule";

/** Locks the document and lets a change of its cadence come true, with what follows from it; null changed nothing. */
async function changing(
  scope: Scope,
  kinds: DocumentKinds,
  documentId: string,
  change: () => Promise<string | null>,
): Promise<void> {
  const { kind } = await verifiableDocument(scope, kinds, documentId);
  const draft = await lockedDraft(scope, kind, documentId);
  if (draft.retiredAt) throw new AppError("BLOCKED", "It is retired: bring it back into use first.");
  const to = await change();
  if (to === null) return;
  await rescheduleDocument(scope, kind, documentId);
  await recordActivity(scope, {
    documentId,
    verb: "cadence-set",
    details: { to },
    isOnDraft: draft.currentVersion === null,
  });
  await announceChange(scope, documentId, "document");
}

/** Says how often a document is verified, or leaves it to its kind and the workspace. Throws INVALID as `previewCadence`. */
export async function setCadence(
  scope: Scope<"cadence.set">,
  kinds: DocumentKinds,
  { documentId, cadence }: SetCadenceInput,
  now = new Date(),
): Promise<void> {
  const { tx, workspaceId, userId: changedBy } = scope;
  await changing(scope, kinds, documentId, async () => {
    const owner = { kind: null, documentId };
    if (cadence === null) {
      const own = await listOwnCadences(tx, workspaceId, [documentId]);
      if (!own.get(documentId)?.cadence) return null;
      await deleteCadence(tx, workspaceId, owner);
      return "As laid down for all";
    }
    const accepted = acceptedCadence(cadence, dayOf(now, await findTimeZone(tx, workspaceId)));
    await upsertCadence(tx, workspaceId, owner, { ...accepted, changedBy, at: now });
    return planWords(accepted.plan);
  });
}

/** Asks nobody to verify the document until it is resumed; the word says why. */
export async function pauseCadence(
  scope: Scope<"cadence.set">,
  kinds: DocumentKinds,
  { documentId, note }: PauseInput,
  now = new Date(),
): Promise<void> {
  const { tx, workspaceId, userId: changedBy } = scope;
  await changing(scope, kinds, documentId, async () => {
    await updatePause(tx, workspaceId, documentId, { pause: { note, at: now }, changedBy });
    return "Paused";
  });
}

export async function resumeCadence(
  scope: Scope<"cadence.set">,
  kinds: DocumentKinds,
  { documentId }: { readonly documentId: string },
): Promise<void> {
  const { tx, workspaceId, userId: changedBy } = scope;
  await changing(scope, kinds, documentId, async () => {
    await updatePause(tx, workspaceId, documentId, { pause: null, changedBy });
    return "Resumed";
  });
}
