// SQL of requests for approval, decisions on them, and the verifiers named on a document.

import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { prepareOnce } from "@/server/db/prepare-once";
import { approvalRequests, approvals } from "@/server/db/schema/discussion";
import { documents, documentVerifiers, drafts, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { KindName } from "@/shared/document-kinds";

const ONE_REVISION = ["workspaceId", "documentId", "revision"] as const;

const selectOpenRequest = prepareOnce(ONE_REVISION, (db, value) =>
  db
    .select({ requestedBy: approvalRequests.requestedBy })
    .from(approvalRequests)
    .where(
      and(
        eq(approvalRequests.workspaceId, value.workspaceId),
        eq(approvalRequests.documentId, value.documentId),
        eq(approvalRequests.revision, value.revision),
        isNull(approvalRequests.withdrawnAt),
      ),
    ),
);

/** The request for approval of exactly this revision, unless it was withdrawn. By primary key. */
export async function findOpenRequest(tx: Tx, workspaceId: string, documentId: string, revision: number) {
  const [row] = await selectOpenRequest(tx, { workspaceId, documentId, revision });
  return row;
}

const selectFacts = prepareOnce(ONE_REVISION, (db, value) =>
  db
    .select({
      needed: workspaces.approvalsNeeded,
      by: workspaces.approvedBy,
      requestedBy: approvalRequests.requestedBy,
      userId: approvals.userId,
      decision: approvals.decision,
      role: memberships.role,
      isVerifier: sql<boolean>`${documentVerifiers.userId} is not null`,
    })
    .from(workspaces)
    .leftJoin(
      approvalRequests,
      and(
        eq(approvalRequests.workspaceId, workspaces.id),
        eq(approvalRequests.documentId, value.documentId),
        eq(approvalRequests.revision, value.revision),
        isNull(approvalRequests.withdrawnAt),
      ),
    )
    .leftJoin(
      approvals,
      and(
        eq(approvals.documentId, approvalRequests.documentId),
        eq(approvals.revision, approvalRequests.revision),
        eq(approvals.decision, "approved"),
      ),
    )
    .leftJoin(memberships, and(eq(memberships.workspaceId, workspaces.id), eq(memberships.userId, approvals.userId)))
    .leftJoin(
      documentVerifiers,
      and(eq(documentVerifiers.documentId, approvals.documentId), eq(documentVerifiers.userId, approvals.userId)),
    )
    .where(eq(workspaces.id, value.workspaceId))
    .orderBy(asc(approvals.at), asc(approvals.userId)),
);

/** The policy with every approval of the revision, one row each; one row without a person where there is none. */
export function listApprovalFacts(tx: Tx, workspaceId: string, documentId: string, revision: number) {
  return selectFacts(tx, { workspaceId, documentId, revision });
}

const selectRequest = prepareOnce(["workspaceId", "documentId", "kind"], (db, value) =>
  db
    .select({
      needed: workspaces.approvalsNeeded,
      by: workspaces.approvedBy,
      draftRevision: drafts.revision,
      revision: approvalRequests.revision,
      note: approvalRequests.note,
      askedAt: approvalRequests.requestedAt,
      askedById: approvalRequests.requestedBy,
      askedByName: users.name,
    })
    .from(documents)
    .innerJoin(workspaces, eq(workspaces.id, documents.workspaceId))
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .leftJoin(
      approvalRequests,
      and(
        eq(approvalRequests.workspaceId, documents.workspaceId),
        eq(approvalRequests.documentId, documents.id),
        isNull(approvalRequests.withdrawnAt),
        // What was asked before the last publication is settled by it.
        gt(approvalRequests.requestedAt, sql`coalesce(${versions.publishedAt}, '-infinity')`),
      ),
    )
    .leftJoin(users, eq(users.id, approvalRequests.requestedBy))
    .where(
      and(
        eq(documents.workspaceId, value.workspaceId),
        eq(documents.id, value.documentId),
        eq(documents.kind, value.kind),
      ),
    )
    .orderBy(desc(approvalRequests.revision))
    .limit(1),
);

/** The policy, the draft's revision and the newest request that still matters, in one row. */
export async function findRequest(tx: Tx, workspaceId: string, kind: KindName, documentId: string) {
  const [row] = await selectRequest(tx, { workspaceId, kind, documentId });
  return row;
}

export async function listDecisions(tx: Tx, workspaceId: string, documentId: string, revision: number) {
  return tx
    .select({
      userId: approvals.userId,
      name: users.name,
      decision: approvals.decision,
      note: approvals.note,
      at: approvals.at,
      role: memberships.role,
      isVerifier: sql<boolean>`exists (
        select from document_verifiers v where v.document_id = ${approvals.documentId} and v.user_id = ${approvals.userId}
      )`,
    })
    .from(approvals)
    .innerJoin(users, eq(users.id, approvals.userId))
    .leftJoin(
      memberships,
      and(eq(memberships.workspaceId, approvals.workspaceId), eq(memberships.userId, approvals.userId)),
    )
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.documentId, documentId),
        eq(approvals.revision, revision),
      ),
    )
    .orderBy(asc(approvals.at), asc(approvals.userId));
}

