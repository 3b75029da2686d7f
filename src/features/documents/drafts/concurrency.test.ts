// A thousand times, five people act on one document at once, each on a connection of their own and each by what they
// saw last: they edit, publish, restore, ask for approval and approve. Whatever was acknowledged must read as done one
// after the other. That is 200 documents with five acts of each of five people; some of the documents stand in a
// workspace that asks for an approval.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memberships } from "@/server/db/schema/workspace";
import { AppError } from "@/shared/errors";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { type Acknowledged, retell, type StoredHistory } from "@/testing/document-history";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { changePolicy } from "../../workspaces/use-cases/change-policy";
import { askApproval } from "../approvals/use-cases/ask-approval";
import { decideApproval } from "../approvals/use-cases/decide-approval";
import { withdrawApproval } from "../approvals/use-cases/withdraw-approval";
import { contentSchema } from "../content-contract";
import type { DocumentKind } from "../document-kind";
import { claimsField, type Field } from "../field-rules";
import { createDocument } from "../use-cases/create-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { restoreSetAsideDraft, restoreVersion } from "../versions/use-cases/restore-draft";
import type { Edit } from "./edit-rules";
import { editDraft } from "./use-cases/edit-draft";

const DOCUMENTS = 200;
const PEOPLE = 5;
/** Of one person on one document. */
const ACTS = 5;

let database: TestDatabase;
let workspaces: { readonly workspaceId: string; readonly people: readonly string[] }[];

async function addFive(needed: number) {
  const { owner, app } = database;
  const { workspaceId, people } = await addWorkspace(owner, ["admin"]);
  const others = await Promise.all(Array.from({ length: PEOPLE - 1 }, (_, at) => addPerson(owner, `Person ${at}`)));
  await owner.db.insert(memberships).values(others.map((userId) => ({ workspaceId, userId, role: "editor" as const })));
  await inScope(app, { workspaceId, userId: people.admin }, "workspace.configure", (scope) =>
    changePolicy(scope, { workspaceId, approval: { needed, by: "reviewers" } }),
  );
  return { workspaceId, people: [people.admin, ...others] };
}

beforeAll(async () => {
  database = await createTestDatabase();
  workspaces = [await addFive(0), await addFive(1)];
});
afterAll(() => database.drop());

/** A kind as small as can be, so that the time goes to meeting and not to parsing. */
const FIELDS: readonly Field[] = [
  { path: ["title"], label: "Title", shape: "line", max: 120 },
  { path: ["quote"], label: "Quote", shape: "line", max: 120 },
  { path: ["age"], label: "Age", shape: "number", min: 0, max: 80 },
  claimsField(["claims", "goals"], "Goals", ""),
  { path: ["story"], label: "Story", shape: "body" },
];
const kind: DocumentKind = {
  ...personaKind,
  schema: contentSchema(FIELDS),
  fields: FIELDS,
  empty: (title) => ({ title, quote: "", age: null, claims: { goals: [] }, story: null }),
  missing: ({ quote }) => (quote ? [] : ["Say something first."]),
};

/** Claims that are there from the start, so that people meet at them. */
const CLAIMS = Array.from({ length: 3 }, () => crypto.randomUUID());
const claim = (id: string, text: string) => ({ id, text, provenance: "assumption", source: "" });
const goals = ["claims", "goals"];

const someClaim = fc.constantFrom(...CLAIMS);
const someEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      op: fc.constant("set" as const),
      path: fc.constantFrom(["title"], ["quote"], ["age"]),
      value: fc.nat(90),
    })
    .map((edit): Edit => (edit.path[0] === "age" ? edit : { ...edit, value: `Text ${edit.value}` })),
  fc.record({
    op: fc.constant("set" as const),
    path: someClaim.map((id) => [...goals, id, "text"]),
    value: fc.string(),
  }),
  fc.record({ op: fc.constant("remove" as const), path: fc.constant(goals), id: someClaim }),
  fc.record({
    op: fc.constant("move" as const),
    path: fc.constant(goals),
    id: someClaim,
    before: fc.option(someClaim),
  }),
  fc.record({
    op: fc.constant("insert" as const),
    path: fc.constant(goals),
    item: someClaim.map((id) => claim(id, "Back again")),
    before: fc.option(someClaim),
  }),
);

type Act =
  | { readonly act: "edit"; readonly edits: readonly Edit[]; readonly isSentTwice: boolean }
  | { readonly act: "publish" | "ask" | "approve" | "ask for changes" | "withdraw" | "bring back" }
  | { readonly act: "restore"; readonly number: number };

/** `looks`: reads the draft first; otherwise the person goes by what they knew. */
type Step = Act & { readonly looks: boolean };

