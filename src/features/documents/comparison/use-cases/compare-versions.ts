import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { readDraft, readVersion } from "../../use-cases/read-document";
import type { ChangeReason } from "../../versions/version-reason-rules";
import type { CompareInput, Comparison, GivenReason } from "../comparison-contract";
import { withWords } from "../comparison-mark-rules";
import { listReasons } from "../comparison-queries";
import { compareContent, singleChanges } from "../comparison-rules";

/** What changed from one side to the other; a side is a version's number or the draft, which asks for draft.read. */
export async function compareVersions<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  input: CompareInput,
): Promise<Comparison> {
  const { documentId, from, to, isWhole = false } = input;
  const side = async (which: CompareInput["from"]): Promise<C> => {
    if (which === "draft") return (await readDraft(scope.also("draft.read"), kind, documentId)).content;
    return (await readVersion(scope, kind, { documentId, number: which })).content;
  };
  const before = await side(from);
  const after = await side(to);
  // The words are found here: the page then has nothing to compute and no code to load for it.
  const changes = withWords(compareContent(kind.fields, before, after, { isWhole }), { isWhole });
  const places = new Set(singleChanges(changes).map(({ place }) => place));
  const reasons = await listReasons(scope.tx, scope.workspaceId, documentId, spanOf(from, to));
  return { from, to, changes, reasons: reasonsOf(reasons, places) };
}

/** The publications between the two sides; the draft comes after all of them. */
function spanOf(from: CompareInput["from"], to: CompareInput["to"]) {
  const [one, two] = [from, to].map((side) => (side === "draft" ? 1_000_000 : side)) as [number, number];
  return { after: Math.min(one, two), upTo: Math.max(one, two) };
}

function reasonsOf(
  versions: readonly { readonly number: number; readonly reasons: Readonly<Record<string, string>> }[],
  places: ReadonlySet<string>,
): Comparison["reasons"] {
  const byPlace = new Map<string, GivenReason[]>();
  for (const { number, reasons } of versions) {
    for (const [place, reason] of Object.entries(reasons)) {
      if (!places.has(place)) continue;
      byPlace.set(place, [...(byPlace.get(place) ?? []), { number, reason: reason as ChangeReason }]);
    }
  }
  return Object.fromEntries(byPlace);
}
