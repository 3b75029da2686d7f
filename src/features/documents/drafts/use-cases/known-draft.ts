import type { DocumentContent } from "../../field-rules";

/** So many drafts are remembered; one of 256 kB takes about a megabyte. */
const MOST = 32;

interface KnownDraft {
  readonly contentHash: string;
  /** As the kind's schema completes it. */
  readonly content: DocumentContent;
}

/** By document, the last used at the end. */
const known = new Map<string, KnownDraft>();

/**
 * A draft as this process last saw it; whether it is still so only its hash in the database tells. Fetching and parsing
 * 300 claims takes longer than the rest of an edit, and who types has it done with each. Nobody alters content in
 * place, so it can be shared.
 */
export function knownDraft(documentId: string): KnownDraft | undefined {
  return known.get(documentId);
}

/** It is of no matter whether the transaction that wrote it is rolled back: then its hash is not the stored one. */
export function rememberDraft(documentId: string, draft: KnownDraft): void {
  known.delete(documentId);
  known.set(documentId, draft);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
}
