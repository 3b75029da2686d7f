// What an event makes of the documents that it may touch, on a real database.
import { afterAll, beforeAll, expect, it } from "vitest";
import { readDocument } from "@/features/documents/use-cases/read-document";
import { freshnessOf } from "@/features/documents/verification/freshness-rules";
import { personaKind } from "@/features/personas/persona-kind";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { addTenant, type Tenant } from "@/testing/tenant";
import { logEventInput } from "./event-contract";
import { eventSentence } from "./event-rules";
import { logEvent, removeEvent } from "./use-cases/log-event";
import { readEvents } from "./use-cases/read-events";

let database: TestDatabase;
let tenant: Tenant;
beforeAll(async () => {
  database = await createTestDatabase();
  tenant = await addTenant(database);
});
afterAll(() => database.drop());

const as = (role: "editor" | "viewer") => ({ workspaceId: tenant.workspaceId, userId: tenant.people[role].userId });
const events = (role: "editor" | "viewer" = "editor") =>
  inScope(database.app, as(role), "document.read", (scope) => readEvents(scope));
const persona = () =>
  inScope(database.app, as("editor"), "document.read", async (scope) => {
    return (await readDocument(scope, personaKind, tenant.persona.documentId)).document;
  });
const ask = (change: Record<string, unknown> = {}) => ({
  ...{
    workspaceId: tenant.workspaceId,
    kind: "launch",
    title: "Click and collect",
    note: "",
    happenedOn: "2026-11-20",
  },
  ...{ documentIds: [tenant.persona.documentId, tenant.segment.documentId], ...change },
});

it("an event makes documents due with its words, until it is removed; others' events stay", async () => {
  const { eventId } = await inScope(database.app, as("editor"), "cadence.set", (scope) =>
    logEvent(scope, logEventInput.parse(ask())),
  );
  const { freshness, marks } = await persona();
  expect(marks.map(({ sentence }) => sentence)).toEqual([
    "New price on 1 Nov 2026: Delivery costs more.",
    "Launch on 20 Nov 2026: Click and collect.",
  ]);
  expect(freshnessOf({ facts: freshness, marks }, new Date()).state).toBe("due");
  expect((await events("viewer"))[0]).toMatchObject({
    title: "Click and collect",
    waiting: [{ title: "Family buyers" }, { title: "Maya" }],
  });

  await inScope(database.app, as("editor"), "cadence.set", (scope) => removeEvent(scope, eventId));
  expect((await persona()).marks.map(({ sourceId }) => sourceId)).toEqual([tenant.event.eventId]);
  expect((await events()).map(({ id }) => id)).toEqual([tenant.event.eventId]);
});

it("of documents that aren't there or in use nothing is logged", async () => {
  const documentIds = [tenant.persona.documentId, crypto.randomUUID()];
  await expect(
    inScope(database.app, as("editor"), "cadence.set", (scope) =>
      logEvent(scope, logEventInput.parse(ask({ documentIds }))),
    ),
  ).rejects.toThrow("One of the documents is gone or retired. Choose again.");
  expect(await events()).toHaveLength(1);
});

it.each([
  ["no such day", { happenedOn: "2026-02-30" }],
  ["a day of no calendar", { happenedOn: "0001-01-01" }],
  ["a moment", { happenedOn: "2026-11-20T10:00:00Z" }],
  ["no title", { title: "  " }],
  ["nothing touched", { documentIds: [] }],
  ["an unknown kind", { kind: "war" }],
])("%s is refused", (_, change) => {
  expect(logEventInput.safeParse(ask(change)).success).toBe(false);
});

it("says its day with its year, and ends as a sentence", () => {
  const event = { kind: "other", title: "What now?", happenedOn: "2026-01-02" } as const;
  expect(eventSentence(event)).toBe("Event on 2 Jan 2026: What now?");
});
