// SQL of the feed.
import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { activities } from "@/server/db/schema/discussion";
import type { ActivityVerb } from "./activity-rules";

export interface NewActivity {
  readonly documentId: string;
  readonly actorId: string;
  readonly verb: ActivityVerb;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly isOnDraft: boolean;
  readonly span: string | null;
}

/** Inserts a row, or lets the row of the same span grow. */
export async function upsertActivity(tx: Tx, workspaceId: string, row: NewActivity): Promise<void> {
  await tx
    .insert(activities)
    .values({ workspaceId, ...row })
    .onConflictDoUpdate({
      target: [activities.documentId, activities.actorId, activities.verb, activities.span],
      set: { count: sql`${activities.count} + 1`, at: sql`now()`, details: row.details },
    });
}
