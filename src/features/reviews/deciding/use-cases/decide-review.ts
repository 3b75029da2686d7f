import { recordActivity } from "@/features/documents/activity/use-cases/record-activity";
import { storeBody } from "@/features/documents/bodies/use-cases/store-body";
import { announceChange } from "@/features/documents/drafts/use-cases/announce-change";
import { isChangedDraft, lockedDraft } from "@/features/documents/drafts/use-cases/locked-draft";
import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { readVersion } from "@/features/documents/use-cases/read-document";
import { refuseBlocks } from "@/features/documents/use-cases/refuse-blocks";
import { retireDocument } from "@/features/documents/use-cases/retire-document";
import { recordVerification } from "@/features/documents/verification/use-cases/record-verification";
import { RESULT_WORDS } from "@/features/documents/verification/verification-rules";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { giveTasks } from "../../tasks/use-cases/give-tasks";
import type { Decided, DecideReviewInput } from "../decide-contract";
import { findDueOn, findLastReview, findReviewed } from "../decide-queries";
import { decideBlocks, isVerifierOf, missingWords } from "../decide-rules";

interface Where {
  /** The session that it is decided in; left out for alone. */
  readonly sessionId?: string;
  readonly now?: Date;
}

type Reviewed = NonNullable<Awaited<ReturnType<typeof findReviewed>>>;

/**
 * Ends the review of a document, alone or in a session, with everything that follows: one row of history, the standing or
 * the new version, tasks, and who is told. Takes the document's lock. Throws NOT_FOUND, BLOCKED with the reasons, INVALID
 * for what is missing, and CONFLICT when somebody published or decided since the person looked.
 */
export async function decideReview(
  scope: Scope<"review.decide">,
  kinds: DocumentKinds,
  input: DecideReviewInput,
  { sessionId, now = new Date() }: Where = {},
): Promise<Decided> {
  const { tx, workspaceId, userId, role } = scope;
  const { documentId, result, note, tasks } = input;
  const reviewed = await findReviewed(tx, workspaceId, documentId);
  if (!reviewed) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  const kind = kinds[reviewed.kind];
  // Prose is locked before fields wherever both are.
  if (result === "published") await storeBody(scope, kind, documentId);
  const draft = await lockedDraft(scope, kind, documentId);
  const { currentVersion } = draft;
  await refuseOutrun(scope, input, currentVersion);
  refuseBlocks(
    decideBlocks(result, {
      role,
      isVerifier: isVerifierOf(userId, reviewed),
      isRetired: draft.retiredAt !== null,
      currentVersion,
    }),
  );
  const missing = missingWords({ result, note, tasks: tasks.length });
  if (missing) throw new AppError("INVALID", missing, { path: "note" });

  const seen = { documentId, note, sessionId: sessionId ?? null, now };
  const { title } = draft.content;
  let decided: Decided = { dueOn: null, number: currentVersion, isDraftAhead: false };
  switch (result) {
    case "still-true": {
      // Refused above where there is none.
      const number = currentVersion ?? 0;
      const { content } = await readVersion(scope.also("document.read"), kind, { documentId, number });
      const { dueOn } = await recordVerification(scope, kind, { ...seen, version: number, content, result });
      decided = { dueOn, number, isDraftAhead: await isChangedDraft(scope, documentId, draft) };
      await recordActivity(scope, { documentId, verb: "verified", details: { number, note }, isOnDraft: false });
      await announceChange(scope, documentId, "document");
      break;
    }
    case "published": {
      const { number } = await publishVersion(scope.also("document.publish"), kind, input, seen);
      decided = { dueOn: await findDueOn(tx, workspaceId, documentId), number, isDraftAhead: false };
      break;
    }
    case "changes-asked": {
      await recordVerification(scope, kind, { ...seen, version: currentVersion, content: draft.content, result });
      const details = { note: note || null, tasks: tasks.length };
      await recordActivity(scope, { documentId, verb: "review-changes-asked", details, isOnDraft: true });
      await announceChange(scope, documentId, "document");
      break;
    }
    case "retired":
      await recordVerification(scope, kind, { ...seen, version: currentVersion, content: draft.content, result });
      await retireDocument(scope.also("document.retire"), kind, { documentId, reason: note });
  }
  const { timeZone } = reviewed;
  await giveTasks(scope, {
    document: { id: documentId, kind: kind.name, title, timeZone },
    tasks,
    sessionId: sessionId ?? null,
    now,
  });
  await notify(scope, {
    kind: "review.decided",
    userIds: toldOf(reviewed),
    subject: { documentId, documentKind: kind.name, title, result, note, number: decided.number },
  });
  return decided;
}

/** Who answers for a document learns how its review ended. */
function toldOf({ ownerId, verifierIds }: Reviewed): readonly string[] {
  return [ownerId, ...verifierIds];
}

/** Throws CONFLICT when the document isn't any more what the person decided on. The caller holds its lock. */
async function refuseOutrun(
  { tx, workspaceId, userId }: Scope,
  { documentId, version, lastReview }: DecideReviewInput,
  currentVersion: number | null,
): Promise<void> {
  const details = { currentVersion };
  if (currentVersion !== version) {
    const now = currentVersion === null ? "" : ` v${currentVersion} is the current one now.`;
    throw new AppError("CONFLICT", `A version was published since you looked.${now} Read it, then decide.`, details);
  }
  if (lastReview === undefined) return;
  const last = await findLastReview(tx, workspaceId, documentId);
  if ((last?.id ?? null) === lastReview) return;
  const who = last?.userId === userId ? "You have" : `${last?.by ?? "Somebody"} has`;
  const how = last ? `: ${RESULT_WORDS[last.result].toLowerCase()}` : "";
  throw new AppError(
    "CONFLICT",
    `${who} decided on it since this page was opened${how}. Nothing was done twice.`,
    details,
  );
}
