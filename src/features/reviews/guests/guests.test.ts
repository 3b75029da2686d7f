// What a guest's link shows and what it never does, on a real database.
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { documentKinds } from "@/api/document-kinds";
import type { Scope } from "@/server/access/open-scope";
import { type Events, eventsOver } from "@/server/events/event-listener";
import type { Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { addTenant, type Tenant } from "@/testing/tenant";
import { closeSession } from "../minutes/use-cases/close-session";
import { cancelSession, startSession } from "../planning/use-cases/lead-session";
import { planSession } from "../planning/use-cases/plan-session";
import { makeGuestLink, revokeGuestLink } from "./use-cases/guest-link";
import { watchDocument, watchSession } from "./use-cases/watch-session";

let database: TestDatabase;
let events: Events;
let tenant: Tenant;
let sessionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  events = eventsOver(database.appUrl);
  tenant = await addTenant(database);
});
afterAll(async () => {
  await events.close();
  await database.drop();
});

const id = (role: Role) => tenant.people[role].userId;
function lead<T>(work: (scope: Scope<"review.plan">) => Promise<T>, role: Role = "editor"): Promise<T> {
  return inScope(database.app, { workspaceId: tenant.workspaceId, userId: id(role) }, "review.plan", work);
}
const tokenOf = (address: string) => address.slice(address.lastIndexOf("/") + 1);
const link = async () => tokenOf((await lead((scope) => makeGuestLink(scope, sessionId))).address);
const watch = (token: string, guest: string | null = null) =>
  watchSession({ db: database.app.db, events }, { token, guest });
const gone = { code: "NOT_FOUND" };

beforeEach(async () => {
  const planned = await lead((scope) =>
    planSession(scope, {
      ...{ title: "Q4 review", purpose: "", timeZone: "UTC", facilitatorId: id("editor") },
      when: { mode: "live", starts: "2030-11-30T10:00", minutes: 60 },
      items: [tenant.persona, tenant.segment].map(({ documentId }) => ({ documentId, minutes: 10 })),
      participantIds: [id("reviewer")],
    }),
  );
  sessionId = planned.sessionId;
});

/** The first item is looked at; the reviewer has voted. */
async function begin(): Promise<string> {
  await lead((scope) => startSession(scope, sessionId));
  const { sql } = database.owner;
  const [item] = await sql<
    { id: string }[]
  >`select id from review_items where session_id = ${sessionId} and position = 1`;
  const itemId = item?.id ?? "";
  await sql`update review_sessions set current_item_id = ${itemId} where id = ${sessionId}`;
  await sql`insert into review_votes (workspace_id, item_id, user_id, vote)
    values (${tenant.workspaceId}, ${itemId}, ${id("reviewer")}, 'approve')`;
  return itemId;
}

it("shows agenda, what is published and, once revealed, how often each was voted; never who, and no draft", async () => {
  const token = await link();
  expect(await watch(token)).toMatchObject({ isOpen: false, shown: null, items: [{ title: "Maya" }, {}] });
  const itemId = await begin();
  const before = await watch(token);
  expect(before).toMatchObject({ isOpen: true, currentItemId: itemId, facilitator: "editor" });
  expect(before.items[0]).toMatchObject({ votes: null, result: null });
  await database.owner.sql`update review_items set is_revealed = true where id = ${itemId}`;
  const after = await watch(token);
  expect(after.items[0]?.votes).toEqual({ approve: 1, change: 0, retire: 0 });
  expect(JSON.stringify(after)).not.toContain("reviewer");
  expect(JSON.stringify(after)).not.toContain(id("reviewer"));
  if (!after.shown) throw new Error("nothing is shown");
  const document = await watchDocument(database.app.db, documentKinds, { token, ...after.shown });
  expect(document).toMatchObject({ title: "Maya", version: 2 });
  expect(document.fields.flatMap(({ texts }) => texts)).toContain("Buys for the whole street");
  expect(JSON.stringify(document), "what only the draft or an older version says").not.toContain("whole family");
  const other = { token, documentId: tenant.scenario.documentId, version: 2 };
  await expect(watchDocument(database.app.db, documentKinds, other), "not on the agenda").rejects.toMatchObject(gone);
  await expect(
    watchDocument(database.app.db, documentKinds, { token, ...after.shown, version: 1 }),
  ).rejects.toMatchObject(gone);
});

it("counts the tabs that watch, over all processes", async () => {
  const token = await link();
  const elsewhere = eventsOver(database.appUrl);
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  await watch(token, one);
  await watchSession({ db: database.app.db, events: elsewhere }, { token, guest: two });
  await watch(token, one);
  // What was announced before arrives in the order in which it was committed.
  const heard = await events.hear({ workspaceId: tenant.workspaceId, topic: `guests:${sessionId}` });
  const keys = new Set<string>();
  while (keys.size < 2) {
    const { value } = await heard.next();
    if (value?.type === "event") keys.add(value.event.retain?.key ?? "");
  }
  heard.close();
  expect((await watch(token, one)).guests).toBe(2);
  await elsewhere.close();
});

it("ends when it is taken back, made anew, and with the session", async () => {
  const first = await link();
  const stored = await database.owner.sql`select guest_token_hash as hash from review_sessions where id = ${sessionId}`;
  expect(stored[0]?.hash, "only its hash is kept").not.toBe(first);
  const second = await link();
  await expect(watch(first)).rejects.toMatchObject(gone);
  await watch(second);
  await lead((scope) => revokeGuestLink(scope, sessionId));
  await expect(watch(second)).rejects.toMatchObject(gone);
  const third = await link();
  await begin();
  await lead((scope) => closeSession(scope, documentKinds, sessionId));
  await expect(watch(third)).rejects.toMatchObject(gone);
  await expect(link()).rejects.toMatchObject({ code: "BLOCKED" });
});

it("ends when the session is cancelled, and is made by who leads it alone", async () => {
  const token = await link();
  await lead((scope) => cancelSession(scope, sessionId, "No time"), "admin");
  await expect(watch(token)).rejects.toMatchObject(gone);
  await expect(watch("x".repeat(43))).rejects.toMatchObject(gone);
});