/** Members and people named on the document: the role, null for who left, and whether they are named. By name. */
export async function listApprovers(tx: Tx, workspaceId: string, documentId: string) {
  return tx
    .select({
      id: users.id,
      name: users.name,
      role: memberships.role,
      isVerifier: sql<boolean>`${documentVerifiers.userId} is not null`,
    })
    .from(users)
    .leftJoin(memberships, and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, users.id)))
    .leftJoin(
      documentVerifiers,
      and(
        eq(documentVerifiers.workspaceId, workspaceId),
        eq(documentVerifiers.documentId, documentId),
        eq(documentVerifiers.userId, users.id),
      ),
    )
    .where(
      sql`${users.id} in (
        select user_id from memberships where workspace_id = ${workspaceId}
        union select user_id from document_verifiers where workspace_id = ${workspaceId} and document_id = ${documentId}
      )`,
    )
    .orderBy(sql`lower(${users.name})`, users.id);
}

/** A request that was withdrawn may be made again; what was decided on it then is forgotten. */
export async function insertRequest(
  tx: Tx,
  workspaceId: string,
  row: { documentId: string; revision: number; requestedBy: string; note: string },
): Promise<void> {
  const { documentId, revision, requestedBy, note } = row;
  await tx
    .delete(approvals)
    .where(
      and(
        eq(approvals.workspaceId, workspaceId),
        eq(approvals.documentId, documentId),
        eq(approvals.revision, revision),
      ),
    );
  await tx
    .insert(approvalRequests)
    .values({ workspaceId, documentId, revision, requestedBy, note })
    .onConflictDoUpdate({
      target: [approvalRequests.workspaceId, approvalRequests.documentId, approvalRequests.revision],
      set: { requestedBy, note, requestedAt: sql`now()`, withdrawnAt: null },
    });
}

export async function withdrawRequest(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  revision: number,
): Promise<void> {
  await tx
    .update(approvalRequests)
    .set({ withdrawnAt: sql`now()` })
    .where(
      and(
        eq(approvalRequests.workspaceId, workspaceId),
        eq(approvalRequests.documentId, documentId),
        eq(approvalRequests.revision, revision),
      ),
    );
}

/** One person's decision; a later one of theirs on the same revision takes its place. */
export async function upsertDecision(
  tx: Tx,
  workspaceId: string,
  row: {
    documentId: string;
    revision: number;
    userId: string;
    decision: "approved" | "changes-asked";
    note: string;
  },
): Promise<void> {
  await tx
    .insert(approvals)
    .values({ workspaceId, ...row })
    .onConflictDoUpdate({
      target: [approvals.documentId, approvals.revision, approvals.userId],
      set: { decision: row.decision, note: row.note, at: sql`now()` },
    });
}

export async function replaceVerifiers(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  userIds: readonly string[],
): Promise<void> {
  const isOfDocument = and(
    eq(documentVerifiers.workspaceId, workspaceId),
    eq(documentVerifiers.documentId, documentId),
  );
  await tx.delete(documentVerifiers).where(isOfDocument);
  if (userIds.length > 0) {
    await tx.insert(documentVerifiers).values(userIds.map((userId) => ({ workspaceId, documentId, userId })));
  }
}

/** Roles of those of the people who are members, by id. */
export async function findRoles(tx: Tx, workspaceId: string, userIds: readonly string[]) {
  const rows = await tx
    .select({ userId: memberships.userId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), inArray(memberships.userId, [...userIds])));
  return new Map(rows.map(({ userId, role }) => [userId, role]));
}
