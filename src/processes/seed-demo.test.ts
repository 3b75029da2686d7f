// The demo as the first start makes it, and its customer data as the job after it brings them in.
import { afterAll, beforeAll, expect, test } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { type BodyNode, bodyText } from "@/features/documents/bodies/body-rules";
import type { DocumentKind } from "@/features/documents/document-kind";
import { bodyOf } from "@/features/documents/field-rules";
import { readDocument } from "@/features/documents/use-cases/read-document";
import { freshnessOf } from "@/features/documents/verification/freshness-rules";
import { readMinutes } from "@/features/reviews/minutes/use-cases/read-minutes";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import type { KindName } from "@/shared/document-kinds";
import { ROLES } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { DEMO_DOCUMENTS } from "./demo-company";
import { bringDemoData } from "./demo-data-job-handlers";
import { seedDemo } from "./seed-demo";

let database: TestDatabase;
/** Kofi, who imports. */
let who: { workspaceId: string; userId: string };
beforeAll(async () => {
  database = await createTestDatabase();
  await seedDemo(database);
  await seedDemo(database);
  const [found] = await database.owner.sql<(typeof who)[]>`
    select m.workspace_id as "workspaceId", u.id as "userId" from memberships m join users u on u.id = m.user_id
    where u.email like 'kofi@%'`;
  if (!found) throw new Error("the demo has no Kofi");
  who = found;
});
afterAll(() => database.drop());

test("five people hold the five roles, and all is there once, however often it is seeded", async () => {
  const { sql } = database.owner;
  const roles = await sql<{ role: string }[]>`select role from memberships`;
  expect(roles.map(({ role }) => role).toSorted()).toEqual([...ROLES].toSorted());
  expect(roles).toHaveLength(DEMO_PEOPLE.length);
  const kinds = await sql`select kind, count(*)::int as many from documents group by kind order by kind`;
  expect(kinds.map(({ kind, many }) => [kind, many])).toEqual([
    ["persona", 9],
    ["scenario", 6],
    ["segment", 6],
  ]);
  const steps = DEMO_DOCUMENTS.flatMap(({ steps }) => steps.filter(({ publish }) => publish)).length;
  const versions = await sql`select content, content_hash from versions`;
  // One more was published in the session.
  expect(versions).toHaveLength(steps + 1);
  for (const version of versions) expect(canonicalHash(version.content)).toBe(version.content_hash);
  const [said] = await sql`
    select (select count(*)::int from threads where resolved_at is null) as open,
           (select count(*)::int from threads where resolved_at is not null) as resolved,
           (select count(*)::int from threads where place is null) as whole,
           (select count(*)::int from threads where orphaned_at is not null) as orphaned,
           (select count(*)::int from notifications where kind = 'comment.mentioned') as mentions`;
  expect(said).toEqual({ open: 5, resolved: 2, whole: 1, orphaned: 0, mentions: 3 });
});

test("every document is as fresh as the story says, and of each state there is one", async () => {
  const documents = await everyDocument();
  const states = (wanted: KindName) =>
    Object.fromEntries(
      documents
        .filter(({ kind }) => kind === wanted)
        .map(({ title, view }) => [title, view.retired ? "retired" : freshnessOf(view, new Date()).state]),
    );
  expect(states("persona")).toEqual({
    "Tom Reyes": "fresh",
    "Ruth Lindqvist": "due",
    "Dev Patel": "fresh",
    "Joan Barraclough": "overdue",
    "Neil Ashworth": "due",
    "Callum Reid": "fresh",
    "Priya Nair": "never",
    "Graham Pike": "retired",
    "Maya Okafor": "fresh",
  });
  expect(states("segment")).toMatchObject({ "New movers": "overdue", "Incentive lovers": "never" });
  const kinds = documents.flatMap(({ content }) => ("basis" in content ? [content.kind] : []));
  expect(new Set(kinds)).toEqual(new Set(["primary", "secondary", "supplementary", "served", "negative"]));
});

