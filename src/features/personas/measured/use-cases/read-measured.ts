import { readNewest } from "@/features/datasets/measures/use-cases/read-measures";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { personaKind } from "../../persona-kind";
import type { PersonaContent } from "../../persona-rules";
import type { MeasuredFact } from "../measured-contract";
import { heldAgainst, type MeasuredSegment } from "../measured-rules";

/** The newest measures of segments that the person may see, in the order of the ids; without those never measured. */
export async function measuredSegments(
  scope: Scope<"document.read">,
  segmentIds: readonly string[],
): Promise<readonly (MeasuredSegment & { readonly id: string })[]> {
  const cards = (await readLinkCards(scope, segmentIds)).filter(({ kind }) => kind === "segment");
  const measures = await readNewest(
    scope,
    cards.map(({ id }) => id),
  );
  return segmentIds.flatMap((id) => {
    const card = cards.find((one) => one.id === id);
    const measure = measures.find((one) => one.documentId === id);
    if (!card || !measure?.profile) return [];
    const { version, snapshot, profile } = measure;
    const { dataName, asOf, number } = snapshot;
    return [{ id, segment: card.title, version, dataName, asOf, snapshot: number, profile }];
  });
}

/** What the newest data say to what a persona says; nothing where its segments were never measured. Throws NOT_FOUND. */
export async function readMeasured(
  scope: Scope<"document.read">,
  documentId: string,
): Promise<readonly MeasuredFact[]> {
  const { published } = await readDocument(scope, personaKind, documentId);
  const content = scope.may("draft.read")
    ? (await readDraft(scope.also("draft.read"), personaKind, documentId)).content
    : published?.content;
  return content ? heldAgainst(content, await measuredInOrder(scope, content)) : [];
}

/** What was measured of the persona's segments, the first of them first. */
export async function measuredInOrder(scope: Scope<"document.read">, { segments }: PersonaContent) {
  if (segments.length === 0) return [];
  const ordered = segments.toSorted((one, other) => (one.order ?? 100) - (other.order ?? 100));
  return measuredSegments(
    scope,
    ordered.map(({ id }) => id),
  );
}
