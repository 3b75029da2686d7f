// Somebody types on while their question is asked: over HTTP, down to the database of the snapshot.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { EventNode, RuleRow } from "@/features/datasets/rules/rule-rules";
import { appQuestions } from "@/features/datasets/snapshots/snapshot-files";
import type { QuestionEngine } from "@/server/duckdb/question-engine";
import { trpcEndpoint } from "@/server/http/trpc-endpoint";
import { type RequestContext, router } from "@/server/trpc/procedures";
import { API_HEADERS, API_PATH } from "@/shared/api-convention";
import { addCustomerData } from "@/testing/customer-data";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { addSegment, isAnyOf, ruleRow } from "@/testing/measured-segment";
import { sessionOf } from "@/testing/sessions";
import { silentEvents } from "@/testing/silent-events";
import { measuringProcedures } from "./measuring-procedures";

const APP_URL = "http://localhost:3000";
const CUSTOMERS = 2_000;
const EVENTS = 200_000;

let database: TestDatabase;
let server: Server;
let who: { readonly workspaceId: string; readonly userId: string };
let datasetId: string;
let documentId: string;
let engine: QuestionEngine;

beforeAll(async () => {
  database = await createTestDatabase();
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  who = { workspaceId, userId: people.editor };
  ({ datasetId } = await inScope(database.app, who, "data.import", ({ tx }) =>
    addCustomerData(tx, who, {
      traits: { city: "text" },
      customers: Array.from({ length: CUSTOMERS }, (_, n) => ({ id: `c${n}`, city: n % 4 === 0 ? "Lyon" : "Graz" })),
      events: {
        properties: { amount: "number" },
        amount: "amount",
        rows: Array.from({ length: EVENTS }, (_, n) => ({
          ...{ of: `c${(n * 7) % CUSTOMERS}`, amount: n % 997 },
          at: `2026-${String(1 + (n % 9)).padStart(2, "0")}-${10 + (n % 19)} 10:00:00`,
        })),
      },
    }),
  ));
  documentId = await inScope(database.app, who, "draft.edit", (scope) =>
    addSegment(scope, { title: "Written", datasetId, rows: [ruleRow(isAnyOf("city", "Lyon"))] }),
  );
  const session = await sessionOf(database.owner, who.userId);
  const context: RequestContext = {
    ...{ db: database.app.db, events: silentEvents(), ip: "", userAgent: "" },
    claimedUserId: async () => who.userId,
    session: async () => session,
    sessionNow: async () => session,
  };
  const endpoint = trpcEndpoint({
    ...{ router: router({ segments: router(measuringProcedures) }), appUrl: APP_URL },
    createContext: () => context,
  });
  server = createServer((request, response) => void endpoint(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  engine = await appQuestions();
}, 60_000);
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.drop();
});

/** As a browser asks while somebody types. */
function ask(rows: readonly RuleRow[], signal?: AbortSignal): Promise<Response> {
  const { workspaceId } = who;
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${API_PATH}/segments.countRule`, {
    method: "POST",
    headers: { ...API_HEADERS, "content-type": "application/json", origin: APP_URL },
    body: JSON.stringify({ workspaceId, documentId, datasetId, snapshotId: null, match: "all", pins: [], rows }),
    ...(signal ? { signal } : {}),
  });
}

const inLyon = () => [ruleRow(isAnyOf("city", "Lyon"))];

/** A hundred passes over all events in one question; `salt` makes it another question. */
function heavy(salt: number): readonly RuleRow[] {
  return Array.from({ length: 100 }, (_, n) => {
    const where = { k: "trait", trait: "amount", label: "amount", type: "number", op: "at-least" } as const;
    const node: EventNode = {
      ...{ k: "events", event: null, aggregate: "days", of: null, op: "at-most", value: 1_000, window: null },
      where: [{ ...where, value: salt + n / 1_000 }],
    };
    return ruleRow(node);
  });
}

interface UnderWay {
  readonly answer: Promise<unknown>;
}
/** What the engine works at, and its connections that nothing runs on. */
const underWay = (): readonly UnderWay[] => [...(Reflect.get(engine, "askings") as Map<string, UnderWay>).values()];
const idle = (): readonly object[] => [...(Reflect.get(engine, "idle") as readonly object[])];

test("a question whose browser has gone is interrupted, and its connection answers the next one", async () => {
  expect(await (await ask(inLyon())).json()).toMatchObject({ result: { data: { count: CUSTOMERS / 4 } } });
  const connections = idle();
  expect(connections).toHaveLength(1);
  const before = process.cpuUsage();
  for (const salt of [1, 2, 3]) {
    const stop = new AbortController();
    const gone = expect(ask(heavy(salt), stop.signal)).rejects.toThrow("typed on");
    // It runs: it has taken the connection.
    await vi.waitFor(() => expect([underWay().length, idle().length]).toEqual([1, 0]), {
      timeout: 30_000,
      interval: 2,
    });
    const [asked] = underWay();
    stop.abort(new Error("typed on"));
    await gone;
    await expect(asked?.answer).rejects.toMatchObject({ name: "AbortError" });
    expect(underWay()).toEqual([]);
    expect(idle()).toEqual(connections);
  }
  const givenUp = process.cpuUsage(before);
  expect(await (await ask([...inLyon(), ruleRow(isAnyOf("city", "Graz"))])).json()).toMatchObject({
    result: { data: { count: 0 } },
  });
  // Three that were broken off took less work than one that wasn't: none of them ran on to its end unseen.
  const between = process.cpuUsage();
  expect(await (await ask(heavy(5))).json()).toMatchObject({ result: { data: { count: CUSTOMERS } } });
  expect(givenUp.user).toBeLessThan(process.cpuUsage(between).user);
  expect(idle()).toEqual(connections);
}, 60_000);

test("a question that somebody else waits for goes on when one of them has gone", async () => {
  const rows = heavy(4);
  const stop = new AbortController();
  const gone = expect(ask(rows, stop.signal)).rejects.toThrow("typed on");
  await vi.waitFor(() => expect([underWay().length, idle().length]).toEqual([1, 0]), { timeout: 30_000, interval: 2 });
  const [asked] = underWay();
  const other = ask(rows);
  await vi.waitFor(() => expect(Reflect.get(asked ?? {}, "waiting")).toBe(2), { timeout: 30_000, interval: 2 });
  stop.abort(new Error("typed on"));
  await gone;
  expect(await (await other).json()).toMatchObject({ result: { data: { count: CUSTOMERS } } });
}, 60_000);
