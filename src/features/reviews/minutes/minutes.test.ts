// The end of sessions and what is kept of them, on a real database; windows with an injected clock.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { deleteDocument } from "@/features/documents/deletion/use-cases/delete-document";
import { listOwnNotices } from "@/features/notifications/use-cases/read-notifications";
import type { Scope } from "@/server/access/open-scope";
import { noticeMail } from "@/server/mail/mail-message";
import { renderMail } from "@/server/mail/render-mail";
import type { Permission, Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { addTenant, type Tenant } from "@/testing/tenant";
import type { PlanInput } from "../planning/plan-contract";
import { startSession } from "../planning/use-cases/lead-session";
import { planSession } from "../planning/use-cases/plan-session";
import { minutesLetter } from "../planning/use-cases/write-session-letter";
import { readSession } from "../use-cases/read-session";
import { closeSession } from "./use-cases/close-session";
import { followClock } from "./use-cases/follow-clock";
import { downloadMinutes, listDocumentMinutes, readMinutes } from "./use-cases/read-minutes";

let database: TestDatabase;
let tenant: Tenant;

beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await addTenant(database);
});
afterAll(() => database.drop());

const id = (role: Role) => tenant.people[role].userId;
function as<P extends Permission, T>(role: Role, permission: P, work: (scope: Scope<P>) => Promise<T>): Promise<T> {
  return inScope(database.app, { workspaceId: tenant.workspaceId, userId: id(role) }, permission, work);
}
const planned = (part: Partial<PlanInput>, now = new Date()) =>
  as("editor", "review.plan", (scope) =>
    planSession(
      scope,
      {
        ...{ title: "Q4 review", purpose: "", timeZone: "UTC", facilitatorId: id("editor") },
        when: { mode: "live", starts: "2030-11-30T10:00", minutes: 60 },
        items: [tenant.persona, tenant.scenario].map(({ documentId }) => ({ documentId, minutes: null })),
        participantIds: [id("reviewer"), id("viewer")],
        ...part,
      },
      now,
    ),
  );
const stateOf = async (sessionId: string) =>
  (await as("viewer", "review.follow", (scope) => readSession(scope, sessionId))).state;
const close = (role: Role, sessionId: string) =>
  as(role, "review.plan", (scope) => closeSession(scope, documentKinds, sessionId));
const noticesOf = async (role: Role, sessionId: string) => {
  const list = await as(role, "workspace.read", (scope) =>
    listOwnNotices(scope, { workspaceId: tenant.workspaceId, limit: 100 }),
  );
  return list.items.filter(({ subject }) => subject.sessionId === sessionId).map(({ kind }) => kind);
};

/** A claim of the persona's draft, a vote and a mark on it, a note and a task, and a decision: as the room writes them. */
async function talkAbout(sessionId: string): Promise<void> {
  const { sql } = database.owner;
  const { workspaceId, persona } = tenant;
  const claimId = crypto.randomUUID();
  const goals = [{ id: claimId, text: "Buys <everything> in *one* trip", basis: "assumption" }];
  await sql`update drafts set content = jsonb_set(content, '{claims,goals}', ${JSON.stringify(goals)}::text::jsonb)
    where document_id = ${persona.documentId}`;
  const [item] = await sql<{ id: string }[]>`select id from review_items
    where session_id = ${sessionId} and document_id = ${persona.documentId}`;
  if (!item) throw new Error("no item");
  const said = { workspace_id: workspaceId, item_id: item.id };
  await sql`insert into review_votes ${sql([
    { ...said, user_id: id("reviewer"), vote: "approve" },
    { ...said, user_id: id("editor"), vote: "change" },
  ])}`;
  await sql`insert into review_marks ${sql([
    { ...said, user_id: id("reviewer"), place: `claims.goals.${claimId}`, verdict: "keep", note: "" },
    { ...said, user_id: id("editor"), place: `claims.goals.${claimId}`, verdict: "unsure", note: "One interview" },
  ])}`;
  await sql`insert into review_notes ${sql({ ...said, author_id: id("reviewer"), text: "Two new stores" })}`;
  await sql`insert into review_tasks ${sql({
    ...{ workspace_id: workspaceId, document_id: persona.documentId, session_id: sessionId, text: "Ask ten customers" },
    ...{ assignee_id: id("editor"), due_on: "2030-12-24", created_by: id("editor") },
  })}`;
  await sql`update review_items set result = 'still-true', decision_note = 'Holds', decided_by = ${id("reviewer")},
    decided_at = now(), version = 2 where id = ${item.id}`;
  await sql`update review_participants set joined_at = now()
    where session_id = ${sessionId} and user_id in (${id("editor")}, ${id("reviewer")})`;
}

