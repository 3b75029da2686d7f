// A person's calendar, fetched through the front door over HTTP and read by a parser that isn't ours.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { and, eq } from "drizzle-orm";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { recordVerification } from "@/features/documents/verification/use-cases/record-verification";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import { sessionUid } from "@/server/calendar/session-invitation";
import { documentVerifiers } from "@/server/db/schema/document";
import { reviewParticipants, reviewSessions, reviewTasks } from "@/server/db/schema/review";
import { users } from "@/server/db/schema/user";
import { memberships } from "@/server/db/schema/workspace";
import { calendarEndpoint } from "@/server/http/calendar-endpoint";
import { frontDoor } from "@/server/http/front-door";
import { requestWatch } from "@/server/http/request-watch";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { endCalendarFeed, makeCalendarAddress, readCalendarFeed } from "./use-cases/manage-calendar";
import { readCalendar } from "./use-cases/read-calendar";

const DAY = 24 * 60 * 60 * 1000;
const APP_URL = "http://localhost:3000";
let database: TestDatabase;
let door: Server;
let base: string;
/** Each test is another caller, so that no limit of one counts in another. */
let caller = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const unused = (): never => {
    throw new Error("Nothing else is asked here.");
  };
  door = frontDoor({
    metrics: async (_request, response) => void response.end(),
    watch: requestWatch({ isProcedure: () => false, pageOf: () => undefined }, []),
    appUrl: APP_URL,
    trustedProxies: 0,
    isDevelopment: false,
    web: { page: unused, upgrade: unused },
    live: unused,
    api: unused,
    uploads: unused,
    downloads: unused,
    calendars: calendarEndpoint({
      read: (token) => readCalendar(database.app.db, token, APP_URL),
      callerOf: () => String(caller),
    }),
    unreadiness: async () => undefined,
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
});
beforeEach(() => {
  caller++;
});
afterAll(async () => {
  door.close();
  await database.drop();
});

type Who = { readonly workspaceId: string; readonly userId: string };

/** The editor's: a persona is published, which makes it due in thirty days. */
async function publishPersona(who: Who, title: string): Promise<string> {
  return inScope(database.app, who, "document.publish", async (scope) => {
    const { documentId } = await createDocument(scope.also("draft.edit"), personaKind, { title });
    const edits = [{ op: "set" as const, path: ["archetype"], value: "Buys for the whole family" }];
    const batch = { workspaceId: who.workspaceId, documentId, batchId: crypto.randomUUID(), edits };
    const { revision } = await editDraft(scope.also("draft.edit"), personaKind, batch);
    await publishVersion(scope, personaKind, { workspaceId: who.workspaceId, documentId, revision, note: "x" });
    return documentId;
  });
}

async function makeAddress(who: Who): Promise<string> {
  const { address } = await inScope(database.app, who, "workspace.read", (scope) => makeCalendarAddress(scope));
  expect(address).toMatch(/^http:\/\/localhost:3000\/calendar\/[\w-]{43}\.ics$/);
  return base + new URL(address).pathname;
}

function parse(text: string) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      starts: event.startDate.toString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      url: String(component.getFirstPropertyValue("url")),
    };
  });
}
async function events(address: string) {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  return parse(await response.text());
}
/** As it will be read then. */
async function eventsAt(address: string, now: Date) {
  const token = /([\w-]{43})\.ics$/.exec(address)?.[1] ?? "";
  return parse((await readCalendar(database.app.db, token, APP_URL, now)) ?? "");
}

