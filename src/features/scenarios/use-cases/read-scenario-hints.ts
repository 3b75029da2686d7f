import type { Hint } from "@/features/documents/links/hint-rules";
import { goneOwner } from "@/features/documents/use-cases/gone-owner";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { scenarioHints } from "../scenario-hint-rules";
import { scenarioKind } from "../scenario-kind";

/** What is worth a look in a scenario's draft. Throws NOT_FOUND. */
export async function readScenarioHints(scope: Scope<"draft.read">, documentId: string): Promise<readonly Hint[]> {
  const { content } = await readDraft(scope, scenarioKind, documentId);
  const { document } = await readDocument(scope.also("document.read"), scenarioKind, documentId);
  return scenarioHints({ content, goneOwner: await goneOwner(scope, document.owner) });
}
