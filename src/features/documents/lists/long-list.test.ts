// A list is slow long before anybody notices in a workspace of twenty documents.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "@/server/db/client";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import type { ListInput } from "./list-contract";
import { LIST_ORDERS, LIST_SORTS } from "./list-filter-rules";
import { listOfKind } from "./use-cases/list-documents";

const COUNT = 3_000;
/** The page, one row more, and the few that the planner looks at for the ends of an index. */
const ENOUGH = 60;

let database: TestDatabase;
let who: { workspaceId: string; userId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  const { workspaceId, people } = await addWorkspace(database.owner, ["owner"]);
  who = { workspaceId, userId: people.owner };
  await database.owner.sql`
    with made as (
      insert into documents (workspace_id, kind, owner_id, changed_at, created_at)
      select ${workspaceId}, 'persona', ${people.owner}, now() - n * interval '1 minute', now() - n * interval '1 minute'
      from generate_series(1, ${COUNT}::int) n returning id
    )
    insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
    select ${workspaceId}, id, jsonb_set(${JSON.stringify(personaKind.empty(""))}::text::jsonb, '{title}', to_jsonb('Somebody ' || id)), '', ${people.owner} from made`;
  await database.owner.sql`analyze`;
});
afterAll(() => database.drop());

/** Rows of documents that the server has read by scanning and by index, in this session so far. */
async function rowsRead(tx: Tx): Promise<{ scanned: number; fetched: number }> {
  const [row] = await tx.execute<{ scanned: string; fetched: string }>(
    "select seq_tup_read as scanned, idx_tup_fetch as fetched from pg_stat_xact_user_tables where relname = 'documents'",
  );
  return { scanned: Number(row?.scanned), fetched: Number(row?.fetched) };
}

/** One page, and what reading it touched. */
function readPage(sorting: Pick<ListInput, "sort" | "order">, cursor: string | undefined) {
  return inScope(database.app, who, "document.read", async (scope) => {
    const before = await rowsRead(scope.tx);
    const page = await listOfKind(scope, personaKind, { ...who, ...sorting, limit: 50, cursor });
    const after = await rowsRead(scope.tx);
    return { ...page, scanned: after.scanned - before.scanned, fetched: after.fetched - before.fetched };
  });
}

const sortings = LIST_SORTS.flatMap((sort) => LIST_ORDERS.map((order) => ({ sort, order })));

test.each(sortings)(
  "a page by $sort, $order, walks the index and stops after the row that tells of the next page",
  async (sorting) => {
    const first = await readPage(sorting, undefined);
    expect(first.items).toHaveLength(50);
    expect(first.scanned).toBe(0);
    expect(first.fetched).toBeLessThan(ENOUGH);
    const second = await readPage(sorting, first.nextCursor ?? "");
    expect(second.items).toHaveLength(50);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    expect(second.scanned).toBe(0);
    expect(second.fetched).toBeLessThan(ENOUGH);
  },
);