test("has the days by which one's documents are due, and moves them when they were reviewed", async () => {
  const { workspaceId, slug, people } = await addWorkspace(database.owner, ["editor", "reviewer", "viewer"]);
  const editor = { workspaceId, userId: people.editor };
  const documentId = await publishPersona(editor, "Maya, the “buyer”; \\ for all \u{1F469}\u200D\u{1F680} שלום");
  const address = await makeAddress(editor);
  const response = await fetch(address);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/calendar; charset=utf-8",
    "cache-control": "private, no-cache",
    "referrer-policy": expect.any(String),
  });
  const today = dayOf(new Date(), "UTC");
  const due = {
    uid: `due-${documentId}@dramatis`,
    title: "Review Maya, the “buyer”; \\ for all \u{1F469}\u200D\u{1F680} שלום",
    starts: addDays(today, 30),
    sequence: 0,
    status: "CONFIRMED",
    url: `${APP_URL}/w/${slug}/personas/${documentId}/review`,
  };
  expect(parse(await response.text())).toEqual([due]);

  // Nothing has changed, so nothing is sent.
  const known = { "if-none-match": response.headers.get("etag") ?? "" };
  expect((await fetch(address, { headers: known })).status).toBe(304);

  await inScope(database.app, editor, "document.publish", (scope) =>
    recordVerification(scope, personaKind, {
      documentId,
      version: 1,
      content: personaKind.empty("Maya"),
      result: "still-true",
      note: "",
      now: new Date(Date.now() + 10 * DAY),
    }),
  );
  expect((await fetch(address, { headers: known })).status).toBe(200);
  expect(await events(address)).toEqual([{ ...due, starts: addDays(today, 40), sequence: 1 }]);

  // Who verifies it is asked; who owns it is told.
  await database.owner.db.insert(documentVerifiers).values({ workspaceId, documentId, userId: people.reviewer });
  expect((await events(await makeAddress({ workspaceId, userId: people.reviewer }))).map(({ title }) => title)).toEqual(
    [due.title],
  );
  const [own] = await events(address);
  expect(own).toMatchObject({ title: expect.stringMatching(/ is to be reviewed$/), sequence: 2 });
  expect(await events(await makeAddress({ workspaceId, userId: people.viewer }))).toEqual([]);
});

test("has sessions and tasks; what is moved rises in sequence, what is gone is cancelled for a while", async () => {
  const { workspaceId, slug, people } = await addWorkspace(database.owner, ["editor", "reviewer"]);
  const reviewer = { workspaceId, userId: people.reviewer };
  const documentId = await publishPersona({ workspaceId, userId: people.editor }, "Maya");
  const { db } = database.owner;
  const startsAt = new Date("2027-03-28T00:30:00Z");
  const [session] = await db
    .insert(reviewSessions)
    .values({
      workspaceId,
      title: "Quarterly review",
      mode: "live",
      startsAt,
      endsAt: new Date(startsAt.getTime() + DAY / 24),
      timeZone: "Europe/Berlin",
      facilitatorId: people.editor,
      plannedBy: people.editor,
    })
    .returning();
  const sessionId = session?.id ?? "";
  await db.insert(reviewParticipants).values({ workspaceId, sessionId, userId: people.reviewer });
  const [task] = await db
    .insert(reviewTasks)
    .values({
      workspaceId,
      documentId,
      text: "Ask five buyers",
      assigneeId: people.reviewer,
      dueOn: "2028-02-29",
      createdBy: people.editor,
    })
    .returning();
  const address = await makeAddress(reviewer);
  const meeting = {
    uid: sessionUid(sessionId),
    title: "Quarterly review",
    starts: "2027-03-28T00:30:00Z",
    sequence: 0,
    status: "CONFIRMED",
    url: `${APP_URL}/w/${slug}/reviews/${sessionId}`,
  };
  const duty = {
    uid: `task-${task?.id}@dramatis`,
    title: "Ask five buyers",
    starts: "2028-02-29",
    sequence: 0,
    status: "CONFIRMED",
    url: `${APP_URL}/w/${slug}/personas/${documentId}`,
  };
  // Many calendars ask at once; they are told the same.
  for (const told of await Promise.all([1, 2, 3].map(() => events(address)))) expect(told).toEqual([meeting, duty]);

  const ofSession = eq(reviewSessions.id, sessionId);
  const later = new Date(startsAt.getTime() + DAY);
  await db
    .update(reviewSessions)
    .set({ startsAt: later, endsAt: new Date(later.getTime() + 1) })
    .where(ofSession);
  const moved = { ...meeting, starts: "2027-03-29T00:30:00Z", sequence: 1 };
  for (const told of await Promise.all([1, 2, 3].map(() => events(address)))) expect(told).toEqual([moved, duty]);

  await db.update(reviewSessions).set({ state: "cancelled" }).where(ofSession);
  await db
    .update(reviewTasks)
    .set({ doneAt: new Date() })
    .where(eq(reviewTasks.id, task?.id ?? ""));
  const gone = [
    { ...moved, status: "CANCELLED", sequence: 2 },
    { ...duty, status: "CANCELLED", sequence: 1 },
  ];
  expect(await events(address)).toEqual(gone);
  expect(await eventsAt(address, new Date(Date.now() + 29 * DAY))).toEqual(gone);
  expect(await eventsAt(address, new Date(Date.now() + 31 * DAY))).toEqual([]);
  // What comes again is the same event, not a second one.
  await db
    .update(reviewTasks)
    .set({ doneAt: null })
    .where(eq(reviewTasks.id, task?.id ?? ""));
  expect(await eventsAt(address, new Date(Date.now() + 32 * DAY))).toEqual([{ ...duty, sequence: 2 }]);
});

