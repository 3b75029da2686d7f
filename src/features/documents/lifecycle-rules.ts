// What stands in the way of publishing, restoring or retiring. Empty means "go"; the button shows the same
// sentences that the server refuses with.

export interface Block {
  readonly code: "retired" | "unchanged" | "incomplete" | "not-retired" | "never-published" | "stale";
  readonly message: string;
}

export interface PublishFacts {
  readonly isRetired: boolean;
  readonly currentVersion: number | null;
  /** Whether the draft's content differs from the current version's. */
  readonly isChanged: boolean;
  /** What the kind asks for before publication and the draft lacks, in words. */
  readonly missing: readonly string[];
}

export function publishBlocks(facts: PublishFacts): readonly Block[] {
  const blocks: Block[] = [];
  if (facts.isRetired) blocks.push({ code: "retired", message: "It is retired. Bring it back first." });
  if (facts.currentVersion !== null && !facts.isChanged) {
    blocks.push({ code: "unchanged", message: `Nothing has changed since v${facts.currentVersion}.` });
  }
  for (const what of facts.missing) blocks.push({ code: "incomplete", message: what });
  return blocks;
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
