// Log and metrics as operators get them, of the real router on a real database behind the real door.
import { request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fillEnv } from "@/env";
import { readCalendar } from "@/features/reminders/calendar/use-cases/read-calendar";
import { reportFailure } from "@/server/failure-report";
import { calendarEndpoint } from "@/server/http/calendar-endpoint";
import { callerOf, frontDoor } from "@/server/http/front-door";
import { metricsEndpoint } from "@/server/http/metrics-endpoint";
import { pageRoutes } from "@/server/http/page-routes";
import { requestLog } from "@/server/http/request-log";
import { requestWatch } from "@/server/http/request-watch";
import { trpcEndpoint } from "@/server/http/trpc-endpoint";
import { webProxy } from "@/server/http/web-proxy";
import { metrics } from "@/server/metrics/metrics";
import { queueFigures } from "@/server/metrics/queue-figures";
import { API_HEADERS } from "@/shared/api-convention";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createContext } from "./context";
import { appRouter } from "./root";

const APP_URL = "http://localhost:3000";
const TOKEN = "a-token-for-scrapes";
/** What no line may hold: as addresses, words, secrets and names that people send. */
const PLANTED = "PLANTED";

let database: TestDatabase;
let door: Server;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  fillEnv({ LOG_FORMAT: "json", LOG_LEVEL: "debug", DATABASE_APP_URL: database.appUrl });
  const measured = metrics({
    live: () => ({ connections: 3, documents: 2 }),
    questions: () => ({ running: 1, waiting: 4 }),
    queues: () => queueFigures(database.owner.sql),
  });
  const procedures = new Set(Object.keys(appRouter._def.procedures));
  const routes = { isProcedure: (name: string) => procedures.has(name), pageOf: pageRoutes("src/app") };
  const unused = async () => {};
  door = frontDoor({
    appUrl: APP_URL,
    trustedProxies: 0,
    isDevelopment: false,
    watch: requestWatch(routes, [requestLog, measured.observer]),
    metrics: metricsEndpoint(TOKEN, measured),
    web: webProxy(1, APP_URL),
    live: (_request, socket) => socket.destroy(),
    api: trpcEndpoint({
      router: appRouter,
      appUrl: APP_URL,
      createContext: (request) => createContext({ cookie: undefined, ip: callerOf(request, 0), userAgent: PLANTED }),
    }),
    uploads: unused,
    downloads: unused,
    calendars: calendarEndpoint({
      read: (token) => readCalendar(database.app.db, token, APP_URL),
      callerOf: () => "127.0.0.1",
    }),
    unreadiness: async () => undefined,
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
});
beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockImplementation((line) => {
    lines.push(String(line));
    return true;
  });
});
afterAll(async () => {
  door.closeAllConnections();
  door.close();
  await database.drop();
});

