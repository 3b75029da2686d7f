// Notices by mail: once, and only as long as there is something to tell, on a real database with its job queue.

import type { Email } from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { fillEnv } from "@/env";
import { deleteComment } from "@/features/documents/threads/use-cases/change-comment";
import { startThread } from "@/features/documents/threads/use-cases/start-thread";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { noticeGiven } from "@/features/notifications/notification-jobs";
import { MAX_MAILS_AN_HOUR } from "@/features/notifications/notification-rules";
import { notify } from "@/features/notifications/use-cases/notify";
import { markNoticesRead } from "@/features/notifications/use-cases/read-notifications";
import { personaKind } from "@/features/personas/persona-kind";
import { closeMail } from "@/server/mail/deliver";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { deadPort, type MailServer, startMailServer } from "@/testing/mail-server";
import { CARRIERS } from "./carriers";
import { deliveryDue } from "./delivery-jobs";
import { deliverDue } from "./use-cases/deliver-due";
import { sendLetter } from "./use-cases/send-letter";

const KINDS = documentKinds;

let database: TestDatabase;
let ana: { userId: string; workspaceId: string };
let ben: { userId: string; workspaceId: string };
let slug: string;
let documentId: string;
let said: { threadId: string; commentId: string };
let server: MailServer;

/** A noon in Greenwich: nobody's quiet hours. */
const NOON = new Date("2026-11-16T12:00:00Z");

beforeAll(async () => {
  [database, server] = await Promise.all([createTestDatabase(), startMailServer()]);
  fillEnv({ SMTP_URL: server.url });
});
afterAll(async () => {
  closeMail();
  await Promise.all([server.close(), database.drop()]);
});

/** Ana has mentioned Ben in a thread on her draft. */
beforeEach(async () => {
  await database.owner.sql`delete from graphile_worker._private_jobs`;
  server.arrived.length = 0;
  server.refusal = null;
  const { workspaceId, people, ...made } = await addWorkspace(database.owner, ["editor", "reviewer"]);
  slug = made.slug;
  ana = { workspaceId, userId: people.editor };
  ben = { workspaceId, userId: people.reviewer };
  await inScope(database.app, ana, "draft.edit", async (scope) => {
    ({ documentId } = await createDocument(scope, personaKind, { title: "Maya Okafor" }));
    const body = `Do you see it so, @[x](${ben.userId})?\nhttps://example.org/study`;
    const input = { workspaceId, documentId, place: "title", version: null, body };
    said = await startThread(scope.also("document.comment"), KINDS, input);
  });
});

/** Payloads of the jobs of a name. */
async function jobs(name: string): Promise<readonly unknown[]> {
  const rows = await database.owner.sql<{ payload: unknown }[]>`
    select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${name} order by j.id`;
  return rows.map(({ payload }) => payload);
}

/** Does all that is to be done, as the worker would, `times` over. */
async function work(now = NOON, times = 1): Promise<void> {
  const given = (await jobs(noticeGiven.name)).map((payload) => noticeGiven.payload.parse(payload));
  for (const one of given) for (let time = 0; time < times; time++) await sendLetter(database.app.db, one, now);
  const due = (await jobs(deliveryDue.name)).map((payload) => deliveryDue.payload.parse(payload));
  for (const one of due) for (let time = 0; time < times; time++) await deliverDue(database.app.db, one, CARRIERS, now);
}

async function mails(): Promise<readonly Email[]> {
  return Promise.all(server.arrived.map((_, index) => server.parsed(index)));
}

async function deliveries() {
  return database.owner.sql<
    { id: string; state: string; attempts: number; last_error: string; not_before: string | null }[]
  >`
    select id, state, attempts, last_error, to_json(not_before at time zone 'UTC') #>> '{}' as not_before from deliveries
    where workspace_id = ${ben.workspaceId} order by created_at`;
}

