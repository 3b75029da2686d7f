// What a plan takes, refuses and tells, on a real database.
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { retireDocument } from "@/features/documents/use-cases/retire-document";
import { listOwnNotices } from "@/features/notifications/use-cases/read-notifications";
import { segmentKind } from "@/features/segments/segment-kind";
import type { Scope } from "@/server/access/open-scope";
import type { Permission, Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, inScope } from "@/testing/factories";
import { addTenant, type Tenant } from "@/testing/tenant";
import { readSession } from "../use-cases/read-session";
import { momentOf } from "./local-moment";
import type { PlanInput } from "./plan-contract";
import { localText } from "./plan-rules";
import { invitePeople } from "./use-cases/invite-people";
import { cancelSession, startSession } from "./use-cases/lead-session";
import { countOwnSessions, listSessions, suggestItems } from "./use-cases/list-sessions";
import { changePlan, planSession } from "./use-cases/plan-session";
import { cancelLetter, inviteLetter } from "./use-cases/write-session-letter";
import { whenText } from "./when-rules";

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

function plan(part: Partial<PlanInput> = {}): PlanInput {
  return {
    title: "Q4 review",
    purpose: "Do the new stores matter?",
    when: { mode: "live", starts: "2030-11-30T10:00", minutes: 60 },
    timeZone: "Europe/Berlin",
    facilitatorId: id("editor"),
    items: [
      { documentId: tenant.persona.documentId, minutes: 20 },
      { documentId: tenant.scenario.documentId, minutes: null },
    ],
    participantIds: [id("reviewer"), id("viewer")],
    ...part,
  };
}
const planned = (part: Partial<PlanInput> = {}, now?: Date) =>
  as("editor", "review.plan", (scope) => planSession(scope, plan(part), now));
const session = (sessionId: string) => as("viewer", "review.follow", (scope) => readSession(scope, sessionId));
const noticesOf = async (role: Role, sessionId: string) => {
  const list = await as(role, "workspace.read", (scope) =>
    listOwnNotices(scope, { workspaceId: tenant.workspaceId, limit: 100 }),
  );
  return list.items.filter(({ subject }) => subject.sessionId === sessionId).map(({ kind }) => kind);
};
const letterFor = (role: Role, sessionId: string, write = inviteLetter) =>
  as(role, "document.read", (scope) => write(scope, { sessionId }));
function calendarOf(letter: Awaited<ReturnType<typeof letterFor>>) {
  const calendar = new ICAL.Component(ICAL.parse(letter?.attachments?.[0]?.content ?? ""));
  const [event] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { method: calendar.getFirstPropertyValue("method"), event };
}