test("every draft holds what its kind asks for, and whatever it links to is there", async () => {
  const documents = await everyDocument();
  const known = new Map(documents.map((one) => [one.id, one]));
  for (const { kind: name, content, draft } of documents) {
    const kind: DocumentKind = documentKinds[name];
    expect(kind.schema.parse(draft)).toEqual(draft);
    if (content.title !== "Priya Nair") expect(kind.missing(content)).toEqual([]);
    for (const field of kind.fields) {
      if (field.shape !== "list" || !field.linksTo) continue;
      for (const { id, version } of (content[field.path[0] ?? ""] ?? []) as { id: string; version?: number | null }[]) {
        expect(known.get(id)?.kind).toBe(field.linksTo);
        if (version) expect(known.get(id)?.view.currentVersion).toBeGreaterThanOrEqual(version);
      }
    }
    for (const { type, attrs } of nodesOf(bodyOf(kind.fields, content))) {
      if (type !== "documentChip" && type !== "claimEmbed") continue;
      expect(known.get(String(attrs?.document))?.view.currentVersion).toBeGreaterThanOrEqual(Number(attrs?.version));
    }
    expect(bodyText({ type: "doc", content: [bodyOf(kind.fields, content) ?? { type: "doc" }] })).not.toMatch(/lorem/i);
  }
  const { sql } = database.owner;
  const [prose] = await sql`
    select (select count(*)::int from bodies where problem is not null) as bad,
           (select count(*)::int from body_updates) as unstored,
           (select count(*)::int from drafts where content::text like '%"claimEmbed"%') as embedding`;
  expect(prose).toEqual({ bad: 0, unstored: 0, embedding: 3 });
});

test("one session is over, with minutes that end each document in another way, and one is planned", async () => {
  const { sql } = database.owner;
  const sessions = await sql`
    select id, state, starts_at < now() as is_past, (select count(*)::int from review_items i where i.session_id = s.id) as items
    from review_sessions s order by starts_at`;
  expect(sessions.map(({ state, is_past, items }) => [state, is_past, items])).toEqual([
    ["closed", true, 4],
    ["planned", false, 4],
  ]);
  const minutes = await inScope(database.app, who, "review.follow", (scope) => readMinutes(scope, sessions[0]?.id));
  expect(minutes.items.map(({ title, result, version, votes }) => [title, result, version, votes.length])).toEqual([
    ["Tom Reyes", "published", 2, 4],
    ["Trade accounts", "still-true", 1, 4],
    ["Dev Patel", "changes-asked", 1, 4],
    ["Graham Pike", "retired", 1, 4],
  ]);
  expect(minutes.people.map(({ name, came }) => [name.split(" ")[0], came])).toContainEqual(["Sara", false]);
  expect(minutes.items.flatMap(({ marks }) => marks)).toHaveLength(4);
  const early = await sql`
    select 1 from activities where at > now() - interval '1 hour'
    union all select 1 from notifications where read_at is null and created_at < now() - interval '5 days'`;
  expect(early).toHaveLength(0);
});

test("four exports are measured, and one segment drifts with the persona that rests on it", async () => {
  const { sql } = database.owner;
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
  const drifting = (await everyDocument()).filter(({ view }) => freshnessOf(view, new Date()).state === "drifting");
  expect(drifting.map(({ title }) => title).toSorted()).toEqual(["Maya Okafor", "Weekend rebuilders"]);
  const [mark] = drifting.find(({ kind }) => kind === "segment")?.view.marks ?? [];
  expect(mark?.sentence).toMatch(/^“City: Leeds” went from \d\d% to \d\d%/);

  // A job that is tried again brings nothing in twice.
  await bringDemoData(database.app.db, { ...who, today: "2026-11-22" });
  expect(await sql`select 1 from imports`).toHaveLength(4);
}, 60_000);

/** The newest content of each, the draft. */
async function everyDocument() {
  const rows = await database.owner.sql<{ id: string; kind: KindName; title: string; content: unknown }[]>`
    select o.id, o.kind, d.title, d.content from documents o join drafts d on d.document_id = o.id`;
  return Promise.all(
    rows.map(({ id, kind: name, title, content: draft }) =>
      inScope(database.app, who, "document.read", async (scope) => {
        const kind: DocumentKind = documentKinds[name];
        const { document } = await readDocument(scope, kind, id);
        const { freshness: facts, marks, currentVersion, retired } = document;
        return {
          ...{
            id,
            kind: name,
            title,
            draft,
            content: kind.schema.parse(draft) as Record<string, unknown> & { title: string },
          },
          view: { facts, marks, currentVersion, retired },
        };
      }),
    ),
  );
}

function nodesOf(node: BodyNode | null): readonly BodyNode[] {
  return node ? [node, ...(node.content ?? []).flatMap(nodesOf)] : [];
}
