// Files over HTTP onto the disk, through the endpoint as api.ts builds it, with a real database and real readers.
import { existsSync } from "node:fs";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { imports } from "@/server/db/schema/dataset";
import { uploadEndpoint } from "@/server/http/upload-endpoint";
import type { RequestContext } from "@/server/trpc/procedures";
import { API_HEADERS, UPLOAD_PATH } from "@/shared/api-convention";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { silentEvents } from "@/testing/silent-events";
import { uploadedFile, uploadFolder, uploadsFolder } from "./upload-files";
import { discardUpload } from "./use-cases/discard-upload";
import { lookAtUpload } from "./use-cases/look-at-upload";
import { readUpload } from "./use-cases/read-upload";
import { receiveUpload } from "./use-cases/receive-upload";
import { sweepUploads } from "./use-cases/sweep-uploads";

const APP_URL = "http://localhost:3000";
const HEADERS = { ...API_HEADERS, "content-type": "application/octet-stream", origin: APP_URL };
const TABLE = "id,age\n1,30\n2,40\n";

let database: TestDatabase;
let server: Server;
let workspaceId: string;
let people: Record<"editor" | "viewer", string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const receive = uploadEndpoint({
    appUrl: APP_URL,
    receive: async (request, upload) => receiveUpload(await contextOf(String(request.headers.cookie)), upload),
  });
  server = createServer((request, response) => {
    request.on("error", () => {});
    void receive(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await database.drop();
});
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["editor", "viewer"]));
});

/** The cookie is the person's id. */
async function contextOf(userId: string): Promise<RequestContext> {
  const session = userId === "undefined" ? null : await sessionOf(database.owner, userId);
  return {
    db: database.app.db,
    claimedUserId: async () => session?.userId ?? null,
    session: async () => session,
    sessionNow: async () => session,
    events: silentEvents(),
    ip: "",
    userAgent: "",
  };
}

