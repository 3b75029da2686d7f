import { MAX_TITLE } from "@/features/documents/document-contract";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import { addDocument } from "@/features/documents/use-cases/add-document";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { scenarioKind } from "../scenario-kind";
import { proposedTitle } from "../scenario-rules";

/**
 * Makes a scenario that the caller owns, led by the persona at its current version, with a title that says so; the
 * answer is its id. Throws NOT_FOUND where there is no such persona, and INVALID where it is retired.
 */
export async function createForPersona(
  scope: Scope<"draft.edit">,
  { personaId }: { readonly personaId: string },
): Promise<{ documentId: string }> {
  const [persona] = await readLinkCards(scope.also("document.read"), [personaId]);
  if (persona?.kind !== "persona")
    throw new AppError("NOT_FOUND", "This persona doesn't exist, or you may not see it.");
  if (persona.state === "retired") {
    throw new AppError("INVALID", "This persona is retired. Bring it back into use first.", { path: "personaId" });
  }
  const content = scenarioKind.schema.parse({
    ...scenarioKind.empty(proposedTitle(persona.title, MAX_TITLE)),
    personas: [{ id: persona.id, title: persona.title, version: persona.currentVersion, part: "lead" }],
  });
  return { documentId: await addDocument(scope, scenarioKind, content, { verb: "created" }) };
}
