// SQL of what the weekly letter tells.
import { and, asc, eq, gt, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, versions } from "@/server/db/schema/document";
import { reviewParticipants, reviewSessions, reviewTasks } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { freshness } from "@/server/db/schema/verification";

/** Whose letter, and of which workspace. */
interface Reader {
  readonly workspaceId: string;
  readonly userId: string;
}

/** More than anybody reads in a letter. */
const MOST = 40;

/** What the person verifies (or owns, where nobody is named) and is due, overdue or marked by then, the oldest day first. */
export async function listDoubtful(tx: Tx, { workspaceId, userId }: Reader, now: Date) {
  const by = now.toISOString();
  const marks = sql<
    string[]
  >`array(select distinct m.mark from document_marks m where m.document_id = ${documents.id})`;
  const isTheirs = sql`(exists (select from document_verifiers v where v.document_id = ${documents.id} and v.user_id = ${userId})
    or ${documents.ownerId} = ${userId} and not exists (
      select from document_verifiers v where v.document_id = ${documents.id}))`;
  const isDue = sql<boolean>`(not ${freshness.isPaused} and ${freshness.dueFrom} <= ${by}::timestamptz)`;
  const isOverdue = sql<boolean>`(not ${freshness.isPaused} and ${freshness.overdueAt} <= ${by}::timestamptz)`;
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      title: versions.title,
      dueOn: sql<string | null>`${freshness.dueOn}`,
      isDue: sql<boolean>`coalesce(${isDue}, false)`,
      isOverdue: sql<boolean>`coalesce(${isOverdue}, false)`,
      marks,
    })
    .from(documents)
    .innerJoin(freshness, eq(freshness.documentId, documents.id))
    .innerJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        isNull(documents.retiredAt),
        isTheirs,
        or(isDue, sql`exists (select from document_marks m where m.document_id = ${documents.id})`),
      ),
    )
    .orderBy(asc(freshness.dueOn), asc(versions.title))
    .limit(MOST);
}

/** Sessions that the person leads or is asked to, from now until then. */
export async function listComing(tx: Tx, { workspaceId, userId }: Reader, now: Date, until: Date) {
  return tx
    .select({
      sessionId: reviewSessions.id,
      title: reviewSessions.title,
      startsAt: reviewSessions.startsAt,
      facilitator: users.name,
    })
    .from(reviewSessions)
    .innerJoin(users, eq(users.id, reviewSessions.facilitatorId))
    .where(
      and(
        eq(reviewSessions.workspaceId, workspaceId),
        ne(reviewSessions.state, "cancelled"),
        ne(reviewSessions.state, "closed"),
        gt(reviewSessions.endsAt, now),
        lte(reviewSessions.startsAt, until),
        or(
          eq(reviewSessions.facilitatorId, userId),
          sql`exists (select from ${reviewParticipants} p where p.session_id = ${reviewSessions.id} and p.user_id = ${userId})`,
        ),
      ),
    )
    .orderBy(asc(reviewSessions.startsAt))
    .limit(MOST);
}

/** What the person has to do. */
export async function listOpenTasks(tx: Tx, { workspaceId, userId }: Reader) {
  return tx
    .select({
      text: reviewTasks.text,
      dueOn: reviewTasks.dueOn,
      documentId: reviewTasks.documentId,
      kind: documents.kind,
    })
    .from(reviewTasks)
    .innerJoin(documents, eq(documents.id, reviewTasks.documentId))
    .where(
      and(eq(reviewTasks.workspaceId, workspaceId), eq(reviewTasks.assigneeId, userId), isNull(reviewTasks.doneAt)),
    )
    .orderBy(asc(reviewTasks.dueOn))
    .limit(MOST);
}

/** Where and what the letter is sent to; undefined for who is no member or may not sign in. */
export async function findAddressee(tx: Tx, { workspaceId, userId }: Reader): Promise<string | undefined> {
  const [row] = await tx.execute<{ email: string }>(sql`
    select u.email from users u join memberships m on m.user_id = u.id and m.workspace_id = ${workspaceId}
    where u.id = ${userId} and not u.is_disabled`);
  return row?.email;
}