const address = (of = workspaceId) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${UPLOAD_PATH}/${of}`;

async function put(body: string, over: { headers?: object; to?: string; who?: string } = {}) {
  const headers = { ...HEADERS, cookie: over.who ?? people.editor, ...over.headers };
  const response = await fetch(`${over.to ?? address()}?name=caf%C3%A9.csv`, { method: "PUT", headers, body });
  return { status: response.status, answer: (await response.json()) as Record<string, string> };
}

const rows = () => database.owner.db.select().from(imports).where(eq(imports.workspaceId, workspaceId));
const left = async () => readdir(`${uploadsFolder()}/${workspaceId}`).catch(() => []);

async function until<T>(find: () => Promise<T | undefined | null | false>): Promise<T> {
  for (;;) {
    const found = await find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("a file that was put is stored, looked at, and known by its id", async () => {
  const { status, answer } = await put(TABLE);
  expect(status).toBe(200);
  const importId = answer.importId ?? "";
  expect(existsSync(uploadedFile(workspaceId, importId))).toBe(true);
  const found = await until(async () => (await rows()).find(({ detected }) => detected !== null));
  expect(found).toMatchObject({
    id: importId,
    fileName: "café.csv",
    bytes: TABLE.length,
    state: "uploaded",
    problem: null,
  });
  expect(found.detected).toMatchObject({ rows: 2, columns: [{ name: "id" }, { name: "age" }] });
});

test("a file that is no table keeps its problem in words, and a correction that fits makes it good", async () => {
  const { answer } = await put("id;\n");
  const importId = answer.importId ?? "";
  const found = await until(async () => (await rows()).find(({ problem }) => problem !== null));
  expect(found.problem).toBe("This file has names of columns and no rows below them.");
  const format = { kind: "delimited", encoding: "utf-8", delimiter: ";", quote: null, hasHeader: false } as const;
  const upload = { workspaceId, importId, userId: people.editor, fileName: "x" };
  await expect(lookAtUpload(database.app.db, upload, { kind: "parquet" })).rejects.toMatchObject({ code: "INVALID" });
  expect((await rows())[0]?.problem).toBe(found.problem);
  await lookAtUpload(database.app.db, upload, format);
  expect((await rows())[0]).toMatchObject({ problem: null, detected: { rows: 1 } });
});

test.each([
  ["without a session", { who: "undefined" }, 401, "UNAUTHENTICATED"],
  ["from another site", { headers: { origin: "https://evil.example" } }, 403, "FORBIDDEN"],
  ["as a form", { headers: { "content-type": "text/plain" } }, 403, "FORBIDDEN"],
  ["without our header", { headers: { "x-dramatis": undefined } }, 403, "FORBIDDEN"],
])("a file %s is refused and leaves nothing", async (_, over, status, code) => {
  const given = "headers" in over ? over.headers : {};
  const headers = Object.fromEntries(Object.entries({ ...HEADERS, ...given }).filter(([, value]) => value));
  const response = await fetch(address(), {
    method: "PUT",
    headers: { ...headers, cookie: "who" in over ? over.who : people.editor } as Record<string, string>,
    body: TABLE,
  });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([status, code]);
  expect(await rows()).toEqual([]);
  expect(await left()).toEqual([]);
});

test("viewers may not, strangers learn nothing", async () => {
  expect(await put(TABLE, { who: people.viewer })).toMatchObject({ status: 403 });
  expect(await put(TABLE, { to: address(crypto.randomUUID()) })).toMatchObject({ status: 404 });
  expect(await put(TABLE, { to: address("../../etc") })).toMatchObject({ status: 404 });
  expect(await put("")).toMatchObject({ status: 422, answer: { message: "This file is empty." } });
});

/** A request whose body the test writes itself. */
function open(headers: object) {
  const sent = httpRequest(address(), { method: "PUT", headers: { ...HEADERS, cookie: people.editor, ...headers } });
  sent.on("error", () => {});
  const answered = new Promise<number>((resolve) =>
    sent.once("response", ({ statusCode }) => resolve(statusCode ?? 0)),
  );
  return { sent, answered };
}

test("two gigabytes and more are refused before a byte is stored", async () => {
  const { sent, answered } = open({ "content-length": 3_000_000_000 });
  sent.write(Buffer.alloc(1_000));
  expect(await answered).toBe(429);
  sent.destroy();
  expect(await rows()).toEqual([]);
  expect(await left()).toEqual([]);
});

test("an upload that breaks off leaves nothing", async () => {
  const { sent } = open({ "content-length": 1_000_000 });
  sent.write(Buffer.alloc(300_000));
  await until(async () => (await rows()).length === 1 && (await left()).length === 1);
  sent.destroy();
  await until(async () => (await rows()).length === 0 && (await left()).length === 0);
});

test("several people upload at once, but not any number", async () => {
  const under = Array.from({ length: 4 }, () => open({ "content-length": 100 }));
  for (const { sent } of under) sent.write("id,age\n");
  await until(async () => (await rows()).length === 4);
  expect(await put(TABLE)).toMatchObject({ status: 429 });
  for (const { sent } of under) sent.end(Buffer.alloc(93, "1,2\n"));
  for (const { answered } of under) expect(await answered).toBe(200);
  expect(await put(TABLE)).toMatchObject({ status: 200 });
});

test("an upload can be discarded, once", async () => {
  const { answer } = await put(TABLE);
  const importId = answer.importId ?? "";
  const who = { userId: people.editor, workspaceId };
  await inScope(database.app, who, "data.import", (scope) => discardUpload(scope, importId));
  expect(existsSync(uploadFolder(workspaceId, importId))).toBe(false);
  await expect(inScope(database.app, who, "data.import", (scope) => readUpload(scope, importId))).rejects.toMatchObject(
    {
      code: "NOT_FOUND",
    },
  );
});

test("files that nobody imports are gone after a day, and those of an import that runs stay", async () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const add = async (state: "uploaded" | "uploading" | "running" | "done" | "failed", hours: number) => {
    const id = crypto.randomUUID();
    await database.owner.db.insert(imports).values({
      id,
      workspaceId,
      createdBy: people.editor,
      fileName: state,
      bytes: 1,
      state,
      detected: state === "failed" ? { firstRows: [["Ada Lovelace"]] } : null,
      aliveAt: hoursAgo(hours),
    });
    await mkdir(uploadFolder(workspaceId, id), { recursive: true });
    await writeFile(uploadedFile(workspaceId, id), "x");
    await utimes(uploadFolder(workspaceId, id), hoursAgo(hours), hoursAgo(hours));
    return id;
  };
  const again = await add("failed", 20);
  const kept = [await add("uploaded", 20), await add("running", 30), await add("uploading", 0), again];
  const ended = [await add("done", 30), await add("failed", 25)];
  await add("uploaded", 25);
  await add("uploading", 1);
  await sweepUploads(database.app.db);
  expect((await left()).toSorted()).toEqual(kept.toSorted());
  expect((await rows()).map(({ id }) => id).toSorted()).toEqual([...kept, ...ended].toSorted());
  // Rows of customers, quoted so that another plan can be made of them.
  expect((await rows()).filter(({ detected }) => detected !== null).map(({ id }) => id)).toEqual([again]);
});
