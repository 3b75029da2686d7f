import { MAX_TITLE } from "@/features/documents/document-contract";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import { addDocument } from "@/features/documents/use-cases/add-document";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { personaKind } from "../../persona-kind";
import { measuredPersona } from "../measured-rules";
import { measuredSegments } from "./read-measured";

/**
 * Makes a persona that the caller owns and that stands for the segment, with the typical values of its newest measure filled
 * in; the answer is its id. Throws NOT_FOUND where there is no such segment, and INVALID where it is retired.
 */
export async function createFromSegment(
  scope: Scope<"draft.edit">,
  { segmentId }: { readonly segmentId: string },
): Promise<{ documentId: string }> {
  const reading = scope.also("document.read");
  const [segment] = await readLinkCards(reading, [segmentId]);
  if (segment?.kind !== "segment")
    throw new AppError("NOT_FOUND", "This segment doesn't exist, or you may not see it.");
  if (segment.state === "retired") {
    throw new AppError("INVALID", "This segment is retired. Bring it back into use first.", { path: "segmentId" });
  }
  const [measured] = await measuredSegments(reading, [segmentId]);
  const title = `Somebody of ${segment.title || "a segment"}`.slice(0, MAX_TITLE).toWellFormed();
  const content = personaKind.schema.parse({
    ...personaKind.empty(title),
    segments: [{ id: segment.id, title: segment.title, share: null, order: null }],
    ...(measured && { basis: "statistical", ...measuredPersona(measured, () => crypto.randomUUID()) }),
  });
  return { documentId: await addDocument(scope, personaKind, content, { verb: "created" }) };
}
