// What stands in the way of publishing, restoring or retiring. Empty means "go"; the button shows the same
// sentences that the server refuses with.

type BlockCode =
  | "retired"
  | "unchanged"
  | "incomplete"
  | "unapproved"
  | "not-needed"
  | "asked"
  | "too-few"
  | "not-asked"
  | "own-request"
  | "not-verifier"
  | "unpublished"
  | "no-right";

export interface Block {
  readonly code: BlockCode;
  readonly message: string;
}

export interface PublishFacts {
  readonly isRetired: boolean;
  readonly currentVersion: number | null;
  /** Whether the draft's content differs from the current version's. */
  readonly isChanged: boolean;
  /** What the kind asks for before publication and the draft lacks, in words. */
  readonly missing: readonly string[];
  /** How many approvals of this very revision the workspace asks for, and how many count. */
  readonly approvals: { readonly needed: number; readonly given: number };
}

export function publishBlocks(facts: PublishFacts): readonly Block[] {
  const blocks: Block[] = [];
  if (facts.isRetired) blocks.push({ code: "retired", message: "It is retired. Bring it back first." });
  if (facts.currentVersion !== null && !facts.isChanged) {
    blocks.push({ code: "unchanged", message: `Nothing has changed since v${facts.currentVersion}.` });
  }
  for (const what of facts.missing) blocks.push({ code: "incomplete", message: what });
  const { needed, given } = facts.approvals;
  // What can't be published at all needs no approval yet.
  if (blocks.length === 0 && given < needed)
    blocks.push({ code: "unapproved", message: approvalWords(facts.approvals) });
  return blocks;
}

/** "2 approvals needed, 1 given." */
export function approvalWords({ needed, given }: PublishFacts["approvals"]): string {
  return `${approvalCount(needed)} needed, ${given === 0 ? "none" : given} given.`;
}

export function approvalCount(count: number): string {
  return count === 1 ? "1 approval" : `${count} approvals`;
}

export function restoreBlocks(facts: { readonly isRetired: boolean }): readonly Block[] {
  return facts.isRetired ? [{ code: "retired", message: "It is retired. Bring it back first." }] : [];
}

export type DocumentState = "draft" | "published" | "changed" | "retired";

export interface StateFacts {
  readonly isRetired: boolean;
  readonly currentVersion: number | null;
  /** Whether the draft's content differs from the current version's. */
  readonly isChanged: boolean;
}

/** The one word for where a document stands: retired wins, then whether it was ever published, then changes. */
export function documentState(facts: StateFacts): DocumentState {
  if (facts.isRetired) return "retired";
  if (facts.currentVersion === null) return "draft";
  return facts.isChanged ? "changed" : "published";
}
