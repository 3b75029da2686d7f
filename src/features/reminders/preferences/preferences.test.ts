// What people choose, with and without signing in, and what they are shown of what was sent, on a real database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { deliveryDue } from "../delivery/delivery-jobs";
import { sendOff } from "../delivery/use-cases/deliver-due";
import { listDeliveries, listOwnDeliveries, retryDelivery } from "../delivery/use-cases/read-deliveries";
import { savePreferencesInput } from "./preference-contract";
import { DEFAULT_PREFERENCES } from "./preference-rules";
import { type Unsubscribing, unsubscribePath } from "./unsubscribe-token";
import { changeSubscription, readSubscription } from "./use-cases/change-subscription";
import { readPreferences, savePreferences } from "./use-cases/read-preferences";

let database: TestDatabase;
let workspaceId: string;
let people: Record<"admin" | "viewer", string>;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["admin", "viewer"]));
});

const asViewer = <T>(work: Parameters<typeof inScope<"workspace.read", T>>[3]) =>
  inScope(database.app, { workspaceId, userId: people.viewer }, "workspace.read", work);
const read = () => asViewer((scope) => readPreferences(scope));
const ip = "192.0.2.7";

describe("the link of a mail", () => {
  const tokenFor = (group: Unsubscribing["group"]) =>
    unsubscribePath({ workspaceId, userId: people.viewer, group }).replace("/unsubscribe/", "");

  it("changes nothing when it is looked at, switches its kind off alone, and back on", async () => {
    const token = tokenFor("review");
    expect(await readSubscription(database.app.db, token, ip)).toEqual({
      group: "review",
      workspaceName: "Test",
      isMailed: true,
    });
    expect((await read()).preferences).toEqual(DEFAULT_PREFERENCES);
    await changeSubscription(database.app.db, { token, isMailed: false }, ip);
    expect((await read()).preferences.mail).toEqual({ ...DEFAULT_PREFERENCES.mail, review: "no" });
    await changeSubscription(database.app.db, { token, isMailed: true }, ip);
    expect((await read()).preferences.mail).toEqual(DEFAULT_PREFERENCES.mail);
  });

  it("ends the weekly letter as well, and plans the next when it is wanted again", async () => {
    const token = tokenFor("digest");
    const planned = async () => {
      const [row] = await database.owner
        .sql`select next_digest_at from notice_preferences where user_id = ${people.viewer}`;
      return row?.next_digest_at ?? null;
    };
    await changeSubscription(database.app.db, { token, isMailed: false }, ip);
    expect(await planned()).toBeNull();
    await changeSubscription(database.app.db, { token, isMailed: true }, ip);
    expect(await planned()).not.toBeNull();
  });

  it("is refused when it was forged, altered, or made for who left, and then changes nothing", async () => {
    const token = tokenFor("task");
    const [payload = "", signature = ""] = token.split(".");
    const other = Buffer.from(`${workspaceId}:${people.admin}:task`).toString("base64url");
    const flipped = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
    for (const bad of [
      `${other}.${signature}`,
      `${payload}.${flipped}`,
      `${payload}.`,
      `${token}.x`,
      `${token}=`,
      "",
    ]) {
      const change = changeSubscription(database.app.db, { token: bad, isMailed: false }, ip);
      await expect(change).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    await database.owner.sql`delete from memberships where user_id = ${people.viewer}`;
    await expect(readSubscription(database.app.db, token, ip)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await database.owner.sql`select 1 from notice_preferences where workspace_id = ${workspaceId}`).toHaveLength(
      0,
    );
  });
});

describe("preferences", () => {
  const input = (more: object) =>
    savePreferencesInput.safeParse({
      workspaceId,
      isMailed: true,
      preferences: { ...DEFAULT_PREFERENCES, ...more },
    });

  it.each([
    [{ timeZone: "Mars/Olympus" }],
    [{ quiet: { isOn: true, from: "25:00", to: "07:00" } }],
    [{ quiet: { isOn: true, from: "07:00", to: "07:00" } }],
    [{ digest: { isOn: true, weekday: 8, hour: 8 } }],
    [{ mail: { discussion: "yes" } }],
  ])("refuse %j", (more) => expect(input(more).success).toBe(false));

  it("are each person's own, and go by their own clock", async () => {
    const preferences = { ...DEFAULT_PREFERENCES, timeZone: "Asia/Kolkata" };
    const monday = new Date("2026-11-16T00:00:00Z");
    await asViewer((scope) => savePreferences(scope, { preferences, isMailed: false }, monday));
    expect(await read()).toEqual({ preferences, isMailed: false, heldZone: "Asia/Kolkata" });
    const [row] = await database.owner.sql<{ next: string }[]>`
      select to_json(next_digest_at at time zone 'UTC') #>> '{}' as next from notice_preferences where user_id = ${people.viewer}`;
    expect(row?.next).toBe("2026-11-16T02:30:00");
    const theirs = await inScope(
      database.app,
      { workspaceId, userId: people.admin },
      "workspace.read",
      readPreferences,
    );
    expect(theirs).toMatchObject({ preferences: DEFAULT_PREFERENCES, isMailed: true });
  });
});

describe("what was sent", () => {
  const asAdmin = <T>(work: Parameters<typeof inScope<"workspace.configure", T>>[3]) =>
    inScope(database.app, { workspaceId, userId: people.admin }, "workspace.configure", work);
  const page = { state: undefined, limit: 1 };

  it("is seen by admins page by page, by others as far as it was theirs, and tried again once it failed", async () => {
    await asAdmin(async ({ tx }) => {
      const letter = { channel: "mail", notBefore: null, target: "somebody@example.org" } as const;
      // The same fact to the same address is one letter.
      for (const fact of ["notice:1", "notice:2", "notice:2"]) {
        await sendOff(tx, workspaceId, { ...letter, fact, userId: people.viewer });
      }
      await sendOff(tx, workspaceId, { ...letter, fact: "notice:3", userId: people.admin });
    });
    const all = await asAdmin((scope) => listDeliveries(scope, { ...page, limit: 30 }));
    expect(all.items).toHaveLength(3);
    const first = await asAdmin((scope) => listDeliveries(scope, page));
    const second = await asAdmin((scope) => listDeliveries(scope, { ...page, cursor: first.nextCursor ?? "" }));
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 2));
    expect((await asViewer((scope) => listOwnDeliveries(scope, { ...page, limit: 30 }))).items).toHaveLength(2);

    const [failed, sent] = all.items.map(({ id }) => id);
    await database.owner.sql`update deliveries set state = 'failed', attempts = 3 where id = ${failed ?? ""}`;
    await database.owner.sql`update deliveries set state = 'sent' where id = ${sent ?? ""}`;
    await database.owner.sql`delete from graphile_worker._private_jobs`;
    await asAdmin((scope) => retryDelivery(scope, failed ?? ""));
    const jobs = await database.owner
      .sql`select 1 from graphile_worker.jobs where task_identifier = ${deliveryDue.name}`;
    expect(jobs).toHaveLength(1);
    await expect(asAdmin((scope) => retryDelivery(scope, sent ?? ""))).rejects.toMatchObject({ code: "BLOCKED" });
    await expect(asAdmin((scope) => retryDelivery(scope, crypto.randomUUID()))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
