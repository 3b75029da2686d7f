import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { addDocument } from "../../use-cases/add-document";
import type { Findings, Piece } from "../found-rules";
import type { ImportInput } from "../portable-contract";
import { importTargets } from "../target-rules";
import { buildContent } from "./build-content";
import { readFile } from "./read-file";

/**
 * Makes the chosen documents of a file, which the caller owns, all or none; the answer is their ids in the order of the
 * choice. Throws INVALID or LIMIT with a sentence that names the place.
 */
export async function importDocuments<C extends DocumentContent>(
  scope: Scope<"draft.edit">,
  kind: DocumentKind<C>,
  input: ImportInput,
): Promise<{ documentIds: readonly string[] }> {
  const findings = movedAsWanted(kind, readFile(kind, input), input);
  const documentIds: string[] = [];
  for (const [index, { at, title, subtitle }] of input.documents.entries()) {
    const found = findings.found[at];
    if (!found)
      throw new AppError("INVALID", "This is not in the text. Look at the preview again.", {
        path: `documents.${index}`,
      });
    const pieces = index === 0 ? [...found.pieces, ...findings.around] : found.pieces;
    const { content: built } = await buildContent(scope, kind, { found, pieces, fileName: input.fileName });
    const content = kind.schema.parse({
      ...built,
      title,
      ...(subtitle !== undefined && { [kind.importRules.subtitle]: subtitle }),
    });
    const details = { file: input.fileName };
    documentIds.push(await addDocument(scope, kind, content, { verb: "imported", details }));
  }
  return { documentIds };
}

/** Throws INVALID for a move to a place that doesn't take text, or of a piece that isn't there. */
function movedAsWanted<C extends DocumentContent>(
  kind: DocumentKind<C>,
  { found, around }: Findings,
  { documents, moves }: ImportInput,
): Findings {
  if (new Set(documents.map(({ at }) => at)).size < documents.length) {
    throw new AppError("INVALID", "One of them is chosen twice.", { path: "documents" });
  }
  const targets = new Set(importTargets(kind.fields).map(({ value }) => value));
  const wanted = new Map(moves.map(({ piece, to }) => [piece, to]));
  const numbers = new Set([...found.flatMap(({ pieces }) => pieces), ...around].map(({ number }) => number));
  for (const [piece, to] of wanted) {
    if (!targets.has(to)) throw new AppError("INVALID", `A piece of text can't go to “${to}”.`, { path: "moves" });
    if (!numbers.has(piece))
      throw new AppError("INVALID", "A piece that was moved is not in the text. Look at the preview again.", {
        path: "moves",
      });
  }
  const move = (pieces: readonly Piece[]) =>
    pieces.map((piece) => ({ ...piece, to: wanted.get(piece.number) ?? piece.to }));
  return { found: found.map((one) => ({ ...one, pieces: move(one.pieces) })), around: move(around) };
}