test("keeps meetings that are over for a while, and doesn't cancel them afterwards", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  const startsAt = new Date(Date.now() - DAY);
  await database.owner.db.insert(reviewSessions).values({
    workspaceId,
    title: "Over",
    mode: "live",
    state: "closed",
    startsAt,
    endsAt: startsAt,
    timeZone: "UTC",
    facilitatorId: people.editor,
    plannedBy: people.editor,
  });
  const address = await makeAddress({ workspaceId, userId: people.editor });
  expect(await events(address)).toMatchObject([{ title: "Over", status: "CONFIRMED" }]);
  expect(await eventsAt(address, new Date(Date.now() + 100 * DAY))).toEqual([]);
});

test("is told by its newest address alone, as long as its person belongs to the workspace", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  const editor = { workspaceId, userId: people.editor };
  const feed = () => inScope(database.app, editor, "workspace.read", (scope) => readCalendarFeed(scope));
  const statusOf = async (address: string) => (await fetch(address)).status;
  expect(await feed()).toBeNull();
  const first = await makeAddress(editor);
  expect(await feed()).toMatchObject({ readAt: null });
  expect(await statusOf(first)).toBe(200);
  expect((await feed())?.readAt).toEqual(expect.any(String));
  const second = await makeAddress(editor);
  expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);

  const { db } = database.owner;
  const isDisabled = (is: boolean) => db.update(users).set({ isDisabled: is }).where(eq(users.id, people.editor));
  await isDisabled(true);
  expect(await statusOf(second)).toBe(404);
  await isDisabled(false);
  expect(await statusOf(second)).toBe(200);

  await inScope(database.app, editor, "workspace.read", (scope) => endCalendarFeed(scope));
  expect(await statusOf(second)).toBe(404);
  const third = await makeAddress(editor);
  const own = and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, people.editor));
  await db.delete(memberships).where(own);
  expect(await statusOf(third)).toBe(404);
  // Who comes back is another member; the old address stays dead.
  await db.insert(memberships).values({ ...editor, role: "editor", createdAt: new Date(Date.now() + DAY) });
  expect(await statusOf(third)).toBe(404);
});

test("answers nothing to guesses, and little to what has run wild", async () => {
  const { workspaceId, people } = await addWorkspace(database.owner, ["viewer"]);
  const address = await makeAddress({ workspaceId, userId: people.viewer });
  const wrong = [
    `/calendar/${"A".repeat(43)}.ics`,
    "/calendar/.ics",
    "/calendar/x",
    `/calendar/${"A".repeat(5000)}.ics`,
    "/calendar/%00.ics",
    `/calendar/${"' or 1=1 -- ".repeat(3)}.ics`,
  ];
  for (const path of wrong) expect((await fetch(base + path)).status).toBe(404);
  const post = await fetch(address, { method: "POST", body: "x" });
  expect([post.status, post.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  const head = await fetch(address, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await fetch(address)).status));
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
});
