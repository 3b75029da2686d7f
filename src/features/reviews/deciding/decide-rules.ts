// Who may end a review of a document, how, and what stands in the way. Empty means "go": the same sentences disable a button
// and refuse the request.
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import { type Block, type PublishFacts, publishBlocks } from "@/features/documents/versions/lifecycle-rules";
import { isAtLeast, type Role, roleMay } from "@/shared/permissions";

/** Characters of what is said with a decision. */
export const MAX_DECISION_NOTE = 1_000;

export interface DecideFacts {
  readonly role: Role;
  /** Named on the document, or its owner where nobody is named. */
  readonly isVerifier: boolean;
  readonly isRetired: boolean;
  readonly currentVersion: number | null;
}

export function isVerifierOf(
  userId: string,
  { ownerId, verifierIds }: { readonly ownerId: string; readonly verifierIds: readonly string[] },
): boolean {
  return verifierIds.length > 0 ? verifierIds.includes(userId) : ownerId === userId;
}

/** What stands in the way of any decision at all. */
function decidingBlocks({ role, isVerifier, isRetired }: DecideFacts): readonly Block[] {
  if (isRetired) return [{ code: "retired", message: "It is retired. Bring it back first." }];
  if (!roleMay(role, "review.decide")) {
    return [{ code: "no-right", message: "Viewers don’t decide reviews. Comment on it instead." }];
  }
  if (!isAtLeast(role, "editor") && !isVerifier) {
    return [{ code: "not-verifier", message: "Only its verifiers and editors decide. Ask its owner to name you." }];
  }
  return [];
}

/** What stands in the way of ending the review so. Publishing is judged further by `publishBlocks`. */
export function decideBlocks(result: ReviewResult, facts: DecideFacts): readonly Block[] {
  const blocks = decidingBlocks(facts);
  if (blocks.length > 0) return blocks;
  switch (result) {
    case "still-true":
      return facts.currentVersion === null
        ? [{ code: "unpublished", message: "It was never published, so there is nothing to confirm yet." }]
        : [];
    case "published":
      return roleMay(facts.role, "document.publish")
        ? []
        : [{ code: "no-right", message: "Publishing takes an editor. Ask for changes, or ask one to publish it." }];
    case "retired":
      return roleMay(facts.role, "document.retire")
        ? []
        : [{ code: "no-right", message: "Retiring takes an editor. Ask for changes, and say why." }];
    case "changes-asked":
      return [];
  }
}

/** The same with everything that publishing asks for. */
export function decidePublishBlocks(facts: DecideFacts, publishing: PublishFacts): readonly Block[] {
  const blocks = decideBlocks("published", facts);
  return blocks.length > 0 ? blocks : publishBlocks(publishing);
}

interface Said {
  readonly result: ReviewResult;
  readonly note: string;
  readonly tasks: number;
}

/** What has to be said with a decision and isn't, in a sentence; null when it will do. */
export function missingWords({ result, note, tasks }: Said): string | null {
  if (result === "retired" && tasks > 0) return "What is retired has no tasks any more. Take them off first.";
  if (note !== "") return null;
  if (result === "published") return "Say in a few words what is new.";
  if (result === "retired") return "Say why it is retired: everybody who opens it will read this.";
  if (result === "changes-asked" && tasks === 0)
    return "Say in a few words what should change, or give somebody a task.";
  return null;
}