describe("a plan", () => {
  it("is kept with its agenda in order, listed, counted, and told to everybody but who planned it", async () => {
    const before = await as("reviewer", "review.follow", countOwnSessions);
    const { sessionId } = await planned();
    const { items, participants, startsAt, endsAt, state } = await session(sessionId);
    expect(items.map(({ title, minutesPlanned }) => [title, minutesPlanned])).toEqual([
      ["Maya", 20],
      ["The hinge", null],
    ]);
    expect(participants.map(({ id: one }) => one).sort()).toEqual([id("editor"), id("reviewer"), id("viewer")].sort());
    expect([startsAt, endsAt, state]).toEqual(["2030-11-30T09:00:00.000Z", "2030-11-30T10:00:00.000Z", "planned"]);
    const list = await as("reviewer", "review.follow", (scope) =>
      listSessions(scope, { workspaceId: tenant.workspaceId, which: "coming", limit: 10 }),
    );
    expect(list.items.find((one) => one.id === sessionId)).toMatchObject({
      ...{ items: 2, people: 3, decided: 0, isMine: true, titles: ["Maya", "The hinge"] },
    });
    expect((await as("reviewer", "review.follow", countOwnSessions)).count).toBe(before.count + 1);
    expect(await noticesOf("viewer", sessionId)).toEqual(["session.invited"]);
    expect(await noticesOf("editor", sessionId)).toEqual([]);
  });

  test.each<[string, () => Partial<PlanInput>]>([
    ["Put at least one document on the agenda.", () => ({ items: [] })],
    ["Ask at least one person beside the facilitator to come.", () => ({ participantIds: [id("editor")] })],
    ["A document is on the agenda twice.", () => ({ items: [...plan().items, ...plan().items] })],
    [
      "The window ends before it starts. Choose a later end.",
      () => ({ when: { mode: "window", starts: "2030-11-30T10:00", ends: "2030-11-30T10:00" } }),
    ],
    ["This time is in the past.", () => ({ when: { mode: "live", starts: "2020-11-30T10:00", minutes: 60 } })],
    ["This time zone isn’t known.", () => ({ timeZone: "Mars/Olympus" })],
    [
      "On 2030-03-31 clocks in Europe/Berlin skip 02:30: they are set forward. Choose 03:30 or another time.",
      () => ({ when: { mode: "live", starts: "2030-03-31T02:30", minutes: 60 } }),
    ],
    [
      "2030-02-30 at 10:00 isn’t in the calendar.",
      () => ({ when: { mode: "live", starts: "2030-02-30T10:00", minutes: 60 } }),
    ],
    [
      "A document on the agenda doesn’t exist any more.",
      () => ({ items: [{ documentId: id("editor"), minutes: null }] }),
    ],
    [
      "Somebody on the list is not a member of this workspace.",
      () => ({ participantIds: [tenant.persona.documentId] }),
    ],
    ["reviewer can’t facilitate", () => ({ facilitatorId: id("reviewer") })],
    [
      "An agenda holds up to 50 documents.",
      () => ({ items: Array.from({ length: 51 }, () => ({ documentId: crypto.randomUUID(), minutes: null })) }),
    ],
  ])("is refused: %s", async (sentence, part) => {
    await expect(planned(part())).rejects.toThrow(sentence);
  });

  it("is refused with a stranger, and with a document that is retired", async () => {
    const stranger = await addPerson(database.owner, "Stranger");
    await expect(planned({ participantIds: [stranger] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await as("editor", "document.retire", (scope) =>
      retireDocument(scope, segmentKind, { documentId: tenant.segment.documentId, reason: "No longer true" }),
    );
    const items = [{ documentId: tenant.segment.documentId, minutes: null }];
    await expect(planned({ items })).rejects.toThrow("Family buyers is retired.");
  });

  it("reads moments on the clocks of its zone, of two the first", () => {
    expect(momentOf("2030-10-27T02:30", "Europe/Berlin").toISOString()).toBe("2030-10-27T00:30:00.000Z");
    expect(localText("2030-10-27T00:30:00.000Z", "Europe/Berlin")).toBe("2030-10-27T02:30");
    // Lord Howe moves its clocks by half an hour.
    expect(() => momentOf("2030-10-06T02:15", "Australia/Lord_Howe")).toThrow("Choose 02:45 or another time.");
    const at = { startsAt: "2030-11-30T09:00:00Z", endsAt: "2030-11-30T10:00:00Z", timeZone: "America/New_York" };
    expect(whenText(at)).toBe("Sat 30 Nov 2030, 04:00–05:00, America/New York");
    expect(whenText({ ...at, endsAt: "2030-12-02T10:00:00Z" })).toBe(
      "Sat 30 Nov 2030, 04:00 to Mon 2 Dec 2030, 05:00, America/New York",
    );
  });

  it("is changed by who saw it last, and tells who stays, who comes and who goes", async () => {
    const { sessionId } = await planned();
    const change = (role: Role, revision: number, part: Partial<PlanInput>) =>
      as(role, "review.plan", (scope) => changePlan(scope, { sessionId, revision, ...plan(part) }));
    const [item] = (await session(sessionId)).items;
    await change("admin", 0, {
      items: [
        { documentId: tenant.scenario.documentId, minutes: 5 },
        plan().items[0] ?? { documentId: "", minutes: 1 },
      ],
      participantIds: [id("reviewer"), id("owner")],
    });
    const changed = await session(sessionId);
    expect(changed.items.map(({ title }) => title)).toEqual(["The hinge", "Maya"]);
    expect(changed.items[1]?.id, "what stays keeps what was said of it").toBe(item?.id);
    await expect(change("editor", 0, { title: "Mine" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await noticesOf("reviewer", sessionId)).toEqual(["session.changed", "session.invited"]);
    expect(await noticesOf("owner", sessionId)).toEqual(["session.invited"]);
    expect(await noticesOf("viewer", sessionId)).toEqual(["session.cancelled", "session.invited"]);
    const gone = calendarOf(await letterFor("viewer", sessionId, cancelLetter));
    expect([gone.method, gone.event?.sequence]).toEqual(["CANCEL", 1]);
    expect(await letterFor("viewer", sessionId), "who is let go isn't invited by a letter that comes late").toBeNull();
    await as("editor", "review.plan", (scope) => invitePeople(scope, { sessionId, participantIds: [id("viewer")] }));
    expect(await letterFor("viewer", sessionId, cancelLetter), "nor let go who was asked anew").toBeNull();
    expect(calendarOf(await letterFor("viewer", sessionId)).event?.sequence).toBe(2);
  });
});

describe("an invitation", () => {
  it("carries an entry that a calendar takes in, and takes out when the session is cancelled", async () => {
    const { sessionId } = await planned({ title: 'Q4; "review", the\nsecond' });
    const letter = await letterFor("reviewer", sessionId);
    expect(letter?.words).toContain(`/w/${tenant.slug}/personas/${tenant.persona.documentId}/review`);
    expect(letter?.attachments?.[0]?.contentType).toBe("text/calendar; method=REQUEST; charset=utf-8");
    const { method, event } = calendarOf(letter);
    expect([method, event?.uid, event?.sequence]).toEqual(["REQUEST", `session-${sessionId}@dramatis`, 0]);
    expect(event?.startDate.toJSDate().toISOString()).toBe("2030-11-30T09:00:00.000Z");
    expect(event?.attendees, "nobody learns the others' addresses").toHaveLength(1);
    await as("editor", "review.plan", (scope) => cancelSession(scope, sessionId, "The stores open later"));
    const cancelled = calendarOf(await letterFor("reviewer", sessionId, cancelLetter));
    expect([cancelled.method, cancelled.event?.uid, cancelled.event?.sequence]).toEqual(["CANCEL", event?.uid, 1]);
    expect(await letterFor("reviewer", sessionId)).toBeNull();
    expect(await noticesOf("reviewer", sessionId)).toEqual(["session.cancelled", "session.invited"]);
    await expect(as("editor", "review.plan", (scope) => startSession(scope, sessionId))).rejects.toMatchObject({
      code: "BLOCKED",
    });
  });
});

describe("a session", () => {
  it("is begun by its facilitator or an admin, once, and its plan stays from then on", async () => {
    const other = await addPerson(database.owner, "Other editor");
    await database.owner.sql`insert into memberships (workspace_id, user_id, role)
      values (${tenant.workspaceId}, ${other}, 'editor')`;
    const { sessionId } = await planned();
    const who = { workspaceId: tenant.workspaceId, userId: other };
    await expect(
      inScope(database.app, who, "review.plan", (scope) => startSession(scope, sessionId)),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await Promise.all(
      (["editor", "admin"] as const).map((role) => as(role, "review.plan", (scope) => startSession(scope, sessionId))),
    );
    expect((await session(sessionId)).state).toBe("open");
    await expect(
      as("editor", "review.plan", (scope) => changePlan(scope, { sessionId, revision: 0, ...plan() })),
    ).rejects.toThrow("This session has begun.");
  });
});

describe("an agenda", () => {
  it("is filled with what is overdue, what drifts, what people answer for, and what is found by name", async () => {
    const { workspaceId, persona, scenario } = tenant;
    await database.owner.sql`update freshness set overdue_at = now() - interval '1 day'
      where document_id = ${persona.documentId}`;
    await database.owner.sql`insert into document_marks (workspace_id, document_id, mark, sentence, source_id)
      values (${workspaceId}, ${scenario.documentId}, 'drifting', 'It moved.', ${scenario.documentId})`;
    const suggested = async (input: Partial<Parameters<typeof suggestItems>[1]>) => {
      const items = await as("editor", "review.plan", (scope) =>
        suggestItems(scope, { workspaceId, source: "all", text: "", participantIds: [], ...input }),
      );
      return items.map(({ title }) => title);
    };
    expect(await suggested({ source: "overdue" })).toEqual(["Maya"]);
    expect(await suggested({ source: "drifting" })).toEqual(["The hinge"]);
    expect(await suggested({ source: "people", participantIds: [id("reviewer")] })).toEqual([]);
    await database.owner.sql`insert into document_verifiers (workspace_id, document_id, user_id)
      values (${workspaceId}, ${persona.documentId}, ${id("reviewer")})`;
    expect(await suggested({ source: "people", participantIds: [id("reviewer")] })).toEqual(["Maya"]);
    expect(await suggested({ text: "hIN" })).toEqual(["The hinge"]);
    expect(await suggested({ text: "%" })).toEqual([]);
  });
});
