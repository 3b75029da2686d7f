import type { Hint } from "@/features/documents/links/hint-rules";
import { LINK_LISTS, shareLink } from "@/features/documents/links/link-rules";
import { readLinkCards, readLinking } from "@/features/documents/links/use-cases/read-links";
import { goneOwner } from "@/features/documents/use-cases/gone-owner";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { segmentHints } from "../segment-hint-rules";
import { segmentKind } from "../segment-kind";

const FROM_PERSONAS = LINK_LISTS.filter(({ kind, linksTo }) => kind === "persona" && linksTo === "segment");

/** What is worth a look in a segment's draft, beside its personas and the segment it is a part of. Throws NOT_FOUND. */
export async function readSegmentHints(scope: Scope<"draft.read">, documentId: string): Promise<readonly Hint[]> {
  const reading = scope.also("document.read");
  const { content } = await readDraft(scope, segmentKind, documentId);
  const { document } = await readDocument(reading, segmentKind, documentId);
  const linking = (await Promise.all(FROM_PERSONAS.map((list) => readLinking(reading, list, [documentId])))).flat();
  const [parent] = await readLinkCards(
    reading,
    content.parent.map(({ id }) => id),
  );
  return segmentHints({
    documentId,
    content,
    goneOwner: await goneOwner(scope, document.owner),
    personas: linking.map(({ id, title, card, item }) => ({
      id,
      title,
      kind: card.kind ?? null,
      share: shareLink(item).share,
    })),
    parent: parent ? { id: parent.id, title: parent.title, sizeEstimate: parent.card.sizeEstimate ?? null } : null,
  });
}