const someStep: fc.Arbitrary<Step> = fc
  .tuple(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          act: fc.constant("edit" as const),
          edits: fc.array(someEdit, { minLength: 1, maxLength: 3 }),
          isSentTwice: fc.boolean(),
        }),
      },
      { weight: 4, arbitrary: fc.record({ act: fc.constant("publish" as const) }) },
      { weight: 3, arbitrary: fc.record({ act: fc.constant("ask" as const) }) },
      { weight: 6, arbitrary: fc.record({ act: fc.constant("approve" as const) }) },
      { weight: 1, arbitrary: fc.record({ act: fc.constantFrom("ask for changes" as const, "withdraw" as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({ act: fc.constant("restore" as const), number: fc.integer({ min: 1, max: 3 }) }),
      },
      { weight: 1, arbitrary: fc.record({ act: fc.constant("bring back" as const) }) },
    ),
    fc.boolean(),
  )
  // Approval of what one has not seen would be refused nearly always.
  .map(([act, looks]) => ({ ...act, looks: looks || act.act === "ask" || act.act === "approve" }));

const someRun = fc.record({
  workspace: fc.constantFrom(0, 1),
  scripts: fc.array(fc.array(someStep, { minLength: ACTS, maxLength: ACTS }), {
    minLength: PEOPLE,
    maxLength: PEOPLE,
  }),
});

/** Approvals that were acknowledged: of which revision, by whom. */
interface Approval {
  readonly revision: number;
  readonly userId: string;
}

interface Told {
  readonly acts: Acknowledged[];
  readonly asked: Approval[];
  readonly approved: Approval[];
  readonly refused: Map<string, number>;
}

/** Counts a refusal; anything else is a fault. */
function refuse(told: Told, error: unknown): void {
  if (!(error instanceof AppError)) throw error;
  told.refused.set(error.code, (told.refused.get(error.code) ?? 0) + 1);
}

async function act(
  told: Told,
  who: { workspaceId: string; userId: string },
  documentId: string,
  step: Step,
  seen: number,
) {
  const { app } = database;
  const { workspaceId, userId } = who;
  const target = { workspaceId, documentId, revision: seen };
  switch (step.act) {
    case "edit": {
      const batchId = crypto.randomUUID();
      const send = () =>
        inScope(app, who, "draft.edit", (scope) =>
          editDraft(scope, kind, { workspaceId, documentId, batchId, edits: [...step.edits] }),
        );
      // Of two that are sent, one may be refused and the other, after somebody else's edit, be taken.
      const answers = await Promise.allSettled(step.isSentTwice ? [send(), send()] : [send()]);
      for (const answer of answers) {
        if (answer.status === "rejected") refuse(told, answer.reason);
        else told.acts.push({ act: "edit", revision: answer.value.revision, batchId });
      }
      return seen;
    }
    case "publish": {
      const { number } = await inScope(app, who, "document.publish", (scope) =>
        publishVersion(scope, kind, { ...target, note: "Now", reason: "wording" }),
      );
      told.acts.push({ act: "publish", revision: seen + 1, number });
      return seen + 1;
    }
    case "ask":
      await inScope(app, who, "draft.edit", (scope) => askApproval(scope, kind, { ...target, note: "" }));
      told.asked.push({ revision: seen, userId });
      return seen;
    case "withdraw":
      await inScope(app, who, "draft.edit", (scope) => withdrawApproval(scope, kind, target));
      return seen;
    case "approve":
    case "ask for changes": {
      const decision = step.act === "approve" ? "approved" : "changes-asked";
      await inScope(app, who, "draft.decide", (scope) =>
        decideApproval(scope, kind, { ...target, decision, note: "Because" }),
      );
      if (decision === "approved") told.approved.push({ revision: seen, userId });
      return seen;
    }
    case "restore": {
      const { number } = step;
      const { revision } = await inScope(app, who, "document.restore", (scope) =>
        restoreVersion(scope, kind, { documentId, number }),
      );
      told.acts.push({ act: "restore", revision, number });
      return revision;
    }
    case "bring back": {
      const [point] = await database.owner.sql<{ id: number }[]>`
        select id::int from restore_points where document_id = ${documentId} order by id limit 1`;
      if (!point) return seen;
      const { revision } = await inScope(app, who, "document.restore", (scope) =>
        restoreSetAsideDraft(scope, kind, { documentId, restorePointId: point.id }),
      );
      told.acts.push({ act: "bring back", revision, restorePointId: point.id });
      return revision;
    }
  }
}

async function seenRevision(documentId: string): Promise<number> {
  const [draft] = await database.owner.sql`select revision from drafts where document_id = ${documentId}`;
  return draft?.revision;
}

/** One person's acts one after the other; what is refused changes nothing, and they look again. */
async function perform(
  told: Told,
  who: { workspaceId: string; userId: string },
  documentId: string,
  script: readonly Step[],
) {
  let seen = 1;
  for (const step of script) {
    if (step.looks) seen = await seenRevision(documentId);
    try {
      seen = await act(told, who, documentId, step, seen);
    } catch (error) {
      refuse(told, error);
    }
  }
}

interface ApprovedHistory extends StoredHistory {
  readonly versions: readonly (StoredHistory["versions"][number] & { readonly approvers: readonly string[] })[];
}

async function storedHistory(documentId: string, start: unknown): Promise<ApprovedHistory> {
  const { sql } = database.owner;
  const [[draft], log, versions, restorePoints] = await Promise.all([
    sql`select revision, content from drafts where document_id = ${documentId}`,
    sql`select revision, batch_id as "batchId", author_id as "authorId", edits from draft_edits
        where document_id = ${documentId} order by revision`,
    sql`select number, content, approvers from versions where document_id = ${documentId} order by number`,
    sql`select id::int, revision, content from restore_points where document_id = ${documentId}`,
  ]);
  return { start, draft, log, versions, restorePoints } as unknown as ApprovedHistory;
}

/** Resets that the feed tells, against those that were due: a request whose revision was followed by a change of it. */
async function wrongResets(told: Told, documentId: string): Promise<readonly string[]> {
  const rows = await database.owner.sql<{ revision: number }[]>`
    select (details ->> 'revision')::int as revision from activities
    where document_id = ${documentId} and verb = 'approval-reset'`;
  const asked = new Set(told.asked.map(({ revision }) => revision));
  const isChange = (revision: number) => told.acts.some((one) => one.revision === revision && one.act !== "publish");
  const wrong = rows.filter(({ revision }) => !asked.has(revision) || !isChange(revision + 1));
  const twice = rows.length - new Set(rows.map(({ revision }) => revision)).size;
  return [
    ...wrong.map(({ revision }) => `revision ${revision} was told as reset`),
    ...(twice > 0 ? [`${twice} resets were told twice`] : []),
  ];
}

const totals = { acts: 0, published: 0, approved: 0, refused: 0 };

async function run({ workspace, scripts }: { workspace: number; scripts: readonly (readonly Step[])[] }) {
  const { workspaceId = "", people = [] } = workspaces[workspace] ?? {};
  const first = { workspaceId, userId: people[0] ?? "" };
  const start = kind.empty("Maya");
  const { documentId } = await inScope(database.app, first, "draft.edit", (scope) =>
    createDocument(scope, kind, { title: start.title }),
  );
  const told: Told = { acts: [], asked: [], approved: [], refused: new Map() };
  const opening: Step = {
    act: "edit",
    looks: false,
    isSentTwice: false,
    edits: [
      { op: "set", path: ["quote"], value: "Never again" },
      { op: "set", path: goals, value: CLAIMS.map((id) => claim(id, "A goal")) },
    ],
  };
  await act(told, first, documentId, opening, 0);
  await Promise.all(
    scripts.map((script, at) => perform(told, { workspaceId, userId: people[at] ?? "" }, documentId, script)),
  );

  const stored = await storedHistory(documentId, start);
  const published = told.acts.filter((one) => one.act === "publish");
  const wrong = [
    ...retell(told.acts, stored),
    ...(await wrongResets(told, documentId)),
    ...stored.versions.flatMap(({ number, approvers }) => {
      const from = (published.find((one) => one.number === number)?.revision ?? 0) - 1;
      const given = told.approved.filter(({ revision }) => revision === from).map(({ userId }) => userId);
      const isApproved = approvers.every((id) => given.includes(id)) && (workspace === 0 || approvers.length > 0);
      return isApproved ? [] : [`v${number} was not approved as it was published`];
    }),
  ];
  totals.acts += told.acts.length;
  totals.published += published.length;
  totals.approved += told.approved.length;
  totals.refused += [...told.refused.values()].reduce((sum, count) => sum + count, 0);
  expect(wrong).toEqual([]);
}

test(`${DOCUMENTS * ACTS} times five people at once leave what some order of their acts would`, async () => {
  // A failure prints its seed, which makes the same scripts again; how they interleave is the database's doing.
  await fc.assert(fc.asyncProperty(someRun, run), { numRuns: DOCUMENTS, endOnFailure: true });
  expect(totals.published, "some are published").toBeGreaterThan(100);
  expect(totals.approved, "some are approved").toBeGreaterThan(10);
  expect(totals.refused, "some are refused").toBeGreaterThan(100);
}, 240_000);