describe("a mention by mail", () => {
  it("says who, where and what, quotes the place, and leads to the thread", async () => {
    await work();
    const [{ email }] = (await database.owner.sql`select email from users where id = ${ben.userId}`) as [
      { email: string },
    ];
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      to: [{ address: email }],
      subject: "editor mentioned you on Name of Maya Okafor",
      text: expect.stringContaining("Do you see it so, @reviewer?\nhttps://example.org/study"),
    });
    expect(mail?.text).toContain("“Maya Okafor”");
    expect(mail?.html).toContain(`/w/${slug}/personas/${documentId}?thread=${said.threadId}"`);
    expect(mail?.html).toContain(`/w/${slug}/settings/notifications"`);
  });

  it("is a row that says it was sent, whose id the mail bears, with the way to be spared of its kind", async () => {
    await work();
    const [row, ...more] = await deliveries();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ state: "sent", attempts: 1, last_error: "" });
    const [mail] = await mails();
    expect(mail?.messageId).toBe(`<${row?.id}@localhost>`);
    const headers = Object.fromEntries((mail?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
    const oneClick = /^<(http:\/\/localhost:3000\/unsubscribe\/[\w.-]+)\/one-click>$/.exec(
      headers["list-unsubscribe"] ?? "",
    );
    expect(mail?.html).toContain(`href="${oneClick?.[1]}"`);
  });

  it("is sent once, however often its jobs run", async () => {
    await work(NOON, 3);
    await work();
    expect(await mails()).toHaveLength(1);
  });

  it("waits for the end of the reader's night, and says so", async () => {
    const [night, morning] = [new Date("2026-11-16T22:30:00Z"), new Date("2026-11-17T07:00:00Z")];
    await work(night);
    expect(await mails()).toEqual([]);
    expect(await deliveries()).toMatchObject([{ state: "waiting", attempts: 0, not_before: "2026-11-17T07:00:00" }]);
    const [job] = await database.owner.sql<{ run_at: string }[]>`
      select to_json(run_at at time zone 'UTC') #>> '{}' as run_at from graphile_worker.jobs where task_identifier = ${deliveryDue.name} order by id desc limit 1`;
    expect(job?.run_at).toBe("2026-11-17T07:00:00");
    await work(morning);
    expect(await mails()).toHaveLength(1);
  });

  it("is delayed and not lost by a dead mail server", async () => {
    closeMail();
    fillEnv({ SMTP_URL: `smtp://127.0.0.1:${await deadPort()}` });
    await work();
    await work();
    closeMail();
    fillEnv({ SMTP_URL: server.url });
    const [row] = await deliveries();
    expect(row).toMatchObject({ state: "waiting", last_error: expect.stringContaining("can't be reached") });
    expect(row?.attempts).toBeGreaterThan(1);
    expect(new Date(`${row?.not_before}Z`).getTime()).toBeGreaterThan(NOON.getTime());
    await work();
    expect(await deliveries()).toMatchObject([{ state: "sent", last_error: "" }]);
    expect(await mails()).toHaveLength(1);
  });

  it("is tried again when it was refused for now, and given up when it was refused for good", async () => {
    server.refusal = "451 Come back later";
    await work();
    expect(await deliveries()).toMatchObject([
      {
        state: "waiting",
        attempts: 1,
        last_error: expect.stringContaining("refused it for now. It said: 451 Come back"),
      },
    ]);
    server.refusal = "550 No such user here";
    await work();
    const [row] = await deliveries();
    expect(row).toMatchObject({ state: "failed", last_error: expect.stringContaining("refused it for good") });
    await work();
    expect(await deliveries()).toEqual([row]);
  });

  it.each([
    ["was read in the app", () => inScope(database.app, ben, "workspace.read", (scope) => markNoticesRead(scope))],
    [
      "lost its words",
      () =>
        inScope(database.app, ana, "document.comment", (scope) =>
          deleteComment(scope, KINDS, { commentId: said.commentId }),
        ),
    ],
    ["goes to who left the workspace", () => database.owner.sql`delete from memberships where user_id = ${ben.userId}`],
    [
      "goes to who may not read drafts any more",
      () => database.owner.sql`update memberships set role = 'viewer' where user_id = ${ben.userId}`,
    ],
    [
      "goes to who wants no mails from this workspace",
      () => database.owner.sql`update memberships set is_mailed = false where user_id = ${ben.userId}`,
    ],
    [
      "goes to who wants no mentions by mail",
      () => database.owner.sql`
        insert into notice_preferences (workspace_id, user_id, preferences)
        values (${ben.workspaceId}, ${ben.userId}, '{"mail": {"discussion": "no"}}')`,
    ],
    [
      "goes to a disabled account",
      () => database.owner.sql`update users set is_disabled = true where id = ${ben.userId}`,
    ],
    [
      "would be one too many in an hour",
      () => database.owner.sql`
        insert into notifications (workspace_id, user_id, actor_id, kind, subject, mailed_at)
        select ${ben.workspaceId}, ${ben.userId}, ${ana.userId}, 'comment.mentioned', '{}', ${NOON.toISOString()}::timestamptz
        from generate_series(1, ${MAX_MAILS_AN_HOUR})`,
    ],
  ])("is not sent when it %s", async (_, happen) => {
    await happen();
    await work();
    expect(await mails()).toEqual([]);
  });

  it("is not even asked for what is told in the app only", async () => {
    const before = (await jobs(noticeGiven.name)).length;
    await inScope(database.app, ana, "document.comment", (scope) =>
      notify(scope, { kind: "comment.replied", userIds: [ben.userId], subject: {} }),
    );
    expect(await jobs(noticeGiven.name)).toHaveLength(before);
  });
});

