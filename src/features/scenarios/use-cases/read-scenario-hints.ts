import type { Hint } from "@/features/documents/links/hint-rules";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import { goneOwner } from "@/features/documents/use-cases/gone-owner";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { scenarioHints } from "../scenario-hint-rules";
import { scenarioKind } from "../scenario-kind";

/** What is worth a look in a scenario's draft, beside what it pins. Throws NOT_FOUND. */
export async function readScenarioHints(scope: Scope<"draft.read">, documentId: string): Promise<readonly Hint[]> {
  const reading = scope.also("document.read");
  const { content } = await readDraft(scope, scenarioKind, documentId);
  const { document } = await readDocument(reading, scenarioKind, documentId);
  const cards = await readLinkCards(
    reading,
    [...content.personas, ...content.segments].map(({ id }) => id),
  );
  return scenarioHints({
    content,
    goneOwner: await goneOwner(scope, document.owner),
    pinned: cards.map(({ id, title, currentVersion, state }) => ({
      id,
      title,
      currentVersion,
      isRetired: state === "retired",
    })),
  });
}
