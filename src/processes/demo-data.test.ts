// The demo's customer data as its job brings them in: measured, and drifting in one segment alone.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { bringDemoData } from "./demo-data-job-handlers";
import { seedDemo } from "./seed-demo";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("four exports are measured, and one segment drifts with the persona that rests on it", async () => {
  const { sql } = database.owner;
  await seedDemo(database);
  const [who] = await sql<{ workspaceId: string; userId: string }[]>`
    select m.workspace_id as "workspaceId", u.id as "userId" from memberships m join users u on u.id = m.user_id
    where u.email like 'kofi@%'`;
  if (!who) throw new Error("the demo has no Kofi");
  await bringDemoData(database.app.db, { ...who, today: "2026-11-22" });

  const snapshots = await sql`select as_of::text as day, customers from snapshots order by as_of`;
  expect(snapshots.map(({ day, customers }) => [day, customers])).toEqual([
    ["2026-08-01", 7_700],
    ["2026-09-01", 7_800],
    ["2026-10-01", 7_900],
    ["2026-11-01", 8_000],
  ]);
  const measures = await sql<{ title: string; states: string[]; entered: number[] }[]>`
    select d.title, array_agg(coalesce(m.drift ->> 'state', m.state) order by s.as_of) as states,
           array_agg(m.entered order by s.as_of) as entered
    from measures m join drafts d on d.document_id = m.document_id join snapshots s on s.id = m.snapshot_id
    group by d.title order by d.title`;
  const calm = ["measured", "stable", "stable", "stable"];
  expect(Object.fromEntries(measures.map(({ title, states }) => [title, states]))).toEqual({
    "Season gardeners": calm,
    "Steady makers": calm,
    "Trade accounts": calm,
    "Weekend rebuilders": ["measured", "stable", "stable", "drifting"],
  });
  for (const { entered } of measures) expect(entered.slice(1).every((many) => many > 0)).toBe(true);
  const marks = await sql<{ title: string; sentence: string }[]>`
    select d.title, m.sentence from document_marks m join drafts d on d.document_id = m.document_id
    where m.mark = 'drifting' order by d.title`;
  expect(marks.map(({ title }) => title)).toEqual(["Maya Okafor", "Weekend rebuilders"]);
  expect(marks[1]?.sentence).toMatch(/^“City: Leeds” went from \d\d% to \d\d%/);

  // A job that is tried again brings nothing in twice.
  await bringDemoData(database.app.db, { ...who, today: "2026-11-22" });
  expect(await sql`select 1 from imports`).toHaveLength(4);
}, 60_000);
