import { needsOf } from "@/features/documents/bodies/body-rules";
import { readCursor, writeCursor } from "@/features/documents/lists/list-cursor";
import type { Scope } from "@/server/access/open-scope";
import type { NeedsInput, NeedsPage } from "../needs-contract";
import { listNeeds } from "../needs-queries";

const NEWEST = { sort: "changed", order: "desc" } as const;

/**
 * What the scenarios of a workspace, or those of one persona, say that we must offer: as published for readers of
 * versions, else as the drafts have it. Throws INVALID for a cursor that isn't one.
 */
export async function readNeeds(scope: Scope<"document.read">, input: NeedsInput): Promise<NeedsPage> {
  const mayReadDrafts = scope.may("draft.read");
  const rows = await listNeeds(scope.tx, scope.workspaceId, {
    personaId: input.personaId,
    mayReadDrafts,
    after: input.cursor === undefined ? undefined : readCursor(input.cursor, NEWEST),
    // One more than asked for tells whether there is another page.
    limit: input.limit + 1,
  });
  const looked = rows.slice(0, input.limit);
  const scenarios = looked.map(({ id, title, version, personas, nodes }) => ({
    id,
    title: title ?? "",
    version: mayReadDrafts ? null : version,
    personas: (personas ?? []).map((persona) => ({ id: persona.id, title: persona.title })),
    needs: needsOf({ type: "doc", content: nodes }),
  }));
  const last = looked.at(-1);
  const cursor = last && { value: last.changedAt.toISOString(), id: last.id };
  return {
    scenarios: scenarios.filter(({ needs }) => needs.length > 0),
    nextCursor: cursor && rows.length > looked.length ? writeCursor(NEWEST, cursor) : null,
  };
}
