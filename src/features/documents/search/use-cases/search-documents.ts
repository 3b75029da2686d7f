import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import type { FoundDocument } from "../../lists/list-contract";
import { MOST_FOUND } from "../../lists/list-filter-rules";
import { type FoundRow, searchDocuments } from "../search-queries";
import { documentTexts } from "../search-text-rules";
import { markWords, plainWords, snippetOf } from "../snippet-rules";

/** Every kind by its name. */
export type Kinds = Readonly<Record<FoundDocument["kind"], DocumentKind>>;

/**
 * Documents of any kind whose title or texts hold all words of the text, each by its beginning, whatever accents and
 * case. Titles first, then what fits best, then the newest; retired ones after all others. Viewers find what is
 * published and nothing else.
 */
export async function searchAll(
  scope: Scope<"document.read">,
  kinds: Kinds,
  text: string,
): Promise<readonly FoundDocument[]> {
  const words = plainWords(text);
  const rows = await searchDocuments(scope.tx, text, MOST_FOUND);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: markWords(row.title, words),
    currentVersion: row.current_version,
    isRetired: row.is_retired,
    snippet: snippetOfRow(kinds, row, words),
  }));
}

function snippetOfRow(kinds: Kinds, { kind, content }: FoundRow, words: readonly string[]) {
  return content && snippetOf(documentTexts(kinds[kind].fields, content), words);
}
