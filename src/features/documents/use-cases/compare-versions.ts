import type { Scope } from "@/server/access/open-scope";
import { compareContent } from "../comparison-rules";
import type { CompareInput, Comparison } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import type { DocumentContent } from "../field-rules";
import { readDraft, readVersion } from "./read-document";

/** What changed from one side to the other; a side is a version's number or the draft, which asks for draft.read. */
export async function compareVersions<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  input: CompareInput,
): Promise<Comparison> {
  const side = async (which: CompareInput["from"]): Promise<C> => {
    const { documentId } = input;
    if (which === "draft") return (await readDraft(scope.also("draft.read"), kind, documentId)).content;
    return (await readVersion(scope, kind, { documentId, number: which })).content;
  };
  const before = await side(input.from);
  const after = await side(input.to);
  return { from: input.from, to: input.to, changes: compareContent(kind.fields, before, after) };
}
