import type { Scope } from "@/server/access/open-scope";
import type { DocumentKind } from "../../document-kind";
import type { DocumentContent } from "../../field-rules";
import { findLaidDown, findTimeZone } from "../cadence-queries";
import { effectiveCadence } from "../cadence-rules";
import { standingAfter } from "../due-day-rules";

interface Previewed<C> {
  readonly documentId: string;
  /** What would be confirmed. */
  readonly content: C;
  readonly now?: Date;
}

/** The day by which a document would have to be verified again if it were verified now; null for none. */
export async function previewDueDay<C extends DocumentContent>(
  { tx, workspaceId }: Scope<"document.read">,
  kind: DocumentKind<C>,
  { documentId, content, now = new Date() }: Previewed<C>,
): Promise<string | null> {
  const laidDown = await findLaidDown(tx, workspaceId, { kind: kind.name, documentId });
  const cadence = effectiveCadence(laidDown, kind.cadence?.(content) ?? null);
  return standingAfter(now, cadence, await findTimeZone(tx, workspaceId)).dueOn;
}
