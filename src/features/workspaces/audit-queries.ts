// Rows of the audit log.
import { and, asc, count, desc, eq, gt, inArray, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { auditEvents, invitations } from "@/server/db/schema/workspace";
import type { AuditAct, AuditPerson, ListAuditInput } from "./audit-contract";

export async function insertAuditEvent(tx: Tx, workspaceId: string, actorId: string, act: AuditAct): Promise<void> {
  await tx.insert(auditEvents).values({ workspaceId, actorId, ...act });
}

const actors = alias(users, "actors");
const objects = alias(users, "objects");

/** The id of an object of that type, null for others. `object_id` is text, since objects are of many kinds. */
const objectId = (type: "member" | "invitation") =>
  sql`case when ${auditEvents.objectType} = ${type} then ${auditEvents.objectId}::uuid end`;

/** At most `limit + 1` events, newest first. Names are those that people have now, members or not. */
export function listAuditEvents(tx: Tx, workspaceId: string, { cursor, limit, action, userId }: ListAuditInput) {
  return tx
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      actorId: auditEvents.actorId,
      actorName: actors.name,
      action: auditEvents.action,
      objectId: auditEvents.objectId,
      objectName: sql<string | null>`coalesce(${objects.name}, ${invitations.email})`,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(actors, eq(actors.id, auditEvents.actorId))
    .leftJoin(objects, eq(objects.id, objectId("member")))
    .leftJoin(invitations, eq(invitations.id, objectId("invitation")))
    .where(
      and(
        eq(auditEvents.workspaceId, workspaceId),
        cursor ? lt(auditEvents.id, cursor) : undefined,
        action ? eq(auditEvents.action, action) : undefined,
        userId ? or(eq(auditEvents.actorId, userId), eq(objectId("member"), userId)) : undefined,
      ),
    )
    .orderBy(desc(auditEvents.id))
    .limit(limit + 1);
}

/** How many mails with invitations left since then, altogether or to one address. */
export async function countInvitationMails(tx: Tx, workspaceId: string, since: Date, email?: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(auditEvents)
    .innerJoin(invitations, eq(invitations.id, objectId("invitation")))
    .where(
      and(
        eq(auditEvents.workspaceId, workspaceId),
        inArray(auditEvents.action, ["invitation.sent", "invitation.resent"]),
        gt(auditEvents.at, since),
        email ? eq(invitations.email, email) : undefined,
      ),
    );
  return row?.count ?? 0;
}

/** Everybody who ever did something here, by name. */
export function listAuditActors(tx: Tx, workspaceId: string): Promise<AuditPerson[]> {
  const acting = tx
    .selectDistinct({ userId: auditEvents.actorId })
    .from(auditEvents)
    .where(eq(auditEvents.workspaceId, workspaceId))
    .as("acting");
  return tx
    .select({ userId: users.id, name: users.name })
    .from(acting)
    .innerJoin(users, eq(users.id, acting.userId))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id));
}
