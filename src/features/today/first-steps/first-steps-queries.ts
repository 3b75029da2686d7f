// SQL of the first steps, in one statement. Each step looks at a few rows that an index leads to, however many there are.
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { KindName } from "@/shared/document-kinds";
import { type Reader, utc } from "../today-queries";
import type { FirstStepsFacts, StepFact } from "./first-steps-rules";

type Row = Omit<FirstStepsFacts, "facts"> & FirstStepsFacts["facts"];

/** Documents looked at for each step, of those published and of those not: the first ever made is among so many. */
const MOST_LOOKED_AT = 20;

/** What is there of each step, and whether this person has put the steps away. */
export async function findFirstSteps(
  tx: Tx,
  { workspaceId, userId }: Omit<Reader, "now">,
): Promise<FirstStepsFacts | null> {
  const [row] = await tx.execute<Row & Record<string, unknown>>(sql`
    select m.first_steps_left_at is not null as "isLeft", ${utc(sql`m.created_at`)} as "joinedAt",
      w.goes_without_data as "goesWithoutData", (${firstData}) as data, (${firstOf("segment")}) as segment,
      (${firstOf("persona")}) as persona, (${firstOf("scenario")}) as scenario,
      coalesce((${firstDecision}), (${firstSession})) as review
    from memberships m join workspaces w on w.id = m.workspace_id
    where m.workspace_id = ${workspaceId} and m.user_id = ${userId}`);
  if (!row) return null;
  const { isLeft, joinedAt, goesWithoutData, ...facts } = row;
  return { isLeft, joinedAt, goesWithoutData, facts };
}

/** A `StepFact` as JSON. */
function fact(place: SQL, title: SQL, by: SQL, at: SQL, isDone: SQL = sql`true`): SQL<StepFact> {
  return sql`jsonb_build_object('place', ${place}, 'title', ${title}, 'by', ${by}, 'at', ${utc(at)}, 'isDone', ${isDone})`;
}

const documentPlace = sql`jsonb_build_object('type', 'document', 'kind', d.kind, 'id', d.id)`;

const firstData = sql`
  select ${fact(sql`jsonb_build_object('type', 'dataset', 'id', ds.id)`, sql`ds.name`, sql`u.name`, sql`s.imported_at`)}
  from snapshots s join datasets ds on ds.id = s.dataset_id join users u on u.id = s.imported_by
  where s.workspace_id = w.id and s.removed_at is null order by s.imported_at, s.id limit 1`;

/** A scenario about nobody, or without a word under its headings, is published and yet teaches nothing. */
const isTold = sql`(jsonb_array_length(coalesce(dr.content -> 'personas', '[]')) > 0
  and jsonb_path_exists(dr.content, '$.story.content[*] ? (@.type != "heading").**.text'))`;

/** The first published document of a kind; else the first that somebody has begun. */
function firstOf(kind: KindName): SQL {
  const some = sql`select d.id, d.kind, d.owner_id, d.current_version, d.created_at from documents d
    where d.workspace_id = w.id and d.kind = ${kind}`;
  const isDone =
    kind === "scenario" ? sql`(d.current_version is not null and ${isTold})` : sql`d.current_version is not null`;
  return sql`
    select ${fact(documentPlace, sql`dr.title`, sql`u.name`, sql`coalesce(v.published_at, d.created_at)`, isDone)}
    from ((${some} and d.current_version is not null order by d.changed_at limit ${MOST_LOOKED_AT})
      union all
      (${some} and d.current_version is null and d.retired_at is null order by d.changed_at limit ${MOST_LOOKED_AT})) d
    join drafts dr on dr.document_id = d.id
    left join versions v on v.document_id = d.id and v.number = 1
    join users u on u.id = coalesce(v.author_id, d.owner_id)
    order by ${isDone} desc, coalesce(v.published_at, d.created_at), d.id limit 1`;
}

/** Publishing is written down as a verification as well; a review is what came to another result. */
const firstDecision = sql`
  select ${fact(documentPlace, sql`dr.title`, sql`u.name`, sql`r.at`)}
  from verifications r join documents d on d.id = r.document_id join drafts dr on dr.document_id = d.id
  join users u on u.id = r.verified_by
  where r.workspace_id = w.id and r.result <> 'published' order by r.id limit 1`;

const firstSession = sql`
  select ${fact(sql`jsonb_build_object('type', 'session', 'id', s.id)`, sql`s.title`, sql`u.name`, sql`s.created_at`)}
  from review_sessions s join users u on u.id = s.planned_by
  where s.workspace_id = w.id and s.state <> 'cancelled' order by s.created_at, s.id limit 1`;

/** For this person alone; null takes the steps out again. */
export async function updateLeft(
  tx: Tx,
  { workspaceId, userId }: Omit<Reader, "now">,
  leftAt: Date | null,
): Promise<void> {
  await tx
    .update(memberships)
    .set({ firstStepsLeftAt: leftAt })
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
}

/** For the whole workspace. */
export async function updateGoesWithoutData(tx: Tx, workspaceId: string, goesWithoutData: boolean): Promise<void> {
  await tx.update(workspaces).set({ goesWithoutData }).where(eq(workspaces.id, workspaceId));
}
