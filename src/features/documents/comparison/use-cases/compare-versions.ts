import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import { documentNotFound } from "../../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../../field-rules";
import { readDraft, readVersion } from "../../use-cases/read-document";
import { findRestorePoint } from "../../versions/restore-point-queries";
import { readDraftNow } from "../../versions/use-cases/read-draft-now";
import type { ChangeReason } from "../../versions/version-reason-rules";
import { pointOf } from "../comparison-address-rules";
import type { CompareInput, Comparison, GivenReason } from "../comparison-contract";
import { withWords } from "../comparison-mark-rules";
import { listReasons } from "../comparison-queries";
import { compareContent, singleChanges } from "../comparison-rules";

/**
 * What changed from one side to the other. A side is a version's number, the draft with all that was acknowledged of it,
 * or a copy of the draft; the last two ask for draft.read. Throws NOT_FOUND.
 */
export async function compareVersions<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  input: CompareInput,
): Promise<Comparison> {
  const { documentId, from, to, isWhole = false } = input;
  const side = async (which: CompareInput["from"]): Promise<C> => {
    if (which === "draft") return (await readDraftNow(scope.also("draft.read"), kind, documentId)).content;
    if (typeof which === "string") {
      const { tx, workspaceId } = scope.also("draft.read");
      // The draft's own question is whether it is of this kind.
      await readDraft(scope.also("draft.read"), kind, documentId);
      const point = await findRestorePoint(tx, workspaceId, documentId, pointOf(which));
      if (!point) throw documentNotFound({ name: "copy" });
      return kind.schema.parse(point.content);
    }
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

/** The publications between the two sides; a draft comes after all of them. */
function spanOf(from: CompareInput["from"], to: CompareInput["to"]) {
  const [one, two] = [from, to].map((side) => (typeof side === "string" ? 1_000_000 : side)) as [number, number];
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
