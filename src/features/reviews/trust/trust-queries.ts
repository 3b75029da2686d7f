// SQL of answers about trust.
import { and, asc, desc, eq, gte, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents } from "@/server/db/schema/document";
import { reviewItems, trustResponses } from "@/server/db/schema/review";

/** The document's current version, and whether it is in use; undefined where there is none. `isHeld` keeps both so. */
export async function findAsked(tx: Tx, workspaceId: string, documentId: string, { isHeld }: { isHeld: boolean }) {
  const select = tx
    .select({ currentVersion: documents.currentVersion, retiredAt: documents.retiredAt })
    .from(documents)
    .where(and(eq(documents.workspaceId, workspaceId), eq(documents.id, documentId)));
  const [row] = await (isHeld ? select.for("share") : select);
  return row;
}

export async function isOnAgenda(
  tx: Tx,
  workspaceId: string,
  which: { readonly sessionId: string; readonly documentId: string },
): Promise<boolean> {
  const rows = await tx
    .select({ id: reviewItems.id })
    .from(reviewItems)
    .where(
      and(
        eq(reviewItems.workspaceId, workspaceId),
        eq(reviewItems.sessionId, which.sessionId),
        eq(reviewItems.documentId, which.documentId),
      ),
    );
  return rows.length > 0;
}

interface Answer {
  readonly documentId: string;
  readonly version: number;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly scores: number[];
  readonly use: string;
}

/** One person's answer about a version; a later one takes its place. */
export async function upsertAnswer(tx: Tx, workspaceId: string, answer: Answer): Promise<void> {
  const { scores, use, sessionId } = answer;
  await tx
    .insert(trustResponses)
    .values({ workspaceId, ...answer })
    .onConflictDoUpdate({
      target: [trustResponses.documentId, trustResponses.version, trustResponses.userId],
      set: { scores, use, at: sql`now()`, ...(sessionId !== null && { sessionId }) },
    });
}

/** All answers about the newest versions that have some, in no order that tells who gave them. */
export async function listAnswers(tx: Tx, workspaceId: string, documentId: string, mostVersions: number) {
  const isOf = and(eq(trustResponses.workspaceId, workspaceId), eq(trustResponses.documentId, documentId));
  const asked = await tx
    .selectDistinct({ version: trustResponses.version })
    .from(trustResponses)
    .where(isOf)
    .orderBy(desc(trustResponses.version))
    .limit(mostVersions);
  const oldest = asked.at(-1);
  if (!oldest) return [];
  return tx
    .select({
      version: trustResponses.version,
      userId: trustResponses.userId,
      scores: trustResponses.scores,
      use: trustResponses.use,
    })
    .from(trustResponses)
    .where(and(isOf, gte(trustResponses.version, oldest.version)))
    .orderBy(desc(trustResponses.version), asc(trustResponses.use), asc(trustResponses.scores));
}
