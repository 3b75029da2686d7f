// What follows for documents from cadences that are set, taken back and paused, from zones and from people who leave.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { changeTimeZone } from "@/features/workspaces/use-cases/change-time-zone";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { segmentKind } from "../../segments/segment-kind";
import { nameVerifiers } from "../approvals/use-cases/name-verifiers";
import type { DocumentKind } from "../document-kind";
import { editDraft } from "../drafts/use-cases/edit-draft";
import type { DocumentContent } from "../field-rules";
import { createDocument } from "../use-cases/create-document";
import { reopenDocument, retireDocument } from "../use-cases/retire-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { QUARTERLY } from "./cadence-rules";
import { addDays, dayOf } from "./due-day-rules";
import { previewCadence } from "./use-cases/preview-cadence";
import { readVerification, readVerificationHistory } from "./use-cases/read-verification";
import { recordVerification } from "./use-cases/record-verification";
import { rescheduleMany } from "./use-cases/reschedule";
import { pauseCadence, resumeCadence, setCadence } from "./use-cases/set-cadence";
import { readDefaultCadences, setDefaultCadence } from "./use-cases/set-default-cadence";
import { takeOver } from "./use-cases/take-over";
import type { CadenceInput } from "./verification-contract";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"owner" | "admin" | "editor" | "reviewer", string>;
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["owner", "admin", "editor", "reviewer"]));
  documentId = await published(personaKind, "archetype");
});

const as = (userId: string) => ({ workspaceId, userId });
const today = dayOf(new Date(), "UTC");
const asked = (plan: CadenceInput["plan"], leadDays = [7]): CadenceInput => ({
  ...{ plan, leadDays, ownerAfterDays: 14, adminsAfterDays: null },
});
const WEEKLY = { how: "interval", every: 1, unit: "week" } as const;

function published<C extends DocumentContent>(kind: DocumentKind<C>, line: string): Promise<string> {
  return inScope(database.app, as(people.editor), "draft.edit", async (scope) => {
    const { documentId } = await createDocument(scope, kind, { title: "Maya" });
    const edits = [{ op: "set" as const, path: [line], value: "Buys for the whole family" }];
    const batch = { workspaceId, documentId, batchId: crypto.randomUUID(), edits };
    const { revision } = await editDraft(scope, kind, batch);
    await publishVersion(scope.also("document.publish"), kind, { workspaceId, documentId, revision, note: "x" });
    return documentId;
  });
}

const set = (cadence: CadenceInput | null, id = documentId) =>
  inScope(database.app, as(people.editor), "cadence.set", (scope) =>
    setCadence(scope, documentKinds, { workspaceId, documentId: id, cadence }),
  );
const setDefault = async (kind: "persona" | "segment" | null, cadence: CadenceInput | null) => {
  await inScope(database.app, as(people.admin), "workspace.configure", (scope) =>
    setDefaultCadence(scope, { workspaceId, kind, cadence }),
  );
  await rescheduleMany(database.app.db, documentKinds, { ...as(people.admin), kind });
};
const read = (id = documentId) =>
  inScope(database.app, as(people.reviewer), "document.read", (scope) =>
    readVerification(scope, documentKinds, { documentId: id }),
  );

async function standing(id = documentId) {
  const [row] = await database.owner.sql`
    select verified_at, due_on::text, due_from, overdue_at, is_paused, next_notice_at from freshness where document_id = ${id}`;
  if (!row) throw new Error("never verified");
  return row;
}

async function told(userId: string) {
  const rows = await database.owner.sql`
    select kind, subject from notifications where user_id = ${userId} order by created_at`;
  return rows.map(({ kind, subject }) => ({ kind, ...subject }));
}

