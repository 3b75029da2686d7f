// The door as it is built in processes/api.ts, with a router that counts, before a page server that repeats.
import { createServer, request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { type RequestContext, router, visitorProcedure } from "@/server/trpc/procedures";
import { API_HEADERS, API_PATH } from "@/shared/api-convention";
import { silentEvents } from "@/testing/silent-events";
import { callerOf, frontDoor } from "./front-door";
import { requestWatch } from "./request-watch";
import { trpcEndpoint } from "./trpc-endpoint";
import { webProxy } from "./web-proxy";

const APP_URL = "http://localhost:3000";
const SAME_ORIGIN = { ...API_HEADERS, "content-type": "application/json", origin: APP_URL };

let changes = 0;
let ended = () => {};
const testRouter = router({
  change: visitorProcedure.mutation(() => ++changes),
  echo: visitorProcedure.input(z.string()).mutation(({ input }) => {
    changes++;
    return input;
  }),
  large: visitorProcedure.query(() => "dramatis ".repeat(5000)),
  fails: visitorProcedure.input(z.string()).query(({ input }) => {
    throw new Error(`a database would quote ${input}`, { cause: new TypeError(`and ${input} again`) });
  }),
  ticks: visitorProcedure.subscription(async function* () {
    yield "one";
    yield "two";
  }),
  waits: visitorProcedure.subscription(async function* ({ signal }) {
    yield "at once";
    await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
    ended();
  }),
  whoami: visitorProcedure.query(({ ctx }) => ctx.ip),
});

/** Tells what reached it, as `next start` would see it. */
const pages = createServer((request, response) => {
  if (request.url === "/break") return request.socket.destroy();
  response.end(JSON.stringify({ url: request.url, headers: request.headers }));
});
let door: Server;
let doorWithoutPages: Server;

const portOf = (server: Server) => (server.address() as AddressInfo).port;
const listen = (server: Server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

function doorBefore(webPort: number): Server {
  const createContext = (request: IncomingMessage): RequestContext => ({
    // No procedure here asks the database.
    db: undefined as unknown as RequestContext["db"],
    claimedUserId: async () => null,
    session: async () => null,
    sessionNow: async () => null,
    events: silentEvents(),
    ip: callerOf(request, 1),
    userAgent: "",
  });
  return frontDoor({
    metrics: async (_request, response) => void response.end(),
    watch: requestWatch({ isProcedure: () => false, pageOf: () => undefined }, []),
    live: (_request, socket) => socket.destroy(),
    appUrl: APP_URL,
    trustedProxies: 1,
    isDevelopment: false,
    web: webProxy(webPort, APP_URL),
    api: trpcEndpoint({ router: testRouter, appUrl: APP_URL, createContext }),
    uploads: async (_request, response) => void response.end(),
    downloads: async (_request, response) => void response.end(),
    calendars: async (_request, response) => void response.end(),
    unreadiness: async () => "No worker is running.",
  });
}

beforeAll(async () => {
  await listen(pages);
  door = doorBefore(portOf(pages));
  // A port that nothing listens on.
  doorWithoutPages = doorBefore(1);
  await Promise.all([listen(door), listen(doorWithoutPages)]);
});
afterAll(() => {
  for (const server of [door, doorWithoutPages, pages]) server.close();
  pages.closeAllConnections();
});
beforeEach(() => {
  changes = 0;
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly raw: Buffer;
  readonly text: string;
}

/** Plain HTTP: `fetch` forbids half of the headers that an attacker is free to send. */
function ask(
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
  server = door,
) {
  return new Promise<Answer>((resolve, reject) => {
    const headers = { host: "localhost:3000", ...init.headers };
    const options = { host: "127.0.0.1", port: portOf(server), path, method: init.method ?? "GET", headers };
    const request = httpRequest(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const raw = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, raw, text: raw.toString() });
      });
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(init.body);
  });
}

const post = (path: string, headers: Record<string, string>, body = "") =>
  ask(`/api/trpc/${path}`, { method: "POST", headers, body });

