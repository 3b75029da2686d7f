import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { readVersion } from "../../use-cases/read-document";
import { readDraftNow } from "../../versions/use-cases/read-draft-now";
import type { ExportedFile, ExportInput } from "../portable-contract";
import { fileNameOf, writeJson } from "../portable-rules";
import { writeMarkdown } from "../write-markdown-rules";

/** A version, or the draft for those who may read it, as a file that an import reads back identically. */
export async function exportDocument<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  { documentId, version, format }: ExportInput,
): Promise<ExportedFile> {
  const { content } =
    version === "draft"
      ? await readDraftNow(scope.also("draft.read"), kind, documentId)
      : await readVersion(scope, kind, { documentId, number: version });
  const number = version === "draft" ? null : version;
  const stamp = { at: new Date().toISOString(), version: number, contentHash: canonicalHash(content) };
  return {
    name: fileNameOf(content.title, number, format),
    text:
      format === "json" ? writeJson(kind.name, content, stamp) : writeMarkdown(kind.name, kind.fields, content, stamp),
  };
}