describe("a cadence", () => {
  it("holds from the narrowest to the widest, moves what is due and keeps when it was verified", async () => {
    const segment = await published(segmentKind, "summary");
    const before = await standing();
    expect(before.due_on).toBe(addDays(today, 30));
    await setDefault(null, asked(WEEKLY));
    // A guess keeps for thirty days whatever is laid down for all.
    expect(await standing()).toMatchObject({ due_on: addDays(today, 30), verified_at: before.verified_at });
    expect(await standing(segment)).toMatchObject({ due_on: addDays(today, 7) });
    await setDefault("segment", asked({ how: "interval", every: 10, unit: "day" }));
    expect(await standing(segment)).toMatchObject({ due_on: addDays(today, 10) });
    await set(asked({ how: "rule", rule: "freq=daily; interval=5", from: today }, []), segment);
    expect(await standing(segment)).toMatchObject({ due_on: addDays(today, 5) });
    expect(await read(segment)).toMatchObject({
      cadence: { source: "document", words: "Every 5 days", plan: { rule: "FREQ=DAILY;INTERVAL=5" } },
      wider: { source: "kind", words: "Every 10 days" },
      days: [5, 10, 15, 20, 25].map((days) => addDays(today, days)),
      verifiers: [{ id: people.editor, isThere: true }],
      areNamed: false,
    });
    await set(null, segment);
    expect(await standing(segment)).toMatchObject({ due_on: addDays(today, 10) });
    await setDefault("segment", null);
    await setDefault(null, null);
    const left = await standing(segment);
    expect(left.due_on).toBe((await read(segment)).days[0]);
    expect(left.verified_at).toEqual((await standing(segment)).verified_at);
    const acts = await database.owner.sql`
      select details from audit_events where workspace_id = ${workspaceId} and action = 'cadence.changed' order by id`;
    expect(acts.map(({ details }) => details.wordsAfter)).toEqual(["Every week", "Every 10 days", null, null]);
    const defaults = await inScope(database.app, as(people.reviewer), "workspace.read", readDefaultCadences);
    expect(defaults.workspace).toMatchObject({ plan: QUARTERLY, isBuiltIn: true });
  });

  it("survives a new version and is only the document's", async () => {
    await set(asked(WEEKLY));
    const other = await published(personaKind, "archetype");
    await inScope(database.app, as(people.reviewer), "document.read", async (scope) => {
      const verified = { documentId, version: 1, content: personaKind.empty("Maya"), note: "" };
      const now = new Date(`${addDays(today, 5)}T12:00:00Z`);
      const { dueOn } = await recordVerification(scope, personaKind, { ...verified, result: "still-true", now });
      expect(dueOn).toBe(addDays(today, 12));
    });
    expect((await standing(other)).due_on).toBe(addDays(today, 30));
    const history = await inScope(database.app, as(people.reviewer), "document.read", (scope) =>
      readVerificationHistory(scope, documentKinds, { workspaceId, documentId }),
    );
    expect(history.verifications.map(({ result, person }) => [result, person.id])).toEqual([
      ["still-true", people.reviewer],
      ["published", people.editor],
    ]);
  });

  it("is refused with its sentence, and then nothing changes", async () => {
    const before = await standing();
    const never = asked({ how: "rule", rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", from: "2026-01-01" });
    await expect(set(never)).rejects.toMatchObject({ code: "INVALID", message: expect.stringMatching(/gives no day/) });
    const preview = await inScope(database.app, as(people.editor), "document.read", (scope) =>
      previewCadence(scope, documentKinds, { workspaceId, documentId, cadence: never }),
    );
    expect(preview).toMatchObject({ problem: expect.stringMatching(/gives no day/), days: [] });
    await expect(set(asked(WEEKLY), crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await standing()).toEqual(before);
  });

  it("pauses with a word, whatever holds, and goes on where it was", async () => {
    const before = await standing();
    const pause = (note: string) =>
      inScope(database.app, as(people.editor), "cadence.set", (scope) =>
        pauseCadence(scope, documentKinds, { workspaceId, documentId, note }),
      );
    await pause("Not sold in winter");
    expect(await standing()).toMatchObject({ is_paused: true, next_notice_at: null, due_on: before.due_on });
    expect(await read()).toMatchObject({ pause: { note: "Not sold in winter" }, cadence: { source: "built-in" } });
    await set(asked(WEEKLY));
    expect(await standing()).toMatchObject({ is_paused: true, due_on: addDays(today, 7) });
    await set(null);
    expect((await read()).pause).not.toBeNull();
    await inScope(database.app, as(people.editor), "cadence.set", (scope) =>
      resumeCadence(scope, documentKinds, { documentId }),
    );
    expect(await standing()).toEqual(before);
    expect((await read()).pause).toBeNull();
  });

  it("gives no notices while the document is retired, and gives them again after it", async () => {
    const before = await standing();
    const retiring = <T>(work: Parameters<typeof inScope<"document.retire", T>>[3]) =>
      inScope(database.app, as(people.editor), "document.retire", work);
    await retiring((scope) => retireDocument(scope, personaKind, { documentId, reason: "" }));
    expect((await standing()).next_notice_at).toBeNull();
    await setDefault("persona", asked(WEEKLY));
    expect((await standing()).next_notice_at).toBeNull();
    await expect(set(asked(WEEKLY))).rejects.toMatchObject({ code: "BLOCKED" });
    await setDefault("persona", null);
    await retiring((scope) => reopenDocument(scope, personaKind, { documentId }));
    expect(await standing()).toEqual(before);
  });

  it("follows the workspace to another zone", async () => {
    await inScope(database.app, as(people.admin), "workspace.configure", (scope) =>
      changeTimeZone(scope, "Pacific/Kiritimati"),
    );
    await rescheduleMany(database.app.db, documentKinds, { ...as(people.admin), kind: null });
    const { verified_at, due_on, overdue_at } = await standing();
    expect(due_on).toBe(addDays(dayOf(new Date(verified_at), "Pacific/Kiritimati"), 30));
    expect(new Date(overdue_at).toISOString()).toBe(`${due_on}T10:00:00.000Z`);
  });

  it("moves thousands of documents in batches", async () => {
    const { sql } = database.owner;
    await sql`
      with copies as (
        insert into documents (id, workspace_id, kind, owner_id)
        select gen_random_uuid(), workspace_id, 'segment', owner_id
        from documents, generate_series(1, 2000) where id = ${documentId} returning id, workspace_id
      )
      insert into freshness (workspace_id, document_id, verified_at, verified_by, verified_version)
      select c.workspace_id, c.id, now() - random() * interval '90 days', ${people.editor}, 1 from copies c`;
    await setDefault("segment", asked({ how: "interval", every: 100, unit: "day" }));
    const [row] = await sql`
      select count(*)::int as moved, count(*) filter (where due_on = (verified_at at time zone 'UTC')::date + 100)::int as right
      from freshness where workspace_id = ${workspaceId} and document_id <> ${documentId}`;
    expect(row).toEqual({ moved: 2_000, right: 2_000 });
  });
});

describe("somebody who leaves", () => {
  const leave = async (memberId: string, role: string | null) => {
    const { sql } = database.owner;
    if (role === null) await sql`delete from memberships where user_id = ${memberId} and workspace_id = ${workspaceId}`;
    else await sql`update memberships set role = ${role} where user_id = ${memberId} and workspace_id = ${workspaceId}`;
    const change = { changeId: crypto.randomUUID(), ...as(people.admin), memberId };
    await takeOver(database.app.db, change);
    // A job that runs twice tells once.
    await takeOver(database.app.db, change);
  };
  const name = (...userIds: string[]) =>
    inScope(database.app, as(people.editor), "draft.edit", (scope) =>
      nameVerifiers(scope, personaKind, { workspaceId, documentId, userIds }),
    );

  it("as verifier leaves it to the owner, who is told, unless others are named", async () => {
    const other = await addPerson(database.owner, "Sara");
    await database.owner
      .sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${other}, 'reviewer')`;
    await name(people.reviewer, other);
    expect((await read()).verifiers).toHaveLength(2);
    await leave(other, null);
    expect(await told(people.editor)).toEqual([]);
    await leave(people.reviewer, "viewer");
    expect(await told(people.editor)).toEqual([
      expect.objectContaining({ kind: "verifier.left", documentId, title: "Maya", person: "reviewer" }),
    ]);
    const view = await inScope(database.app, as(people.admin), "document.read", (scope) =>
      readVerification(scope, documentKinds, { documentId }),
    );
    expect(view).toMatchObject({ areNamed: false, verifiers: [{ id: people.editor }] });
  });

  it("as owner keeps their name until it is handed over; verifiers are told, else the admins", async () => {
    await name(people.reviewer);
    await published(segmentKind, "summary");
    await published(segmentKind, "summary");
    await leave(people.editor, null);
    expect(await told(people.reviewer)).toEqual([expect.objectContaining({ kind: "owner.left", documentId })]);
    for (const admin of [people.admin, people.owner]) {
      expect(await told(admin)).toEqual([
        expect.objectContaining({ kind: "owner.left", count: 2, documentKind: "segment", person: "editor" }),
      ]);
    }
    expect((await read()).verifiers).toMatchObject([{ id: people.reviewer, isThere: true }]);
  });
});
