import { readApproval } from "@/features/documents/approvals/use-cases/read-approval";
import { compareVersions } from "@/features/documents/comparison/use-cases/compare-versions";
import type { DocumentKind } from "@/features/documents/document-kind";
import { type Claim, type DocumentContent, expandFields, itemsAt } from "@/features/documents/field-rules";
import { countBacked } from "@/features/documents/sheet/claim-rules";
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { countByPlace, listThreadsOf } from "@/features/documents/threads/use-cases/read-threads";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import { previewDueDay } from "@/features/documents/verification/use-cases/preview-due-day";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { listOpenTasks } from "../../tasks/use-cases/list-tasks";
import { findReviewed, listReviews } from "../decide-queries";
import { isVerifierOf } from "../decide-rules";
import type { ReviewPacket } from "../packet-contract";
import { readDataNow } from "./read-data-now";

const MOST_THREADS = 5;
const MOST_REVIEWS = 8;

/**
 * Everything that helps to say whether a document is still true. Who may not read drafts learns what is published only.
 * Throws NOT_FOUND.
 */
export async function readPacket(
  scope: Scope<"document.read">,
  kinds: DocumentKinds,
  { documentId }: { readonly documentId: string },
): Promise<ReviewPacket> {
  const { tx, workspaceId, userId } = scope;
  const reviewed = await findReviewed(tx, workspaceId, documentId);
  if (!reviewed) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  const kind = kinds[reviewed.kind];
  const { document, published } = await readDocument(scope, kind, documentId);
  const draft = await readDraftPart(scope, kind, documentId, document);
  // Where there is none, the document is one that only readers of drafts come to.
  const content = draft?.content ?? published?.content ?? kind.empty("");
  const { content: _, reasons: __, ...version } = published ?? { content: null, reasons: null };
  const reviews = await listReviews(tx, workspaceId, documentId, {
    mayReadDrafts: scope.may("draft.read"),
    limit: MOST_REVIEWS,
  });
  const threads = { documentId, isResolved: false, limit: MOST_THREADS, workspaceId };
  return {
    kind: kind.name,
    document,
    version: published && (version as ReviewPacket["version"]),
    revision: draft?.revision ?? null,
    changes: draft?.changes ?? [],
    publishing: draft?.publishing ?? null,
    isVerifier: isVerifierOf(userId, reviewed),
    lastReview: reviews[0]?.id ?? null,
    nextDueOn: await previewDueDay(scope, kind, { documentId, content: published?.content ?? content }),
    ...(await readDataNow(scope, { kind: kind.name, documentId, content })),
    threads: {
      open: (await countByPlace(scope, { documentId })).open,
      newest: (await listThreadsOf(scope, kinds, threads)).items,
    },
    evidence: evidenceOf(kind, content),
    reviews: reviews.map(({ at, ...review }) => ({ ...review, at: at.toISOString() })),
    tasks: await listOpenTasks(scope, { documentId }),
  };
}

/** What the draft changes, and what stands in the way of publishing it; null for who may not read drafts. */
async function readDraftPart(
  scope: Scope<"document.read">,
  kind: DocumentKind,
  documentId: string,
  { currentVersion, state, retired }: ReviewPacket["document"],
) {
  if (!scope.may("draft.read")) return null;
  const drafts = scope.also("draft.read");
  const { content, revision } = await readDraft(drafts, kind, documentId);
  const approval = await readApproval(drafts, kind, documentId);
  const sides = currentVersion !== null && { from: currentVersion, to: "draft" as const };
  const { changes } = sides
    ? await compareVersions(scope, kind, { workspaceId: scope.workspaceId, documentId, ...sides })
    : { changes: [] };
  return {
    content,
    revision,
    changes,
    publishing: {
      isRetired: retired !== null,
      currentVersion,
      isChanged: state === "changed" || changes.length > 0,
      missing: kind.missing(content),
      approvals: { needed: approval.policy.needed, given: approval.given },
    },
  };
}

function evidenceOf(kind: DocumentKind, content: DocumentContent): ReviewPacket["evidence"] {
  const claims = expandFields(kind.fields, content).flatMap((field) =>
    field.shape === "list" && field.isClaims ? (itemsAt(content, field.path) as readonly Claim[]) : [],
  );
  return { claims: claims.length, ...countBacked(claims) };
}
