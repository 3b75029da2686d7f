// What is due reaches whom it is meant for, on a real database with a clock that is set by hand.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordVerification } from "@/features/documents/verification/use-cases/record-verification";
import { personaKind } from "@/features/personas/persona-kind";
import { type Connection, connect } from "@/server/db/client";
import { documentVerifiers } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { takeDueNotices } from "./noticing-queries";
import { tellWhatIsDue } from "./use-cases/tell-what-is-due";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const ROLES = ["reviewer", "editor", "admin"] as const;
const DAY = 86_400_000;
const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
/** Reckoned by the browser's calendar, not by the one that is tested. */
const dayIn = (zone: string, at: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);

type Place = Awaited<ReturnType<typeof addPlace>>;

/** A workspace with a reviewer, an editor and an admin. */
async function addPlace(zone: string) {
  const place = await addWorkspace(database.owner, ROLES);
  await database.owner.sql`update workspaces set time_zone = ${zone} where id = ${place.workspaceId}`;
  return { ...place, zone };
}

/** Personas of the editor's, never verified; proto-personas are due thirty days after they are. */
async function addPersonas({ workspaceId, people }: Place, count: number): Promise<readonly string[]> {
  const rows = await database.owner.sql<{ id: string }[]>`
    insert into documents (workspace_id, kind, owner_id)
    select ${workspaceId}, 'persona', ${people.editor} from generate_series(1, ${count}) returning id`;
  await database.owner.sql`
    insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
    select ${workspaceId}, id, '{"title": "Maya"}', '', ${people.editor} from documents where workspace_id = ${workspaceId}
    on conflict do nothing`;
  return rows.map(({ id }) => id);
}

/** Verified by the editor, as a review does it; the answer is the new due day. */
async function verify({ workspaceId, people }: Place, documentId: string, now: Date): Promise<string> {
  const { dueOn } = await inScope(database.app, { workspaceId, userId: people.editor }, "review.decide", (scope) =>
    recordVerification(scope, personaKind, {
      ...{ documentId, version: 1, content: personaKind.empty("Maya"), result: "still-true", note: "", now },
    }),
  );
  return dueOn ?? "";
}

async function dueAlready(place: Place, count: number, dueOn: string): Promise<readonly string[]> {
  const ids = await addPersonas(place, count);
  await database.owner.sql`
    insert into freshness (workspace_id, document_id, verified_at, verified_by, verified_version, due_on, due_from, overdue_at, next_notice_at)
    select workspace_id, id, now(), owner_id, 1, ${dueOn}::date, ${dueOn}::date - 14, ${dueOn}::date + 1, ${dueOn}::date - 14
    from documents where id = any(${[...ids]}::uuid[])`;
  return ids;
}

const pass = (now: Date, connection: Connection = database.app, batch = 5_000) =>
  tellWhatIsDue(connection.db, { now, batch });

interface Row {
  readonly id: string;
  readonly who: string;
  readonly kind: string;
  readonly dueOn: string | null;
  readonly count: number;
  readonly isDone: boolean;
}

/** All that was told in a workspace, the oldest first. */
async function told({ workspaceId, people }: Place): Promise<readonly Row[]> {
  const rows = await database.owner.sql<(Omit<Row, "who"> & { userId: string })[]>`
    select id, user_id as "userId", kind, subject ->> 'dueOn' as "dueOn", coalesce((subject ->> 'count')::int, 1) as count,
      done_at is not null as "isDone"
    from notifications where workspace_id = ${workspaceId} and actor_id is null order by created_at, kind, user_id`;
  return rows.map(({ userId, ...row }) => ({ ...row, who: ROLES.find((role) => people[role] === userId) ?? userId }));
}

const words = (rows: readonly Row[]) => rows.map(({ who, kind, count }) => `${who} ${kind} ${count}`).sort();

describe("over two years", () => {
  // Clocks change by half an hour on Lord Howe, and at midnight in Santiago, where such a day begins at one.
  it.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"])(
    "every stage comes once, with the first moment of its day in %s",
    async (zone) => {
      const place = await addPlace(zone);
      const { workspaceId, people } = place;
      const [documentId = ""] = await addPersonas(place, 1);
      await database.owner.db.insert(documentVerifiers).values({ workspaceId, documentId, userId: people.reviewer });
      const [begin, end] = [new Date("2026-01-10T11:00:00Z"), new Date("2028-01-10T11:00:00Z")];
      const seen = new Set<string>();
      let now = begin;
      for (let cycle = 0; now < end; cycle++) {
        const dueOn = await verify(place, documentId, now);
        expect(dueOn).toBe(plus(dayIn(zone, now), 30));
        const expected = [
          [-14, "reviewer review.due 1"],
          [-3, "reviewer review.due 1"],
          [0, "reviewer review.due 1"],
          [1, "reviewer review.overdue 1"],
          [14, "editor review.escalated 1"],
          [30, "admin review.escalated 1"],
        ] as const;
        // Every other time somebody reviews it before it is asked for again.
        for (const [offset, sentence] of cycle % 2 === 0 ? expected : expected.slice(0, 2)) {
          const [row] = await database.owner.sql<{ at: string }[]>`
            select next_notice_at as at from freshness where document_id = ${documentId}`;
          const at = new Date(row?.at ?? "");
          expect([dayIn(zone, at), dayIn(zone, new Date(at.getTime() - 1))]).toEqual([
            plus(dueOn, offset),
            plus(dueOn, offset - 1),
          ]);
          await pass(new Date(at.getTime() - 1));
          expect((await told(place)).filter(({ id }) => !seen.has(id))).toEqual([]);
          await pass(at);
          await pass(new Date(at.getTime() + 5 * 60_000));
          const fresh = (await told(place)).filter(({ id }) => !seen.has(id));
          expect(words(fresh)).toEqual([sentence]);
          expect(fresh[0]?.dueOn).toBe(dueOn);
          for (const { id } of fresh) seen.add(id);
          now = new Date(at.getTime() + 2 * DAY);
        }
        expect((await told(place)).filter(({ dueOn: day, isDone }) => day === dueOn && isDone)).toEqual([]);
      }
      await verify(place, documentId, now);
      expect((await told(place)).every(({ isDone }) => isDone)).toBe(true);
    },
    60_000,
  );
});

