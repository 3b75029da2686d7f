import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { memberships } from "@/server/db/schema/workspace";
import type { Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { personaKind } from "../../personas/persona-kind";
import { changePolicy } from "../../workspaces/use-cases/change-policy";
import { editDraft } from "../drafts/use-cases/edit-draft";
import { createDocument } from "../use-cases/create-document";
import { handOverDocument } from "../use-cases/hand-over-document";
import { readDocument, readDraft, readVersion } from "../use-cases/read-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import { restoreVersion } from "../versions/use-cases/restore-draft";
import { askApproval } from "./use-cases/ask-approval";
import { decideApproval } from "./use-cases/decide-approval";
import { nameVerifiers } from "./use-cases/name-verifiers";
import { readApproval } from "./use-cases/read-approval";
import { withdrawApproval } from "./use-cases/withdraw-approval";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"admin" | "editor" | "reviewer" | "viewer", string>;
/** A second reviewer. */
let sara: string;
let documentId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const as = (userId: string) => ({ workspaceId, userId });

async function addMember(name: string, role: Role): Promise<string> {
  const userId = await addPerson(database.owner, name);
  await database.owner.db.insert(memberships).values({ workspaceId, userId, role });
  return userId;
}

beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["admin", "editor", "reviewer", "viewer"]));
  sara = await addMember("Sara", "reviewer");
  const made = await inScope(database.app, as(people.editor), "draft.edit", (scope) =>
    createDocument(scope, personaKind, { title: "Maya Okafor" }),
  );
  documentId = made.documentId;
  await edit("archetype", "The hurried rebuilder");
});

function policy(needed: number, by: "verifiers" | "reviewers" = "reviewers") {
  return inScope(database.app, as(people.admin), "workspace.configure", (scope) =>
    changePolicy(scope, { workspaceId, approval: { needed, by } }),
  );
}

function edit(field: string, value: unknown, userId = people.editor) {
  return inScope(database.app, as(userId), "draft.edit", (scope) =>
    editDraft(scope, personaKind, {
      workspaceId,
      documentId,
      batchId: crypto.randomUUID(),
      edits: [{ op: "set", path: [field], value }],
    }),
  );
}

async function revision(): Promise<number> {
  const draft = await inScope(database.app, as(people.editor), "draft.read", (scope) =>
    readDraft(scope, personaKind, documentId),
  );
  return draft.revision;
}

async function ask(userId = people.editor, note = "From five interviews") {
  const seen = await revision();
  return inScope(database.app, as(userId), "draft.edit", (scope) =>
    askApproval(scope, personaKind, { workspaceId, documentId, revision: seen, note }),
  );
}

async function decide(userId: string, decision: "approved" | "changes-asked" = "approved", note = "", seen?: number) {
  const at = seen ?? (await revision());
  return inScope(database.app, as(userId), "draft.decide", (scope) =>
    decideApproval(scope, personaKind, { workspaceId, documentId, revision: at, decision, note }),
  );
}

async function publish(userId = people.editor, reasons?: { place: string; reason: "correction" | "wording" }[]) {
  const seen = await revision();
  return inScope(database.app, as(userId), "document.publish", (scope) =>
    publishVersion(scope, personaKind, {
      workspaceId,
      documentId,
      revision: seen,
      note: "New",
      reason: "wording",
      ...(reasons && { reasons }),
    }),
  );
}

const view = (userId = people.editor) =>
  inScope(database.app, as(userId), "draft.read", (scope) => readApproval(scope, personaKind, documentId));

const unapproved = { code: "BLOCKED", details: { reasons: ["unapproved"] } };

async function told(userId: string): Promise<string[]> {
  const rows = await database.owner.sql`select kind from notifications where user_id = ${userId} order by created_at`;
  return rows.map(({ kind }) => kind);
}

async function verbs(): Promise<string[]> {
  const rows = await database.owner.sql`select verb from activities where document_id = ${documentId} order by id`;
  return rows.map(({ verb }) => verb);
}

