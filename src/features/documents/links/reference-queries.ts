// SQL for what content names by id: other documents, and pictures.

import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import { pictures } from "@/server/db/schema/workspace";
import type { KindName } from "@/shared/document-kinds";

/** Those of the ids that are documents of the kind in this workspace. */
export async function existingDocuments(
  tx: Tx,
  workspaceId: string,
  kind: KindName,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.kind, kind), inArray(documents.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}

/** Those of the ids that are pictures of this workspace. */
export async function existingPictures(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.workspaceId, workspaceId), inArray(pictures.id, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