describe("a session that is closed", () => {
  it("leaves minutes that everybody is told of, and stays closed whoever else closes it", async () => {
    const { sessionId } = await planned({});
    await expect(close("editor", sessionId)).rejects.toMatchObject({ code: "BLOCKED" });
    await as("editor", "review.plan", (scope) => startSession(scope, sessionId));
    await talkAbout(sessionId);
    await Promise.all([close("editor", sessionId), close("admin", sessionId)]);
    expect(await stateOf(sessionId)).toBe("closed");
    const { people, items } = await as("reviewer", "review.follow", (scope) => readMinutes(scope, sessionId));
    expect(people).toEqual([
      { name: "editor", came: true },
      { name: "reviewer", came: true },
      { name: "viewer", came: false },
    ]);
    expect(items[0]).toMatchObject({
      ...{ title: "Maya", result: "still-true", note: "Holds", decidedBy: "reviewer", version: 2 },
      votes: [
        { name: "editor", vote: "change" },
        { name: "reviewer", vote: "approve" },
      ],
      marks: [
        {
          ...{ label: "Goals", text: "Buys <everything> in *one* trip", isOfDraft: true, notes: ["One interview"] },
          counts: { keep: 1, change: 0, remove: 0, unsure: 1 },
        },
      ],
      notes: [{ author: "reviewer", text: "Two new stores" }],
      tasks: [{ text: "Ask ten customers", assignee: "editor", dueOn: "2030-12-24" }],
    });
    expect(items[0]?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(items[1]).toMatchObject({ title: "The hinge", result: null, dueOn: null });
    expect(await noticesOf("viewer", sessionId)).toEqual(["session.minutes", "session.invited"]);
    expect(await noticesOf("editor", sessionId), "what is undecided stays the facilitator's").toContain(
      "session.undecided",
    );
    const jobs = await database.owner.sql`select payload from graphile_worker._private_jobs
      where key = ${`session-closed:${sessionId}`}`;
    expect(jobs).toHaveLength(1);
    const { documentId } = tenant.persona;
    const found = await as("viewer", "review.follow", (scope) => listDocumentMinutes(scope, documentId));
    expect(found).toMatchObject([{ sessionId, title: "Q4 review", result: "still-true", version: 2 }]);
  });

  it("is written for viewers without the words of drafts, as Markdown, and as a letter in text and HTML", async () => {
    const { sessionId } = await planned({ title: "# Second *review*" });
    await as("editor", "review.plan", (scope) => startSession(scope, sessionId));
    await talkAbout(sessionId);
    await close("editor", sessionId);
    const file = await as("reviewer", "review.follow", (scope) => downloadMinutes(scope, sessionId));
    expect(file.name).toBe("minutes-second-review.md");
    expect(file.text).toContain("# \\# Second \\*review\\*\n");
    expect(file.text).toContain("- Buys \\<everything\\> in \\*one\\* trip: Keep 1, unsure 1 “One interview”");
    expect(file.text).toContain("**Still true (v2), to be verified again by ");
    const forViewer = await as("viewer", "review.follow", (scope) => downloadMinutes(scope, sessionId));
    expect(forViewer.text).toContain("- A statement of the draft (Goals): Keep 1, unsure 1");
    expect(forViewer.text).not.toContain("everything");
    const letter = await as("reviewer", "document.read", (scope) => minutesLetter(scope, { sessionId }));
    if (!letter) throw new Error("no letter");
    expect(letter.attachments?.map(({ name, content }) => [name, content])).toEqual([["minutes.md", file.text]]);
    const mail = await renderMail(
      noticeMail({
        ...{ to: "a@example.org", lead: "editor", predicate: "closed it", workspaceName: "Test" },
        ...{ quote: "", words: letter.words, action: letter.action },
        ...{ path: `/w/x${letter.path}`, settingsPath: "/w/x/notifications" },
      }),
    );
    expect(mail.text).toContain("Buys <everything> in *one* trip: Keep 1, unsure 1");
    expect(mail.html).toContain("Buys &lt;everything&gt; in *one* trip");
  });

  it("keeps of a document that is deleted for good that it was decided, and nothing that was said", async () => {
    const { sessionId } = await planned({});
    await as("editor", "review.plan", (scope) => startSession(scope, sessionId));
    await talkAbout(sessionId);
    await close("editor", sessionId);
    const { documentId } = tenant.persona;
    await as("admin", "document.delete", (scope) =>
      deleteDocument(scope, documentKinds.persona, { workspaceId: tenant.workspaceId, documentId, title: "Maya" }),
    );
    const { items } = await as("reviewer", "review.follow", (scope) => readMinutes(scope, sessionId));
    expect(items.map(({ title }) => title)).toEqual(["Maya", "The hinge"]);
    expect(items[0]).toMatchObject({
      isDeleted: true,
      result: "still-true",
      note: "",
      votes: [],
      marks: [],
      notes: [],
    });
    const file = await as("viewer", "review.follow", (scope) => downloadMinutes(scope, sessionId));
    expect(file.text).toContain("The document was deleted since");
  });
});

describe("a window", () => {
  const window = {
    when: { mode: "window", starts: "2031-03-03T09:00", ends: "2031-03-07T17:00" } as const,
    items: [] as PlanInput["items"],
  };
  const at = (moment: string) => followClock(database.app.db, documentKinds, new Date(moment));

  it("opens, reminds and closes by the clock, each once though two workers look; closing decides nothing", async () => {
    const items = [{ documentId: tenant.scenario.documentId, minutes: null }];
    const { sessionId } = await planned({ ...window, items });
    await at("2031-03-02T08:59:00Z");
    expect(await noticesOf("viewer", sessionId)).toEqual(["session.invited"]);
    await Promise.all([at("2031-03-02T09:01:00Z"), at("2031-03-02T09:01:00Z")]);
    await at("2031-03-02T12:00:00Z");
    expect(await noticesOf("viewer", sessionId)).toEqual(["session.soon", "session.invited"]);
    expect(await stateOf(sessionId)).toBe("planned");
    await Promise.all([at("2031-03-03T09:00:00Z"), at("2031-03-03T09:00:00Z")]);
    expect(await stateOf(sessionId)).toBe("open");
    expect((await noticesOf("reviewer", sessionId))[0]).toBe("session.opened");
    const [item] = await database.owner.sql<
      { id: string }[]
    >`select id from review_items where session_id = ${sessionId}`;
    await database.owner.sql`insert into review_votes (workspace_id, item_id, user_id, vote)
      values (${tenant.workspaceId}, ${item?.id ?? ""}, ${id("reviewer")}, 'approve')`;
    await at("2031-03-06T16:59:00Z");
    expect((await noticesOf("editor", sessionId))[0]).toBe("session.opened");
    await Promise.all([at("2031-03-06T17:01:00Z"), at("2031-03-06T17:01:00Z")]);
    expect((await noticesOf("editor", sessionId)).filter((kind) => kind === "session.ending")).toHaveLength(1);
    expect(await noticesOf("reviewer", sessionId), "who has voted is left in peace").not.toContain("session.ending");
    expect(await noticesOf("viewer", sessionId), "and who has no vote").not.toContain("session.ending");
    await Promise.all([at("2031-03-07T17:00:00Z"), at("2031-03-07T17:00:00Z")]);
    expect(await stateOf(sessionId)).toBe("closed");
    const minutes = await as("viewer", "review.follow", (scope) => readMinutes(scope, sessionId));
    expect(minutes.items).toMatchObject([{ result: null, votes: [{ name: "reviewer", vote: "approve" }] }]);
    expect((await noticesOf("editor", sessionId)).slice(0, 2).sort()).toEqual(["session.minutes", "session.undecided"]);
  });

  it("that nobody opened in a month of downtime is opened and closed once, with one word to each", async () => {
    const items = [{ documentId: tenant.scenario.documentId, minutes: null }];
    const { sessionId } = await planned({ ...window, items });
    await at("2031-04-20T00:00:00Z");
    await at("2031-04-20T00:01:00Z");
    expect(await stateOf(sessionId)).toBe("closed");
    expect(await noticesOf("viewer", sessionId)).toEqual(["session.minutes", "session.invited"]);
  });
});
