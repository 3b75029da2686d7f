import type { DocumentKind } from "../document-kind";
import type { DocumentContent } from "../field-rules";

/** So many contents are remembered; one of 256 kB takes about a megabyte. */
const MOST = 32;

/** By kind and hash, the last used at the end. */
const parsed = new Map<string, DocumentContent>();

/**
 * Content of this hash as the kind's schema completes it. Parsing 300 claims takes longer than anything else of an
 * edit, and who types has the same draft parsed again with each; nobody alters content in place, so it can be shared.
 */
export function parsedContent<C extends DocumentContent>(
  kind: DocumentKind<C>,
  stored: { readonly contentHash: string; readonly content: unknown },
): C {
  const key = keyOf(kind, stored.contentHash);
  const known = parsed.get(key) as C | undefined;
  const content = known ?? kind.schema.parse(stored.content);
  remember(key, content);
  return content;
}

/** Content that was parsed just now, of the hash that it is stored with. */
export function rememberContent<C extends DocumentContent>(kind: DocumentKind<C>, hash: string, content: C): void {
  remember(keyOf(kind, hash), content);
}

function keyOf(kind: { readonly name: string }, hash: string): string {
  return `${kind.name}/${hash}`;
}

function remember(key: string, content: DocumentContent): void {
  parsed.delete(key);
  parsed.set(key, content);
  const [oldest] = parsed.keys();
  if (parsed.size > MOST && oldest !== undefined) parsed.delete(oldest);
}