test("a change from our own page is made", async () => {
  const answer = await post("change", SAME_ORIGIN);
  expect([answer.status, changes]).toEqual([200, 1]);
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("a page that tells no origin but is ours may change, too", async () => {
  const { origin: _origin, ...rest } = SAME_ORIGIN;
  expect((await post("change", { ...rest, "sec-fetch-site": "same-origin" })).status).toBe(200);
});

test.each<[string, Record<string, string | undefined>]>([
  ["a form with files", { "content-type": "multipart/form-data; boundary=x" }],
  ["a plain form", { "content-type": "application/x-www-form-urlencoded" }],
  ["text", { "content-type": "text/plain" }],
  ["a binary body", { "content-type": "application/octet-stream" }],
  ["no type", { "content-type": undefined }],
  ["a type that only begins like ours", { "content-type": "application/jsonp" }],
  ["no header of ours", { "x-dramatis": undefined }],
  ["another site", { origin: "https://evil.example" }],
  ["another port of this machine", { origin: "http://localhost:4000" }],
  ["an origin that hides", { origin: "null" }],
  ["a sister site", { "sec-fetch-site": "same-site" }],
  ["another site that shows our origin", { "sec-fetch-site": "cross-site" }],
  ["nobody", { origin: undefined }],
])("%s is refused, and nothing runs", async (_who, change) => {
  const headers = Object.entries({ ...SAME_ORIGIN, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  for (const path of ["change", "change,change?batch=1"]) {
    expect((await post(path, Object.fromEntries(headers))).status).toBe(403);
  }
  expect(changes).toBe(0);
});

test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])("%s changes nothing", async (method) => {
  const open = await ask("/api/trpc/change", { method });
  const proper = await ask("/api/trpc/change", { method, headers: SAME_ORIGIN });
  expect([open.status, proper.status, changes]).toEqual([403, 405, 0]);
});

test("a change can't be made by reading", async () => {
  expect((await ask("/api/trpc/change")).status).toBe(405);
  expect((await ask("/api/trpc/change", { headers: { "x-http-method-override": "POST" } })).status).toBe(405);
  expect(changes).toBe(0);
});

test("ten calls go in one request, and eleven don't", async () => {
  const calls = (count: number) => post(`${Array(count).fill("change").join(",")}?batch=1`, SAME_ORIGIN, "{}");
  expect((await calls(10)).status).toBe(200);
  expect(changes).toBe(10);
  expect((await calls(11)).status).toBe(400);
  expect(changes).toBe(10);
});

test("a body over 1 MB is refused, announced or not", async () => {
  const body = JSON.stringify("x".repeat(1024 * 1024));
  expect((await post("echo", { ...SAME_ORIGIN, "content-length": String(body.length) }, body)).status).toBe(413);
  expect((await post("echo", { ...SAME_ORIGIN, "transfer-encoding": "chunked" }, body)).status).toBe(413);
  expect(changes).toBe(0);
  expect((await post("echo", SAME_ORIGIN, JSON.stringify("x".repeat(1024 * 1024 - 3)))).status).toBe(200);
});

test("refusals can be read by the browser's client", async () => {
  const { error } = JSON.parse((await post("change", {})).text);
  expect(error.data).toMatchObject({ code: "FORBIDDEN", httpStatus: 403 });
});

test("a failure of ours is logged by class and place, and neither log nor answer repeats what was sent", async () => {
  const log = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const answer = await ask(`/api/trpc/fails?input=${encodeURIComponent('"canary"')}`);
  const logged = log.mock.calls.map(([text]) => String(text)).join("");
  expect(answer.status).toBe(500);
  expect(logged).toMatch(/ERROR failure where=api in=fails request=[\w-]{36} error=Error because=TypeError\n +at /);
  expect(logged).toContain(`request=${answer.headers["x-request-id"]} `);
  expect(answer.text + logged).not.toContain("canary");
});

test("a subscription's first words arrive while it is open, uncompressed, and it ends when its reader goes", async () => {
  const over = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const aborting = new AbortController();
  const answer = await fetch(`http://localhost:${portOf(door)}${API_PATH}/waits`, {
    headers: { accept: "text/event-stream", "accept-encoding": "gzip" },
    signal: aborting.signal,
  });
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(answer.headers.get("x-accel-buffering")).toBe("no");
  let read = "";
  for await (const piece of answer.body ?? []) {
    read += Buffer.from(piece).toString();
    if (read.includes("at once")) break;
  }
  aborting.abort();
  await over;
});

test("a subscription is answered as it happens", async () => {
  const { headers, text } = await ask("/api/trpc/ticks");
  expect(headers["content-type"]).toContain("text/event-stream");
  expect(text).toMatch(/data: "one"[\s\S]+data: "two"/);
});

test("a large answer is compressed for those who can read it", async () => {
  const packed = await ask("/api/trpc/large", { headers: { "accept-encoding": "gzip, br" } });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(packed.raw.length).toBeLessThan(2000);
  const plain = await ask("/api/trpc/large");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(gunzipSync(packed.raw).toString()).toBe(plain.text);
});

test("health asks nobody, and readiness gives its reason", async () => {
  const health = await ask("/api/health", { headers: { host: "10.1.2.3" } });
  expect([health.status, health.text]).toEqual([200, '{"status":"ok"}']);
  const ready = await ask("/api/ready");
  expect([ready.status, JSON.parse(ready.text).reason]).toEqual([503, "No worker is running."]);
});

test.each(["evil.example", "localhost.evil.example", "10.1.2.3:3000", "a b"])(
  "a name that isn't ours (%s) leads nowhere",
  async (host) => {
    for (const path of ["/", "/api/trpc/whoami"]) {
      const { status, text } = await ask(path, { headers: { host } });
      expect([400, 421]).toContain(status);
      expect(text).not.toContain("127.0.0.1");
    }
  },
);

test.each([
  "/api/auth/session",
  "/api/auth/session/",
  "/api/auth/session?x=1",
  "//api//auth/session",
  "/api/auth/%73ession",
  "/api\\auth\\session",
])("%s is not found", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test("nobody can forge who or where they are", async () => {
  const forged = {
    "x-real-ip": "6.6.6.6",
    "x-forwarded-for": "6.6.6.6, 203.0.113.7",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-port": "666",
    forwarded: "for=6.6.6.6;host=evil.example",
    "x-dramatis-path": "/evil",
    "x-middleware-subrequest": "src/proxy",
    "content-security-policy": "script-src 'nonce-mine'",
  };
  const { headers } = JSON.parse((await ask("/w/a?b=c", { headers: forged })).text);
  expect(headers).toMatchObject({
    "x-real-ip": "203.0.113.7",
    "x-forwarded-for": "203.0.113.7",
    "x-forwarded-host": "localhost:3000",
    "x-forwarded-proto": "http",
    "x-dramatis-path": "/w/a?b=c",
  });
  expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|666|src\/proxy|nonce-mine/);
  const { result } = JSON.parse((await ask("/api/trpc/whoami", { headers: forged })).text);
  expect(result.data).toBe("203.0.113.7");
});

test("every answer says how it may be used", async () => {
  for (const path of ["/", "/api/health", "/api/trpc/whoami", "/api/auth/session"]) {
    expect((await ask(path)).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-frame-options": "DENY",
    });
  }
});

test("while the pages are starting one is told so, and the API answers", async () => {
  const page = await ask("/", {}, doorWithoutPages);
  expect([page.status, page.text.includes("Dramatis is starting")]).toEqual([502, true]);
  expect((await ask("/api/trpc/whoami", {}, doorWithoutPages)).status).toBe(200);
});

test("a page server that breaks off, a socket, and noise don't end the door", async () => {
  expect((await ask("/break")).status).toBe(502);
  await Promise.all(
    [
      "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      "GET /_next/hmr HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
      "\u0000\u0001 nonsense\r\n\r\n",
      "POST /api/trpc/echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nbroken",
    ].map(
      (text) =>
        new Promise<void>((resolve) => {
          const socket = connect(portOf(door), "127.0.0.1", () => socket.write(text));
          socket.once("data", (data) => {
            expect(data.toString()).toMatch(/^HTTP\/1\.1 (400|403|404)/);
            socket.destroy();
            resolve();
          });
        }),
    ),
  );
  expect((await ask("/api/health")).status).toBe(200);
});
