// SQL of who answers for a document.
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";

const isDocument = (workspaceId: string, documentId: string) =>
  and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId));

/** The owner of now and the name of somebody who is to become one. The caller knows that both are there. */
export async function findOwner(tx: Tx, workspaceId: string, documentId: string, nextId: string) {
  const [row] = await tx
    .select({
      id: users.id,
      name: users.name,
      nextName: sql<string>`(select name from users next where next.id = ${nextId})`,
    })
    .from(documents)
    .innerJoin(users, eq(users.id, documents.ownerId))
    .where(isDocument(workspaceId, documentId));
  if (!row) throw new Error(`there is no document ${documentId}`);
  return { before: { id: row.id, name: row.name }, after: { id: nextId, name: row.nextName } };
}

export async function updateOwner(tx: Tx, workspaceId: string, documentId: string, userId: string): Promise<void> {
  await tx.update(documents).set({ ownerId: userId, changedAt: sql`now()` }).where(isDocument(workspaceId, documentId));
}