it("after a month without a worker everybody is told once, of the newest, and a clock that is set back tells nothing again", async () => {
  const place = await addPlace("Europe/Berlin");
  const [documentId = ""] = await addPersonas(place, 1);
  await verify(place, documentId, new Date("2026-01-10T11:00:00Z"));
  // Due on 9 February: since the first stage would have been told, it is overdue, and the owner's turn has come.
  await pass(new Date("2026-02-26T11:00:00Z"));
  expect(words(await told(place))).toEqual(["editor review.escalated 1"]);
  for (const now of ["2026-01-27T00:00:00Z", "2026-02-10T00:00:00Z", "2026-02-26T11:00:00Z"]) await pass(new Date(now));
  // As a change of the cadence does it: all is reckoned anew, from the first stage on.
  await database.owner.sql`update freshness set next_notice_at = '2026-01-26T00:00Z' where document_id = ${documentId}`;
  await pass(new Date("2026-02-26T11:05:00Z"));
  expect(await told(place)).toHaveLength(1);
  await pass(new Date("2026-03-30T00:00:00Z"));
  expect(words(await told(place))).toEqual(["admin review.escalated 1", "editor review.escalated 1"]);
});

it("verifiers who left, may no longer or are shut out are passed over for the owner, and an owner who left for the admins", async () => {
  const place = await addPlace("UTC");
  const { workspaceId, people } = place;
  const [documentId = ""] = await dueAlready(place, 1, "2026-05-20");
  await database.owner.db.insert(documentVerifiers).values({ workspaceId, documentId, userId: people.reviewer });
  const shut = (isDisabled: boolean) =>
    database.owner.db.update(users).set({ isDisabled }).where(sql`id = ${people.reviewer}`);
  await shut(true);
  await pass(new Date("2026-05-06T00:00:00Z"));
  await shut(false);
  await database.owner.sql`update memberships set role = 'viewer' where user_id = ${people.reviewer}`;
  await pass(new Date("2026-05-17T00:00:00Z"));
  expect(words(await told(place))).toEqual(["editor review.due 1", "editor review.due 1"]);
  await database.owner.sql`delete from memberships where user_id = ${people.editor}`;
  await pass(new Date("2026-05-20T00:00:00Z"));
  expect(words(await told(place)).filter((one) => one.startsWith("admin"))).toEqual(["admin review.due 1"]);
});

it("what is paused, retired or verified meanwhile is passed over", async () => {
  const place = await addPlace("UTC");
  const [paused = "", retired = "", verified = ""] = await dueAlready(place, 3, "2026-05-20");
  await database.owner.sql`update freshness set is_paused = true where document_id = ${paused}`;
  await database.owner.sql`update documents set retired_at = now() where id = ${retired}`;
  await verify(place, verified, new Date("2026-05-01T00:00:00Z"));
  await pass(new Date("2026-05-06T00:00:00Z"));
  expect(await told(place)).toEqual([]);
});

it("two at once share the documents and tell nobody twice, and many documents make one notice", async () => {
  const place = await addPlace("UTC");
  const now = new Date("2026-05-06T00:00:00Z");
  await dueAlready(place, 120, "2026-05-20");
  const other = connect(database.appUrl, 2);
  try {
    await other.db.transaction(async (tx) => {
      // Held by one, passed over by the other.
      expect(await takeDueNotices(tx, now, 40)).toHaveLength(40);
      expect(await pass(now)).toEqual({ documents: 80 });
    });
    expect(words(await told(place))).toEqual(["editor review.due 80"]);
    const shares = await Promise.all([pass(now, database.app, 8), pass(now, other, 8)]);
    expect(shares.reduce((sum, { documents }) => sum + documents, 0)).toBe(40);
  } finally {
    await other.close();
  }
  const counts = (await told(place)).map(({ count }) => count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(120);
  expect(counts.length).toBeLessThan(12);
});

it("among thousands of documents those that are due are found without looking at all of them", async () => {
  const place = await addPlace("UTC");
  await dueAlready(place, 5_000, "2030-05-20");
  const [due] = await database.owner.sql<{ id: string }[]>`
    update freshness set next_notice_at = '2026-04-01' where document_id in
      (select document_id from freshness where workspace_id = ${place.workspaceId} limit 20) returning document_id as id`;
  expect(due).toBeDefined();
  await database.owner.sql`vacuum analyze freshness`;
  const lone = connect(database.appUrl, 1);
  const scans = async () => {
    const [row] = await database.owner.sql<{ scans: string }[]>`
      select seq_scan as scans from pg_stat_user_tables where relname = 'freshness'`;
    return Number(row?.scans);
  };
  try {
    const before = await scans();
    expect(await pass(new Date("2026-04-02T00:00:00Z"), lone)).toEqual({ documents: 20 });
    await lone.sql`select pg_stat_force_next_flush()`;
    await lone.sql`select 1`;
    expect(await scans()).toBe(before);
  } finally {
    await lone.close();
  }
});
