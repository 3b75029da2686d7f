import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import type { Scope } from "@/server/access/open-scope";
import type { DecidedAlone, DecideReviewInput } from "../decide-contract";
import { findNextReview } from "../decide-queries";
import { decideReview } from "./decide-review";

/** Ends the review of a document outside of any session; the answer also names what waits for the person next. */
export async function decideAlone(
  scope: Scope<"review.decide">,
  kinds: DocumentKinds,
  input: DecideReviewInput,
): Promise<DecidedAlone> {
  const now = new Date();
  const decided = await decideReview(scope, kinds, input, { now });
  const which = { userId: scope.userId, except: input.documentId, now };
  return { ...decided, next: (await findNextReview(scope.tx, scope.workspaceId, which)) ?? null };
}
