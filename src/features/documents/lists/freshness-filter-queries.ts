// The database's side of `freshnessOf`, as conditions on the document in the row.
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { documents, documentVerifiers } from "@/server/db/schema/document";
import { type FreshnessState, STATE_OF_MARK } from "../verification/freshness-rules";

/** The documents that stand so at the moment. Retired ones have no state; the caller leaves them out. */
export function freshnessCondition(state: FreshnessState, workspaceId: Placeholder, now: Placeholder): SQL {
  const standing = (condition: SQL) => sql`${documents.id} in (
    select f.document_id from freshness f where f.workspace_id = ${workspaceId} and ${condition})`;
  // "is true" keeps the planner from joining all that fit before it sorts: it walks the order's index and looks up.
  if (state === "never") return sql`(${standing(sql`true`)}) is not true`;
  const at = sql`${now}::timestamptz`;
  const isOverdue = sql`(f.overdue_at <= ${at} and not f.is_paused)`;
  if (state === "overdue") return sql`(${standing(isOverdue)}) is true`;
  const isNotOverdue = sql`(f.is_paused or f.overdue_at is null or f.overdue_at > ${at})`;
  const isDue = sql`(f.due_from <= ${at} and not f.is_paused)`;
  const is: Record<Exclude<FreshnessState, "never" | "overdue">, SQL> = {
    contradicted: marked("contradicted"),
    drifting: sql`not ${marked("contradicted")} and ${marked("drifting")}`,
    due: sql`not ${marked("contradicted", "drifting")} and (${isDue} or ${marked("due")})`,
    fresh: sql`${isDue} is not true and not ${marked("contradicted", "drifting", "due")}`,
  };
  return sql`(${standing(sql`${isNotOverdue} and ${is[state]}`)}) is true`;
}

/** Whether a mark makes the document in `f` one of the states. */
function marked(...states: readonly FreshnessState[]): SQL {
  const marks = Object.entries(STATE_OF_MARK).flatMap(([mark, of]) => (states.includes(of) ? [mark] : []));
  const among = sql.join(
    marks.map((mark) => sql`${mark}`),
    sql`, `,
  );
  return sql`exists (select 1 from document_marks m where m.document_id = f.document_id and m.mark in (${among}))`;
}

/** Documents that it is the person's to verify: named for it, or the owner where nobody is. */
export function verifierCondition(userId: Placeholder): SQL {
  const named = sql`select v.document_id from ${documentVerifiers} v where v.user_id = ${userId}::uuid`;
  const isUnnamed = sql`not exists (select 1 from ${documentVerifiers} v where v.document_id = ${documents.id})`;
  return sql`((${documents.id} in (${named})) is true or (${documents.ownerId} = ${userId}::uuid and ${isUnnamed}))`;
}
