import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { type DocumentContent, displayValue, isEmptyValue, placeOf, valueAt } from "../../field-rules";
import { type Found, linesText, type Piece } from "../found-rules";
import type { ImportPreview, PreviewedPiece, PreviewImportInput } from "../portable-contract";
import { buildContent } from "./build-content";
import { readFile } from "./read-file";

/** What an import would make of a file, and where each piece of it would go. Writes nothing. Throws as the import. */
export async function previewImport<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  file: PreviewImportInput,
): Promise<ImportPreview> {
  const { found, around } = readFile(kind, file);
  const documents: ImportPreview["documents"][number][] = [];
  let rest: readonly PreviewedPiece[] = [];
  for (const [at, one] of found.entries()) {
    // What is around goes with the first; it may turn out that there is no room for it in the text.
    const pieces = at === 0 ? [...one.pieces, ...around] : one.pieces;
    const { content, landed, notes } = await buildContent(scope, kind, { found: one, pieces, fileName: file.fileName });
    if (at === 0) rest = around.map((piece) => previewed(piece, landed));
    documents.push({
      at,
      title: one.title,
      subtitle: String(valueAt(content, [kind.importRules.subtitle]) ?? ""),
      pieces: [...fixedPieces(kind, one), ...one.pieces.map((piece) => previewed(piece, landed))],
      notes,
    });
  }
  return { documents, around: rest };
}

function previewed(piece: Piece, landed: ReadonlyMap<number, string>): PreviewedPiece {
  const { number, where, text, heading, isLabel = false, isMeant = false, mark = "" } = piece;
  return { number, where, text, heading, to: landed.get(number) ?? piece.to, isLabel, isMeant, mark, isFixed: false };
}

/** The fields of a file of ours, which go back to where they were. */
function fixedPieces<C extends DocumentContent>(kind: DocumentKind<C>, { exact }: Found): readonly PreviewedPiece[] {
  if (!exact) return [];
  return kind.fields.flatMap((field, index): PreviewedPiece[] => {
    const value = valueAt(exact.content, field.path);
    if (isEmptyValue(field, value)) return [];
    const place = placeOf(field.path);
    const lines = exact.lines?.get(place);
    return [
      {
        number: -1 - index,
        where: lines ? linesText(...lines) : exact.lines ? "" : `/content/${field.path.join("/")}`,
        text: displayValue(field, value),
        heading: "",
        to: place,
        isLabel: false,
        isMeant: false,
        mark: "",
        isFixed: true,
      },
    ];
  });
}
