import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { bodyFieldOf } from "../../field-rules";
import type { FoundDocument } from "../../lists/list-contract";
import { MOST_FOUND } from "../../lists/list-filter-rules";
import { findProsePieces, searchDocuments } from "../search-queries";
import { documentTexts } from "../search-text-rules";
import { holdsAll, markWords, plainWords, snippetOf } from "../snippet-rules";

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
  const found = rows.map((row) => ({
    row,
    texts: row.content ? documentTexts(kinds[row.kind].fields, row.content) : null,
  }));
  // Prose is long: only of what fields alone don't explain a piece of it is fetched.
  const unexplained = found.filter(({ texts }) => texts && !holdsAll(texts, words)).map(({ row }) => row.id);
  const pieces =
    unexplained.length > 0 ? await findProsePieces(scope.tx, unexplained, text) : new Map<string, string>();
  return found.map(({ row, texts }) => {
    const piece = pieces.get(row.id);
    const prose = piece === undefined ? [] : [{ label: bodyFieldOf(kinds[row.kind].fields).label, text: piece }];
    return {
      id: row.id,
      kind: row.kind,
      title: markWords(row.title, words),
      currentVersion: row.current_version,
      isRetired: row.is_retired,
      snippet: texts && snippetOf([...texts, ...prose], words),
    };
  });
}
