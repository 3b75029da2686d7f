// SQL for what scenarios say that we must offer. Only the marked parts of a story are read, never all of it.
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, drafts, versions } from "@/server/db/schema/document";
import type { BodyNode } from "../documents/bodies/body-rules";
import type { ListCursor } from "../documents/lists/list-cursor";
import type { ScenarioPersona } from "./scenario-rules";

interface NeedsRequest {
  readonly personaId: string | undefined;
  /** False for people who see published documents only. */
  readonly mayReadDrafts: boolean;
  readonly after: ListCursor | undefined;
  readonly limit: number;
}

/** Scenarios in use with the needs in their stories, those changed last first. */
export async function listNeeds(tx: Tx, workspaceId: string, request: NeedsRequest) {
  const { personaId, mayReadDrafts, after, limit } = request;
  const shown = mayReadDrafts ? drafts : versions;
  // Strict, since lax paths find what lies in a list twice; silent, since a story may be none.
  const nodes = sql`jsonb_path_query_array(${shown.content}, 'strict $.story.** ? (@.type == "need")', '{}', true)`;
  const inIt = (id: string) =>
    and(
      // May use the index of what is linked; what it finds may only be mentioned in the prose.
      sql`(${documents.id} in (select documents_linking_to(${id}::uuid))) is true`,
      sql`jsonb_path_exists(${shown.content}, '$.personas[*].id ? (@ == $id)', jsonb_build_object('id', ${id}::text), true)`,
    );
  return tx
    .select({
      id: documents.id,
      title: shown.title,
      changedAt: documents.changedAt,
      personas: sql<readonly ScenarioPersona[] | null>`${shown.content} -> 'personas'`,
      nodes: sql<readonly BodyNode[]>`${nodes}`,
      version: documents.currentVersion,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        eq(documents.kind, "scenario"),
        isNull(documents.retiredAt),
        mayReadDrafts ? undefined : isNotNull(versions.number),
        personaId === undefined ? undefined : inIt(personaId),
        after && sql`(${documents.changedAt}, ${documents.id}) < (${after.value}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(documents.changedAt), desc(documents.id))
    .limit(limit);
}
