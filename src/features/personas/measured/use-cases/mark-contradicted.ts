import { LINK_LISTS } from "@/features/documents/links/link-rules";
import { readLinking } from "@/features/documents/links/use-cases/read-links";
import { PERSONAS_OF_SEGMENT } from "@/features/documents/marks/mark-rules";
import { markDocuments, unmarkDocuments } from "@/features/documents/marks/use-cases/mark-documents";
import { readDocument } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { personaKind } from "../../persona-kind";
import { contradictionSentence, heldAgainst } from "../measured-rules";
import { measuredInOrder } from "./read-measured";

/**
 * A segment was measured: published personas that say something else than the data are marked, those that don't any more
 * lose the mark. What they say is judged as published, since that is what is relied on.
 */
export async function markContradicted(scope: Scope<"document.read">, segmentId: string): Promise<void> {
  const { kind, path } = PERSONAS_OF_SEGMENT;
  const list = LINK_LISTS.find((one) => one.kind === kind && one.path === path);
  if (!list) throw new Error("Personas have no list of segments.");
  const linking = await readLinking(scope, list, [segmentId]);
  for (const id of new Set(linking.map((persona) => persona.id))) {
    const { published } = await readDocument(scope, personaKind, id);
    if (!published) continue;
    const facts = heldAgainst(published.content, await measuredInOrder(scope, published.content));
    const mark = { mark: "contradicted", sourceId: id } as const;
    const sentence = contradictionSentence(facts);
    if (sentence) await markDocuments(scope, [id], { ...mark, sentence });
    else await unmarkDocuments(scope, mark);
  }
}