describe("a request for approval by mail", () => {
  beforeEach(async () => {
    await inScope(database.app, ana, "draft.edit", (scope) =>
      notify(scope, {
        kind: "approval.asked",
        userIds: [ben.userId],
        subject: { documentId, documentKind: "persona", title: "Maya Okafor", note: "Before Friday, please." },
      }),
    );
    await database.owner.sql`
      insert into approval_requests (workspace_id, document_id, revision, requested_by)
      select workspace_id, document_id, revision, changed_by from drafts where document_id = ${documentId}`;
  });

  it("leads to the draft with the note of who asks", async () => {
    await work();
    const mail = (await mails()).at(-1);
    expect(mail).toMatchObject({ subject: "editor asks you to approve Maya Okafor" });
    expect(mail?.text).toContain("Before Friday, please.");
    expect(mail?.text).toContain(`/w/${slug}/personas/${documentId}\n`);
  });

  it.each([
    ["it was withdrawn", () => database.owner.sql`update approval_requests set withdrawn_at = now()`],
    ["the draft is another one by now", () => database.owner.sql`update drafts set revision = revision + 1`],
  ])("is not sent when %s", async (_, happen) => {
    await happen();
    await work();
    expect((await mails()).map(({ subject }) => subject)).toEqual(["editor mentioned you on Name of Maya Okafor"]);
  });
});

it("of the clock arrives as well, and leads to the document", async () => {
  await inScope(database.app, ana, "draft.edit", (scope) =>
    notify(scope, {
      kind: "review.due",
      userIds: [ben.userId],
      fact: `due:${documentId}:2026-11-30`,
      isFromClock: true,
      subject: { documentId, documentKind: "persona", title: "Maya Okafor", dueOn: "2026-11-30", page: "review" },
    }),
  );
  await work();
  const mail = (await mails()).at(-1);
  expect(mail).toMatchObject({ subject: expect.stringMatching(/^Maya Okafor is due for review by 30 Nov/) });
  expect(mail?.text).toContain(`/w/${slug}/personas/${documentId}/review`);
  expect((await deliveries()).at(-1)).toMatchObject({ state: "sent" });
});
