// Opening the first page of a workspace of a hundred thousand documents: what the server does for it, in one transaction each.
import { performance } from "node:perf_hooks";
import type postgres from "postgres";
import { readOverview } from "@/features/today/use-cases/read-overview";
import { readToday } from "@/features/today/use-cases/read-today";
import { openScope } from "@/server/access/open-scope";
import type { Connection } from "@/server/db/client";
import { atMost, type Section } from "./report";
import { quantile } from "./statistics";

const DOCUMENTS = 100_000;
const PEOPLE = 400;
/** Over so many days the due days are spread, a tenth of them before today. */
const SPREAD = 100;
const ROUNDS = 40;
/** Milliseconds. */
const GOAL = 50;

export async function measureToday(sql: postgres.Sql, { db }: Connection): Promise<Section> {
  const { workspaceId, userIds } = await furnish(sql);
  const timed = async (work: (userId: string) => Promise<unknown>) => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS + 5; round += 1) {
      const started = performance.now();
      await work(userIds[round % userIds.length] ?? "");
      // The first ones prepare statements.
      if (round >= 5) times.push(performance.now() - started);
    }
    return times;
  };
  const today = await timed((userId) =>
    db.transaction(async (tx) => readToday(await openScope(tx, userId, workspaceId, "document.read"))),
  );
  const overview = await timed((userId) =>
    db.transaction(async (tx) => readOverview(await openScope(tx, userId, workspaceId, "cadence.set"))),
  );
  const floor = await timed((userId) => sql`select count(*) from documents where owner_id = ${userId}`);
  const row = (what: string, times: readonly number[]) => [
    what,
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.95).toFixed(1),
  ];
  return {
    tables: [
      {
        title: `Opening Today in one workspace of ${DOCUMENTS.toLocaleString("en")} documents`,
        columns: ["what", "p50 ms", "p95 ms"],
        rows: [
          row("one's duties, what is ahead, how many personas are fresh", today),
          row("for leads: how much holds", overview),
          row("floor: counting one's own documents", floor),
        ],
        notes: [`${PEOPLE} people with the same share each; a tenth of the documents is overdue.`],
      },
    ],
    goals: [atMost("Today at the server", quantile(today, 0.5), GOAL, " ms")],
  };
}

async function furnish(sql: postgres.Sql): Promise<{ workspaceId: string; userIds: readonly string[] }> {
  const [place] = await sql<{ id: string }[]>`
    insert into workspaces (name, slug) values ('Large', 'large') returning id`;
  const workspaceId = place?.id ?? "";
  const people = await sql<{ id: string }[]>`
    insert into users (name, email) select 'Large ' || n, 'large-' || n || '@example.org'
    from generate_series(1, ${PEOPLE}) n returning id`;
  const userIds = people.map(({ id }) => id);
  await sql`insert into memberships (workspace_id, user_id, role) select ${workspaceId}, unnest(${userIds}::uuid[]), 'editor'`;
  // Without triggers, which would look for gaps in a table that the planner still takes for an empty one.
  await sql`set session_replication_role = replica`;
  await sql`
    with made as (
      insert into documents (workspace_id, kind, owner_id)
      select ${workspaceId}, case when n % 3 = 0 then 'segment' else 'persona' end, (${userIds}::uuid[])[n % ${PEOPLE} + 1]
      from generate_series(1, ${DOCUMENTS}) n returning id, owner_id),
    drafted as (
      insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
      select ${workspaceId}, id, '{"title": "A persona"}', 'x', owner_id from made)
    insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
    select ${workspaceId}, id, 1, '{"title": "A persona"}', 'x', 'x', 'first', owner_id from made`;
  await sql`update documents set current_version = 1 where workspace_id = ${workspaceId}`;
  await sql`set session_replication_role = default`;
  await sql`
    insert into freshness (workspace_id, document_id, verified_at, verified_by, verified_version, due_on, due_from, overdue_at)
    select workspace_id, id, now() - interval '80 days', owner_id, 1, day, day - 14, day + 1
    from (select *, (current_date - ${SPREAD / 10}::int + ((row_number() over ())::int * 7919) % ${SPREAD})::date as day
      from documents where workspace_id = ${workspaceId}) d`;
  await sql`vacuum analyze`;
  return { workspaceId, userIds };
}
