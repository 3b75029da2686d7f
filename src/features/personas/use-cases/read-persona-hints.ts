import type { Hint } from "@/features/documents/links/hint-rules";
import { LINK_LISTS, shareLink } from "@/features/documents/links/link-rules";
import { readLinkCards, readLinking } from "@/features/documents/links/use-cases/read-links";
import { goneOwner } from "@/features/documents/use-cases/gone-owner";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { personaHints } from "../persona-hint-rules";
import { personaKind } from "../persona-kind";

const TO_SEGMENTS = LINK_LISTS.filter(({ kind, linksTo }) => kind === "persona" && linksTo === "segment");

/** What is worth a look in a persona's draft, beside its segments and their other personas. Throws NOT_FOUND. */
export async function readPersonaHints(scope: Scope<"draft.read">, documentId: string): Promise<readonly Hint[]> {
  const reading = scope.also("document.read");
  const { content } = await readDraft(scope, personaKind, documentId);
  const { document } = await readDocument(reading, personaKind, documentId);
  const ids = content.segments.map(({ id }) => id);
  const cards = await readLinkCards(reading, ids);
  const linking = (await Promise.all(TO_SEGMENTS.map((list) => readLinking(reading, list, ids)))).flat();
  return personaHints({
    documentId,
    content,
    goneOwner: await goneOwner(scope, document.owner),
    segments: cards.map(({ id, title, card }) => ({
      id,
      title,
      ageFrom: card.ageFrom ?? null,
      ageTo: card.ageTo ?? null,
      personas: linking
        .filter(({ item }) => item.id === id)
        .map((one) => ({
          id: one.id,
          title: one.title,
          kind: one.card.kind ?? null,
          share: shareLink(one.item).share,
        })),
    })),
  });
}
