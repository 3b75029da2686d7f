// A file to import, read: what both its preview and its import begin with.
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import type { Findings, Found } from "../found-rules";
import { labelTable } from "../label-rules";
import { mapJson } from "../map-json-rules";
import { mapMarkdown } from "../map-markdown-rules";
import type { PreviewImportInput } from "../portable-contract";
import { FORMAT_VERSION, MAX_FOUND } from "../portable-rules";
import { readOwnMarkdown } from "../read-markdown-rules";
import { parseJson } from "../scan-json-rules";

/**
 * The same text always gives the same findings, so that a choice made in the preview holds for the import. Throws
 * INVALID or LIMIT with a sentence that names the place.
 */
export function readFile<C extends DocumentContent>(kind: DocumentKind<C>, file: PreviewImportInput): Findings {
  const text = file.text
    .toWellFormed()
    .replaceAll("\0", "")
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  const findings = findingsOf(kind, { ...file, text });
  const isEmpty = findings.found.every(({ exact, pieces }) => !exact && pieces.length === 0);
  if (isEmpty && findings.around.length === 0) throw new AppError("INVALID", `There is no ${kind.name} in this text.`);
  if (findings.found.length > MAX_FOUND) {
    const sentence = `This text holds ${findings.found.length} ${kind.name}s; up to ${MAX_FOUND} can be looked through at once. Split it.`;
    throw new AppError("LIMIT", sentence);
  }
  for (const { exact } of findings.found) {
    if (!exact) continue;
    const { kind: name, formatVersion } = exact.stamp;
    if (name !== kind.name) {
      throw new AppError(
        "INVALID",
        `This file holds a ${name.slice(0, 40) || "document of no kind"}, not a ${kind.name}.`,
        { path: "kind" },
      );
    }
    if (formatVersion !== String(FORMAT_VERSION)) {
      throw new AppError("INVALID", "This file was made by another version of Dramatis, which this one can't read.", {
        path: "version",
      });
    }
  }
  return findings;
}

function findingsOf<C extends DocumentContent>(
  kind: DocumentKind<C>,
  { format, text, fileName }: PreviewImportInput,
): Findings {
  const table = labelTable(kind.fields, kind.importRules);
  if (format === "json") return mapJson(table, parseJson(text), fileName);
  const own = readOwnMarkdown(kind.fields, text);
  if (!own) return mapMarkdown(table, text, fileName);
  const { content, stamp, lines } = own;
  const found: Found = {
    title: typeof content.title === "string" ? content.title : "",
    exact: { content, stamp, lines },
    pieces: own.leftovers.map((left, number) => ({
      number,
      where: `Line ${left.line}`,
      text: left.text,
      heading: left.heading,
      to: kind.importRules.rest,
    })),
  };
  return { found: [found], around: [] };
}