describe("a workspace that asks for approvals", () => {
  it("publishes once so many have approved the very draft, and tells who they were", async () => {
    await policy(2);
    await expect(publish()).rejects.toMatchObject({ ...unapproved, message: "2 approvals needed, none given." });
    await ask();
    await decide(people.reviewer);
    await expect(publish()).rejects.toMatchObject({ ...unapproved, message: "2 approvals needed, 1 given." });
    await decide(sara);
    expect(await publish()).toEqual({ number: 1 });
    const version = await inScope(database.app, as(people.viewer), "document.read", (scope) =>
      readVersion(scope, personaKind, { documentId, number: 1 }),
    );
    expect(version.approvers.map(({ id }) => id)).toEqual([people.reviewer, sara]);
    expect(await verbs()).toEqual(["created", "edited", "approval-asked", "approved", "approved", "published"]);
    expect(await told(people.reviewer)).toEqual(["approval.asked"]);
    expect(await told(people.viewer)).toEqual([]);
    expect(await told(people.editor)).toEqual(["approval.decided", "approval.decided"]);
    // What was asked before a publication is settled by it.
    expect((await view()).request).toBeNull();
  });

  it.each(["an edit", "a restore"])("forgets approvals at %s, and tells once", async (how) => {
    await publish();
    await policy(1);
    await edit("age", 34);
    await ask();
    await decide(people.reviewer);
    if (how === "an edit") await edit("age", 35, people.admin);
    else {
      await inScope(database.app, as(people.admin), "document.restore", (scope) =>
        restoreVersion(scope, personaKind, { documentId, number: 1 }),
      );
    }
    await edit("age", 36, people.admin);
    await expect(publish()).rejects.toMatchObject(unapproved);
    expect(await view()).toMatchObject({ given: 0, request: { isCurrent: false, decisions: [{ isCounted: false }] } });
    expect((await verbs()).filter((verb) => verb === "approval-reset")).toHaveLength(1);
    expect(await told(people.reviewer)).toEqual(["approval.asked", "approval.reset"]);
    expect(await told(people.editor)).toEqual(["approval.decided", "approval.reset"]);

    await ask();
    await decide(sara);
    expect(await publish()).toEqual({ number: 2 });
  });

  it("counts nobody's approval of their own request, nor a decision on another revision", async () => {
    await policy(1);
    await ask();
    await expect(decide(people.editor)).rejects.toMatchObject({ details: { reasons: ["own-request"] } });
    const seen = await revision();
    await edit("age", 34);
    await expect(decide(sara, "approved", "", seen)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(decide(sara)).rejects.toMatchObject({ details: { reasons: ["not-asked"] } });
  });

  it("doesn't count a person who left or may no longer decide", async () => {
    await policy(1);
    await ask();
    await decide(sara);
    expect((await view()).given).toBe(1);
    const { sql } = database.owner;
    await sql`update memberships set role = 'viewer' where user_id = ${sara}`;
    await expect(publish()).rejects.toMatchObject(unapproved);
    await sql`delete from memberships where user_id = ${sara}`;
    await expect(publish()).rejects.toMatchObject(unapproved);
    expect(await view()).toMatchObject({ given: 0, request: { decisions: [{ isCounted: false }] } });
  });

  it("takes an approval back when the same person asks for changes, who must say which", async () => {
    await policy(1);
    await ask();
    await decide(sara);
    await expect(decide(sara, "changes-asked")).rejects.toMatchObject({ code: "INVALID", details: { path: "note" } });
    await decide(sara, "changes-asked", "Cite the interviews");
    await expect(publish()).rejects.toMatchObject(unapproved);
    expect(await view()).toMatchObject({ request: { decisions: [{ note: "Cite the interviews" }] } });
  });

  it("lets a request be withdrawn and made again, without what was decided before", async () => {
    await policy(1);
    await ask();
    await expect(ask()).rejects.toMatchObject({ details: { reasons: ["asked"] } });
    await decide(sara);
    const seen = await revision();
    await inScope(database.app, as(people.editor), "draft.edit", (scope) =>
      withdrawApproval(scope, personaKind, { workspaceId, documentId, revision: seen }),
    );
    expect((await view()).request).toBeNull();
    await expect(publish()).rejects.toMatchObject(unapproved);
    await ask(people.admin);
    expect(await view()).toMatchObject({ given: 0, request: { askedBy: { id: people.admin }, decisions: [] } });
  });

  it("leaves it to the named verifiers where the policy says so", async () => {
    await policy(1, "verifiers");
    await expect(ask()).rejects.toMatchObject({ details: { reasons: ["too-few"] } });
    const name = (...userIds: string[]) =>
      inScope(database.app, as(people.editor), "draft.edit", (scope) =>
        nameVerifiers(scope, personaKind, { workspaceId, documentId, userIds }),
      );
    await expect(name(people.viewer)).rejects.toMatchObject({ code: "INVALID" });
    await expect(name(crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await name(sara, sara);
    await ask();
    expect(await told(people.reviewer)).toEqual([]);
    await expect(decide(people.reviewer)).rejects.toMatchObject({ details: { reasons: ["not-verifier"] } });
    await decide(sara);
    // Who is no longer named doesn't count.
    await name(people.reviewer);
    await expect(publish()).rejects.toMatchObject(unapproved);
    await name(people.reviewer, sara);
    expect(await publish()).toEqual({ number: 1 });
  });

  it("has nothing to ask where editors publish directly, and refuses what can't be published anyway", async () => {
    await expect(ask()).rejects.toMatchObject({ details: { reasons: ["not-needed"] } });
    await policy(1);
    await edit("archetype", "");
    await expect(ask()).rejects.toMatchObject({ details: { reasons: ["incomplete"] } });
  });

  it("decides races of approval, edit and publication under the draft's lock", async () => {
    await policy(1);
    for (let round = 0; round < 10; round++) {
      await edit("age", 20 + round);
      await ask();
      const seen = await revision();
      const [approved, edited, published] = await Promise.allSettled([
        decide(sara, "approved", "", seen),
        edit("location", `Leeds ${round}`, people.admin),
        inScope(database.app, as(people.editor), "document.publish", (scope) =>
          publishVersion(scope, personaKind, {
            workspaceId,
            documentId,
            revision: seen,
            note: "Race",
            reason: "wording",
          }),
        ),
      ]);
      expect(edited.status).toBe("fulfilled");
      // Published means: approved before, and of exactly what was approved.
      if (published.status === "fulfilled") expect(approved.status).toBe("fulfilled");
    }
  });
});

describe("reasons", () => {
  it("are kept by change where they differ from the version's, and refused for what has not changed", async () => {
    await publish();
    await edit("age", 34);
    await edit("location", "Leeds");
    await expect(publish(people.editor, [{ place: "quote", reason: "correction" }])).rejects.toMatchObject({
      code: "INVALID",
      details: { path: "quote" },
    });
    const given = [
      { place: "age", reason: "correction" as const },
      { place: "location", reason: "wording" as const },
    ];
    await publish(people.editor, given);
    const { published } = await inScope(database.app, as(people.viewer), "document.read", (scope) =>
      readDocument(scope, personaKind, documentId),
    );
    expect(published).toMatchObject({ number: 2, reason: "wording", reasons: { age: "correction" } });
  });
});

describe("the owner", () => {
  it("hands a document over to another editor, which the feed tells", async () => {
    const handOver = (userId: string) =>
      inScope(database.app, as(people.editor), "draft.edit", (scope) =>
        handOverDocument(scope, personaKind, { workspaceId, documentId, userId }),
      );
    await expect(handOver(people.viewer)).rejects.toMatchObject({ code: "INVALID" });
    await expect(handOver(crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await handOver(people.admin);
    await handOver(people.admin);
    const { document } = await inScope(database.app, as(people.editor), "document.read", (scope) =>
      readDocument(scope, personaKind, documentId),
    );
    expect(document.owner.id).toBe(people.admin);
    expect((await verbs()).filter((verb) => verb === "handed-over")).toHaveLength(1);
  });
});
