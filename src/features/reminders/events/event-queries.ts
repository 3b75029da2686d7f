// SQL of business events.
import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documentMarks } from "@/server/db/schema/dataset";
import { documents, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { businessEvents } from "@/server/db/schema/verification";
import type { LogEventInput } from "./event-contract";

export async function insertEvent(
  tx: Tx,
  workspaceId: string,
  event: Pick<LogEventInput, "kind" | "title" | "note" | "happenedOn"> & { readonly loggedBy: string },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(businessEvents).values({ id, workspaceId, ...event });
  return id;
}

/** False where there is none. */
export async function deleteEvent(tx: Tx, workspaceId: string, eventId: string): Promise<boolean> {
  const rows = await tx
    .delete(businessEvents)
    .where(and(eq(businessEvents.workspaceId, workspaceId), eq(businessEvents.id, eventId)))
    .returning({ id: businessEvents.id });
  return rows.length > 0;
}

/** The newest, by the day on which they were logged. */
export async function listEvents(tx: Tx, workspaceId: string, limit: number) {
  return tx
    .select({
      id: businessEvents.id,
      kind: businessEvents.kind,
      title: businessEvents.title,
      note: businessEvents.note,
      happenedOn: businessEvents.happenedOn,
      loggedBy: { id: users.id, name: users.name },
      loggedAt: businessEvents.createdAt,
    })
    .from(businessEvents)
    .innerJoin(users, eq(users.id, businessEvents.loggedBy))
    .where(eq(businessEvents.workspaceId, workspaceId))
    .orderBy(desc(businessEvents.createdAt), desc(businessEvents.id))
    .limit(limit);
}

/** Documents in use that are still marked with one of the events, by title. */
export async function findMarked(tx: Tx, workspaceId: string, eventIds: readonly string[], mayReadDrafts: boolean) {
  if (eventIds.length === 0) return [];
  const shown = mayReadDrafts ? drafts : versions;
  return tx
    .select({ eventId: documentMarks.sourceId, id: documents.id, kind: documents.kind, title: shown.title })
    .from(documentMarks)
    .innerJoin(documents, eq(documents.id, documentMarks.documentId))
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documentMarks.workspaceId, workspaceId),
        eq(documentMarks.mark, "event"),
        inArray(documentMarks.sourceId, [...eventIds]),
        isNull(documents.retiredAt),
        mayReadDrafts ? undefined : isNotNull(documents.currentVersion),
      ),
    )
    .orderBy(asc(shown.title), asc(documents.id));
}

/** How many of the documents are there and in use. */
export async function countInUse(tx: Tx, workspaceId: string, documentIds: readonly string[]): Promise<number> {
  return tx.$count(
    documents,
    and(eq(documents.workspaceId, workspaceId), inArray(documents.id, [...documentIds]), isNull(documents.retiredAt)),
  );
}
