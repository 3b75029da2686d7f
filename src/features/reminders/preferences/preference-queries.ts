// SQL of what people chose to hear. Row-level security shows people their own only, and `userId` says so once more.
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { noticePreferences } from "@/server/db/schema/reminder";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { NoticePreferences } from "./preference-rules";

/** Whose choices, and where. */
export interface Chooser {
  readonly workspaceId: string;
  readonly userId: string;
}

const own = ({ workspaceId, userId }: Chooser) =>
  and(eq(noticePreferences.workspaceId, workspaceId), eq(noticePreferences.userId, userId));

/** What was chosen, whether mails are wanted at all, and the workspace's own zone; undefined for who is no member. */
export async function findChosen(tx: Tx, { workspaceId, userId }: Chooser) {
  const [row] = await tx
    .select({
      chosen: noticePreferences.preferences,
      nextDigestAt: noticePreferences.nextDigestAt,
      isMailed: memberships.isMailed,
      workspaceName: workspaces.name,
      workspaceZone: workspaces.timeZone,
      slug: workspaces.slug,
    })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .leftJoin(
      noticePreferences,
      and(eq(noticePreferences.workspaceId, workspaceId), eq(noticePreferences.userId, userId)),
    )
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
  // Written by use cases alone, which take nothing else.
  return row && { ...row, chosen: row.chosen as Partial<NoticePreferences> | null };
}

export async function upsertChosen(
  tx: Tx,
  { workspaceId, userId }: Chooser,
  chosen: Partial<NoticePreferences>,
  nextDigestAt: Date | null,
): Promise<void> {
  const preferences = { ...chosen };
  await tx
    .insert(noticePreferences)
    .values({ workspaceId, userId, preferences, nextDigestAt })
    .onConflictDoUpdate({
      target: [noticePreferences.workspaceId, noticePreferences.userId],
      set: { preferences, nextDigestAt },
    });
}

export async function updateIsMailed(tx: Tx, { workspaceId, userId }: Chooser, isMailed: boolean): Promise<void> {
  await tx
    .update(memberships)
    .set({ isMailed })
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
}

/** When the next digest is due, locked; null for none, undefined where nothing was ever chosen or planned. */
export async function lockNextDigest(tx: Tx, chooser: Chooser): Promise<Date | null | undefined> {
  const [row] = await tx
    .select({ at: noticePreferences.nextDigestAt })
    .from(noticePreferences)
    .where(own(chooser))
    .for("update");
  return row === undefined ? undefined : row.at;
}

export async function updateNextDigest(tx: Tx, chooser: Chooser, at: Date | null): Promise<void> {
  await tx.update(noticePreferences).set({ nextDigestAt: at }).where(own(chooser));
}

/** Members of all workspaces whose digest is due by then, and those who have none planned yet. */
export async function listDueDigests(tx: Tx, by: Date): Promise<readonly Chooser[]> {
  const rows = await tx.execute<{ workspace_id: string; user_id: string }>(
    sql`select workspace_id, user_id from due_digests(${by.toISOString()}::timestamptz)`,
  );
  return rows.map((row) => ({ workspaceId: row.workspace_id, userId: row.user_id }));
}