interface Ask {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Resolves when the answer has been read and its line written. */
async function ask(path: string, { body, headers = {} }: Ask = {}) {
  const method = body === undefined ? "GET" : "POST";
  const own = { host: "localhost:3000", ...API_HEADERS, "content-type": "application/json", origin: APP_URL };
  const { port } = door.address() as AddressInfo;
  const answer = await new Promise<{ status: number; id: string; text: string }>((resolve, reject) => {
    const request = httpRequest(
      { host: "127.0.0.1", port, path, method, headers: { ...own, ...headers } },
      async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, id: String(response.headers["x-request-id"]), text });
      },
    );
    request.once("error", reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await vi.waitFor(() => expect(logged().some(({ id }) => id === answer.id)).toBe(true));
  return answer;
}

function logged(): Record<string, unknown>[] {
  return lines.map((line) => JSON.parse(line));
}

test("each request leaves one line, with the number of its answer and nothing that was sent", async () => {
  const before = lines.length;
  const asked = [
    await ask("/api/trpc/accounts.signUp", {
      body: { email: `${PLANTED}@example.com`, name: `${PLANTED} Person`, password: `${PLANTED} measure twice` },
    }),
    await ask("/api/trpc/accounts.signUp", { body: { email: PLANTED, extra: PLANTED } }),
    await ask(`/api/trpc/invitations.preview?input=${encodeURIComponent(JSON.stringify({ token: PLANTED }))}`),
    await ask(`/api/trpc/${PLANTED}.x,accounts.${PLANTED}?batch=1`, { body: {} }),
    await ask(`/api/trpc/search.find?input=${PLANTED}`),
    await ask(`/calendar/${PLANTED.padEnd(43, "x")}.ics`),
    await ask(`/invitations/${PLANTED}?email=${PLANTED}`),
    await ask(`/w/${PLANTED}/personas/${PLANTED}?title=${PLANTED}`, { headers: { referer: PLANTED, cookie: PLANTED } }),
    await ask(`/reset-password?token=${PLANTED}`),
    await ask(`/${PLANTED}/%zz`, { headers: { "x-forwarded-for": PLANTED, "user-agent": PLANTED } }),
    await ask("/", { headers: { host: `${PLANTED}.example` } }),
  ];
  const own = logged().slice(before);
  for (const { id } of asked) expect(own.filter((line) => line.event === "request" && line.id === id)).toHaveLength(1);
  expect(lines.join("")).not.toContain(PLANTED);
  expect(lines.join("")).not.toContain("127.0.0.1");
  const routes = own.filter(({ event }) => event === "request").map(({ route, status }) => `${route} ${status}`);
  expect(routes).toMatchInlineSnapshot(`
    [
      "accounts.signUp 200",
      "accounts.signUp 400",
      "invitations.preview 400",
      "unknown 404",
      "search.find 400",
      "/calendar 404",
      "/invitations/[token] 502",
      "/w/[slug]/personas/[documentId] 502",
      "/reset-password 502",
      "other 502",
      "/ 421",
    ]
  `);
});

test("a failure of the database is reported by class, code and place under the number of its request", async () => {
  await database.owner.sql`alter table users rename to people`;
  try {
    const { status, id } = await ask("/api/trpc/accounts.signUp", {
      body: { email: `${PLANTED}.two@example.com`, name: `${PLANTED} Person`, password: `${PLANTED} measure twice` },
    });
    const failure = logged().find((line) => line.event === "failure" && line.request === id);
    expect(status).toBe(500);
    expect(failure).toMatchObject({ level: "error", where: "api", in: "accounts.signUp" });
    expect(JSON.stringify(failure)).toMatch(/42P01.*frames/);
  } finally {
    await database.owner.sql`alter table people rename to users`;
  }
  const shaped = new Error(`${PLANTED}\n    at ${PLANTED} (inside:1:1)`);
  shaped.name = `${PLANTED} ${PLANTED}`;
  reportFailure("test", undefined, Object.assign(shaped, { code: `${PLANTED}@example.com` }));
  expect(lines.join("")).not.toContain(PLANTED);
});

test("Prometheus reads figures that move, and nobody else learns that they are there", async () => {
  const bearer = { authorization: `Bearer ${TOKEN}` };
  for (const headers of [{}, { authorization: "Bearer wrong" }, { authorization: TOKEN }]) {
    expect((await ask("/api/metrics", { headers })).status).toBe(404);
  }
  const read = async () => samplesOf((await ask("/api/metrics", { headers: bearer })).text);
  const before = await read();
  await ask("/api/trpc/accounts.entrance");
  await database.owner.sql`select enqueue_job('unheard-of', '{}'::json, 'one')`;
  const after = await read();
  const health = 'dramatis_http_requests_total{route="accounts.entrance",method="GET",status="200"}';
  expect((after.get(health) ?? 0) - (before.get(health) ?? 0)).toBe(1);
  expect(after.get('dramatis_http_request_duration_seconds_count{route="accounts.entrance"}')).toBeGreaterThan(0);
  expect(after.get("dramatis_jobs_waiting")).toBe((before.get("dramatis_jobs_waiting") ?? 0) + 1);
  const expected = { database_up: 1, live_connections: 3, live_documents: 2, questions_waiting: 4, streams: 0 };
  for (const [name, value] of Object.entries(expected)) expect(after.get(`dramatis_${name}`), name).toBe(value);
  for (const name of ["dramatis_deliveries_failed", "dramatis_jobs_oldest_seconds", "process_resident_memory_bytes"]) {
    expect([...after.keys()]).toContain(name);
  }
  expect([...after.keys()].some((key) => /^dramatis_build_info\{version="[\d.]+",node="[\d.]+"\}$/.test(key))).toBe(
    true,
  );
  expect([...after.keys()].join()).not.toContain(PLANTED);
});

/** The text format, read by its grammar: anything else throws. */
function samplesOf(text: string): Map<string, number> {
  const samples = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return new Map(
    samples.map((line) => {
      const parts = /^([a-z_:][\w:]*(?:\{(?:\w+="(?:[^"\\\n]|\\.)*",?)*\})?) (\S+)$/i.exec(line);
      if (!parts?.[1]) throw new Error(`not a sample: ${line}`);
      return [parts[1], Number(parts[2])];
    }),
  );
}
