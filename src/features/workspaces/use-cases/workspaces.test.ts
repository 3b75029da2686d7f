import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asUser } from "@/server/access/acting-as";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { findJoinedWorkspace, listJoinedWorkspaces } from "../workspace-queries";
import { createWorkspace } from "./create-workspace";
import { renameWorkspace } from "./rename-workspace";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function newPerson(name: string) {
  return sessionOf(database.owner, await addPerson(database.owner, name));
}

describe("createWorkspace", () => {
  test("makes the creator its owner, under an address made of the name", async () => {
    const ana = await newPerson("Ana");
    const made = await createWorkspace(database.app.db, ana, { name: "Kröger & Søn" });
    expect(made).toMatchObject({ name: "Kröger & Søn", slug: "kroger-son", role: "owner" });
    const mine = await asUser(database.app.db, ana.userId, (tx) => listJoinedWorkspaces(tx, ana.userId));
    expect(mine).toEqual([made]);
  });

  test("gives the same name another address, also when both are made at the same moment", async () => {
    const people = await Promise.all(["Ana", "Ben", "Cem"].map(newPerson));
    const made = await Promise.all(people.map((who) => createWorkspace(database.app.db, who, { name: "Twins" })));
    expect(new Set(made.map(({ slug }) => slug))).toEqual(new Set(["twins", "twins-2", "twins-3"]));
  });

  test("keeps names in any script and falls back for the address", async () => {
    const made = await createWorkspace(database.app.db, await newPerson("Yui"), { name: "山田商店" });
    expect(made).toMatchObject({ name: "山田商店", slug: "workspace" });
  });

  test("waits for a verified address", async () => {
    const ana = { ...(await newPerson("Ana")), isEmailVerified: false };
    await expect(createWorkspace(database.app.db, ana, { name: "Early" })).rejects.toMatchObject({ code: "BLOCKED" });
  });

  test("stops at twenty a day", async () => {
    const ana = await newPerson("Ana");
    for (let n = 0; n < 20; n++) await createWorkspace(database.app.db, ana, { name: `Many ${n}` });
    await expect(createWorkspace(database.app.db, ana, { name: "One more" })).rejects.toMatchObject({ code: "LIMIT" });
  });
});

describe("a workspace by its address", () => {
  test("is found by members with their role and by nobody else", async () => {
    const { slug, people } = await addWorkspace(database.owner, ["reviewer"]);
    const stranger = await addPerson(database.owner, "Stranger");
    const find = (userId: string) => asUser(database.app.db, userId, (tx) => findJoinedWorkspace(tx, userId, slug));
    expect(await find(people.reviewer)).toMatchObject({ slug, role: "reviewer" });
    expect(await find(stranger)).toBeNull();
  });
});

describe("renameWorkspace", () => {
  test("changes name and address, and says both in the audit log", async () => {
    const { workspaceId, slug, people } = await addWorkspace(database.owner, ["admin"]);
    const who = { userId: people.admin, workspaceId };
    const target = { workspaceId, name: "New name", slug: `new-${slug}` };
    const renamed = await inScope(database.app, who, "workspace.configure", (scope) => renameWorkspace(scope, target));
    expect(renamed).toEqual({ id: workspaceId, name: "New name", slug: `new-${slug}`, timeZone: "UTC", role: "admin" });
    const events = await database.owner
      .sql`select action, details from audit_events where workspace_id = ${workspaceId}`;
    expect([...events]).toEqual([
      {
        action: "workspace.renamed",
        details: { nameBefore: "Test", nameAfter: "New name", slugBefore: slug, slugAfter: `new-${slug}` },
      },
    ]);
  });

  test("refuses an address that another workspace has, and changes nothing", async () => {
    const taken = await addWorkspace(database.owner, ["owner"]);
    const { workspaceId, slug, people } = await addWorkspace(database.owner, ["owner"]);
    const attempt = inScope(database.app, { userId: people.owner, workspaceId }, "workspace.configure", (scope) =>
      renameWorkspace(scope, { workspaceId, name: "Changed", slug: taken.slug }),
    );
    await expect(attempt).rejects.toMatchObject({ code: "CONFLICT" });
    const [row] = await database.owner.sql`select name, slug from workspaces where id = ${workspaceId}`;
    expect(row).toEqual({ name: "Test", slug });
  });
});
