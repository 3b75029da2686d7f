import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { recordActivity } from "../../activity/use-cases/record-activity";
import { announceChange } from "../../drafts/use-cases/announce-change";
import { threadOpened, threadResolved } from "../../marks/use-cases/mark-disputed";
import { updateThread } from "../thread-queries";
import { resolveBlock } from "../thread-rules";
import type { DocumentKinds } from "./discussed-document";
import { lockedThread } from "./locked-thread";

/** Resolves a thread or opens it again; doing it twice changes nothing. Throws NOT_FOUND and BLOCKED. */
export async function resolveThread(
  scope: Scope<"document.comment">,
  kinds: DocumentKinds,
  { threadId, isResolved }: { readonly threadId: string; readonly isResolved: boolean },
): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const { row, spoken } = await lockedThread(scope, kinds, threadId);
  const block = resolveBlock({ isOwn: row.startedBy === userId, mayReview: scope.may("draft.read") });
  if (block) throw new AppError("BLOCKED", block);
  if (isResolved === (row.resolvedAt !== null)) return;
  await updateThread(tx, workspaceId, threadId, isResolved ? userId : null);
  await recordActivity(scope, {
    documentId: row.documentId,
    verb: isResolved ? "resolved" : "unresolved",
    details: { threadId, label: spoken.label, quote: spoken.quote },
    isOnDraft: row.version === null,
  });
  await announceChange(scope, row.documentId, "threads");
  await (isResolved ? threadResolved : threadOpened)(scope, row.documentId);
}
