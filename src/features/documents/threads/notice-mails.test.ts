// Notices by mail: once, and only as long as there is something to tell, on a real database with its job queue.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import { noticeGiven } from "@/features/notifications/notification-jobs";
import { MAX_MAILS_AN_HOUR } from "@/features/notifications/notification-rules";
import { mailNotice } from "@/features/notifications/use-cases/mail-notice";
import { notify } from "@/features/notifications/use-cases/notify";
import { markNoticesRead, setMails } from "@/features/notifications/use-cases/read-notifications";
import { type MailOf, mailMessage } from "@/server/mail/mail-message";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { createDocument } from "../use-cases/create-document";
import { deleteComment } from "./use-cases/change-comment";
import { startThread } from "./use-cases/start-thread";
import { NOTICE_LETTERS } from "./use-cases/write-letter";

const KINDS = documentKinds;

let database: TestDatabase;
let ana: { userId: string; workspaceId: string };
let ben: { userId: string; workspaceId: string };
let slug: string;
let documentId: string;
let said: { threadId: string; commentId: string };

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Ana has mentioned Ben in a thread on her draft. */
beforeEach(async () => {
  await database.owner.sql`delete from graphile_worker._private_jobs`;
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

/** Does all notices that were given, as the worker would, `times` over. */
async function work(times = 1): Promise<void> {
  const given = (await jobs(noticeGiven.name)).map((payload) => noticeGiven.payload.parse(payload));
  for (const one of given) {
    for (let time = 0; time < times; time++) await mailNotice(database.app.db, one, NOTICE_LETTERS);
  }
}

async function mails(): Promise<readonly MailOf<"notice">[]> {
  return (await jobs("mail.send"))
    .map((payload) => mailMessage.parse(payload))
    .filter((mail): mail is MailOf<"notice"> => mail.template === "notice");
}

describe("a mention by mail", () => {
  it("says who, where and what, quotes the place, and leads to the thread", async () => {
    await work();
    const [{ email }] = (await database.owner.sql`select email from users where id = ${ben.userId}`) as [
      { email: string },
    ];
    expect(await mails()).toEqual([
      {
        template: "notice",
        to: email,
        lead: "editor",
        predicate: "mentioned you on Name of Maya Okafor",
        workspaceName: "Test",
        quote: "Maya Okafor",
        words: "Do you see it so, @reviewer?\nhttps://example.org/study",
        action: "Open the thread",
        path: `/w/${slug}/personas/${documentId}?thread=${said.threadId}`,
        settingsPath: `/w/${slug}/notifications`,
      },
    ]);
  });

  it("is sent once, however often its job runs", async () => {
    await work(3);
    expect(await mails()).toHaveLength(1);
    // Also when the mail's own job is done by then.
    await database.owner.sql`delete from graphile_worker._private_jobs where key like 'notice-mailed:%'`;
    await work();
    expect(await mails()).toHaveLength(0);
  });

  it("is tried again when the job failed, and then sent", async () => {
    const [given] = (await jobs(noticeGiven.name)).map((payload) => noticeGiven.payload.parse(payload));
    if (!given) throw new Error("Nobody was told.");
    const failing = { "comment.mentioned": () => Promise.reject(new Error("The database went away.")) };
    await expect(mailNotice(database.app.db, given, failing)).rejects.toThrow("went away");
    expect(await mails()).toHaveLength(0);
    await work();
    expect(await mails()).toHaveLength(1);
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
      () => inScope(database.app, ben, "workspace.read", (scope) => setMails(scope, { isMailed: false })),
    ],
    [
      "goes to a disabled account",
      () => database.owner.sql`update users set is_disabled = true where id = ${ben.userId}`,
    ],
    [
      "would be one too many in an hour",
      () => database.owner.sql`
        insert into notifications (workspace_id, user_id, actor_id, kind, subject, mailed_at)
        select ${ben.workspaceId}, ${ben.userId}, ${ana.userId}, 'comment.mentioned', '{}', now()
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
    expect((await mails()).at(-1)).toMatchObject({
      predicate: "asks you to approve Maya Okafor",
      words: "Before Friday, please.",
      path: `/w/${slug}/personas/${documentId}`,
    });
  });

  it.each([
    ["it was withdrawn", () => database.owner.sql`update approval_requests set withdrawn_at = now()`],
    ["the draft is another one by now", () => database.owner.sql`update drafts set revision = revision + 1`],
  ])("is not sent when %s", async (_, happen) => {
    await happen();
    await work();
    expect((await mails()).map(({ predicate }) => predicate)).toEqual(["mentioned you on Name of Maya Okafor"]);
  });
});
