import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKinds } from "../../threads/use-cases/discussed-document";
import { cadenceView } from "../cadence-check-rules";
import { findLaidDown, findTimeZone } from "../cadence-queries";
import { effectiveCadence } from "../cadence-rules";
import { dueDays } from "../due-day-rules";
import { findVerifiable } from "../standing-queries";
import type { VerificationHistoryInput, VerificationPage, VerificationView } from "../verification-contract";
import { listVerifications, listVerifiers } from "../verification-queries";

const DAYS_AHEAD = 5;
const PAGE = 20;

/** The document with what its kind asks for by its content. Throws NOT_FOUND, also for who may not see it yet. */
export async function verifiableDocument(scope: Scope, kinds: DocumentKinds, documentId: string) {
  const found = await findVerifiable(scope.tx, scope.workspaceId, documentId);
  if (!found || (found.currentVersion === null && !scope.may("draft.read"))) {
    throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  }
  const kind = kinds[found.kind];
  return { ...found, kind, ofKind: kind.cadence?.(kind.schema.parse(found.content)) ?? null };
}

/** How often a document is verified, by whose word, by whom, and on which days. */
export async function readVerification(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId }: { readonly documentId: string },
): Promise<VerificationView> {
  const { tx, workspaceId } = scope;
  const document = await verifiableDocument(scope, kinds, documentId);
  const laidDown = await findLaidDown(tx, workspaceId, { kind: document.kind.name, documentId });
  const timeZone = await findTimeZone(tx, workspaceId);
  const verifiers = await listVerifiers(tx, workspaceId, documentId);
  const cadence = effectiveCadence(laidDown, document.ofKind);
  const wider = effectiveCadence({ ...laidDown, document: null }, document.ofKind);
  const { verifiedAt } = document;
  return {
    cadence: { ...cadenceView(cadence), source: cadence.source },
    wider: { ...cadenceView(wider), source: wider.source },
    pause: laidDown.pause,
    days: verifiedAt ? dueDays(verifiedAt, cadence, timeZone, DAYS_AHEAD) : [],
    verifiers: verifiers.map(({ id, name, isThere }) => ({ id, name, isThere })),
    areNamed: verifiers.some(({ isNamed }) => isNamed),
  };
}

/** Who looked at a document, when, with what result and why. */
export async function readVerificationHistory(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId, cursor }: VerificationHistoryInput,
): Promise<VerificationPage> {
  const { tx, workspaceId } = scope;
  await verifiableDocument(scope, kinds, documentId);
  const rows = await listVerifications(tx, workspaceId, { documentId, before: cursor ?? null, limit: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  return {
    verifications: shown.map(({ personId, personName, at, ...row }) => ({
      ...row,
      person: { id: personId, name: personName },
      at: at.toISOString(),
    })),
    nextCursor: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
