// The one command as people use it: real processes, a real database, faults as they happen. Needs the build.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { BODY_FRAGMENT } from "@/features/documents/bodies/body-rules";
import { connect } from "@/server/db/client";
import { freePort } from "@/server/db/embedded-postgres";
import { readPostmaster } from "@/server/db/postmaster";
import { API_HEADERS } from "@/shared/api-convention";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { busyPerson, type Caller, call } from "@/testing/busy-people";
import { createTestDatabase } from "@/testing/database";
import { liveEditor } from "@/testing/live-editor";
import { signIn } from "@/tooling/bench/sign-in";
import { EXIT } from "./exit-codes.mjs";

interface Run {
  readonly process: ChildProcess;
  readonly url: string;
  readonly ended: Promise<number | null>;
  output(): string;
}

let folder: string;
/** Of an installation that most tests share, so that its database is made once. */
let home: string;
const runs: Run[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "dramatis-start-"));
  chmodSync(folder, 0o711);
  home = path.join(folder, "home");
});
async function stopAll(): Promise<void> {
  for (const { process, ended } of runs.splice(0)) {
    process.kill("SIGTERM");
    await ended;
  }
}
afterEach(stopAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` without npm, with nothing in the environment but `values`. */
async function start(values: Record<string, string> = {}): Promise<Run> {
  const port = values.PORT ?? String(await freePort());
  const PATH = [path.dirname(process.execPath), "/usr/bin", "/bin"].join(":");
  const child = spawn(process.execPath, ["src/processes/launch.mjs", "start"], {
    env: { NODE_ENV: "production", PATH, DATA_DIR: home, PORT: port, ...values },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const run = { process: child, url: `http://localhost:${port}`, ended, output: () => text };
  runs.push(run);
  return run;
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await sleep(50);
  }
}

async function startReady(values: Record<string, string> = {}): Promise<Run> {
  const run = await start(values);
  const ended = run.ended.then((code) => {
    throw new Error(`ended with ${code}: ${run.output()}`);
  });
  await Promise.race([until(() => run.output().includes("Dramatis is ready"), "the summary"), ended]);
  ended.catch(() => {});
  return run;
}

/** Whether any process of the installation is left, by the database's folder and the port. */
async function isGone({ url }: Run, data = home): Promise<boolean> {
  const answers = await fetch(`${url}/api/health`).then(
    () => true,
    () => false,
  );
  return !answers && readPostmaster(path.join(data, "postgres")) === undefined;
}

test("a start shows a working product, and SIGTERM ends all of it within ten seconds", async () => {
  const run = await startReady();
  expect(run.output()).toContain(`Dramatis is ready at ${run.url}`);
  expect(run.output()).toContain(`Data lies in ${home}`);
  expect(run.output()).toMatch(/@\S+ .+owner/);

  expect(await (await fetch(`${run.url}/api/health`)).json()).toEqual({ status: "ok" });
  expect((await fetch(`${run.url}/api/ready`)).status).toBe(200);
  const page = await fetch(run.url);
  expect([page.status, page.headers.get("x-powered-by")]).toEqual([200, null]);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect((await fetch(`${run.url}/api/auth/session`)).status).toBe(404);
  const refused = await fetch(`${run.url}/api/trpc/x`, { method: "POST", headers: API_HEADERS, body: "{}" });
  expect(refused.status).toBe(403);
  for (const name of ["auth-secret", "postgres/owner-password"]) {
    expect(statSync(path.join(home, name)).mode & 0o077).toBe(0);
  }

  const asked = Date.now();
  run.process.kill("SIGTERM");
  expect(await run.ended).toBe(EXIT.OK);
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(await isGone(run)).toBe(true);
});

test("a second instance in the same folder is refused and doesn't disturb the first", async () => {
  const first = await startReady();
  const second = await start();
  expect(await second.ended).toBe(EXIT.SECOND_INSTANCE);
  expect(second.output()).toContain("Another Dramatis is running with the data in");
  expect((await fetch(`${first.url}/api/ready`)).status).toBe(200);
});

test.each([
  ["start", (run: Run) => childrenOf(run.process.pid)[0]],
  ["launcher", (run: Run) => run.process.pid],
])("kill -9 of the %s ends all that it started, and the next start works", async (_whom, pidOf) => {
  const killed = await startReady();
  const pid = pidOf(killed);
  if (pid === undefined) throw new Error("nobody to kill");
  process.kill(pid, "SIGKILL");
  // At once, while the others are still ending: that must not matter.
  const next = await startReady({ PORT: new URL(killed.url).port });
  expect((await fetch(`${next.url}/api/ready`)).status).toBe(200);
});

test("after kill -9 even of the worker, an orphaned database doesn't block the next start", async () => {
  const killed = await startReady();
  const [starter = 0] = childrenOf(killed.process.pid);
  const everybody = [starter, ...childrenOf(starter)].filter((pid) => !nameOf(pid).includes("postgres"));
  for (const pid of everybody) process.kill(pid, "SIGKILL");
  await killed.ended;
  expect(readPostmaster(path.join(home, "postgres"))).toBeDefined();
  const next = await startReady();
  expect((await fetch(`${next.url}/api/ready`)).status).toBe(200);
});

test("when one of the processes ends by itself, everything ends, and the exit code says so", async () => {
  const run = await startReady();
  const [starter = 0] = childrenOf(run.process.pid);
  const worker = childrenOf(starter).find((pid) => nameOf(pid).includes("worker.mjs"));
  process.kill(worker ?? 0, "SIGKILL");
  expect(await run.ended).toBe(EXIT.PROCESS_DIED);
  expect(run.output()).toContain('The process "worker" ended by itself (signal SIGKILL)');
  expect(await isGone(run)).toBe(true);
});

test("readiness is withdrawn while the database is away", async () => {
  const run = await startReady();
  const server = readPostmaster(path.join(home, "postgres"));
  // Those who answer on open connections as well.
  const backends = execFileSync("pgrep", ["-P", String(server?.pid)], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map(Number);
  const database = [server?.pid ?? 0, ...backends];
  for (const pid of database) process.kill(pid, "SIGSTOP");
  try {
    const answer = await fetch(`${run.url}/api/ready`);
    expect([answer.status, (await answer.json()).reason]).toEqual([503, "The database doesn't answer."]);
    expect((await fetch(`${run.url}/api/health`)).status).toBe(200);
  } finally {
    for (const pid of database) process.kill(pid, "SIGCONT");
  }
  await until(async () => (await fetch(`${run.url}/api/ready`)).status === 200, "readiness");
});

test("bad settings are all named at once, before anything is made", async () => {
  const data = path.join(folder, "never");
  const run = await start({ DATA_DIR: data, PORT: "0", SMTP_URL: "mail", OIDC_CLIENT_ID: "x" });
  expect(await run.ended).toBe(EXIT.CONFIGURATION);
  for (const name of ["PORT must", "SMTP_URL must", "OIDC_ISSUER and OIDC_CLIENT_SECRET must"]) {
    expect(run.output()).toContain(name);
  }
  expect(readdirSync(folder)).not.toContain("never");
});

test("a busy port is named", async () => {
  const neighbour: Server = createServer();
  await new Promise<void>((resolve) => neighbour.listen(0, "127.0.0.1", resolve));
  const address = neighbour.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  try {
    const run = await start({ PORT: port });
    expect(await run.ended).toBe(EXIT.PORT);
    expect(run.output()).toContain(`Port ${port} is in use by another program.`);
  } finally {
    neighbour.close();
  }
});

test("a data folder that can't be written is named", async () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const run = await start({ DATA_DIR: path.join(file, "data") });
  expect(await run.ended).toBe(EXIT.DATA_DIR);
  expect(run.output()).toContain("can't be written (ENOTDIR)");
});

test("data of another PostgreSQL is named and left as it is", async () => {
  const data = path.join(folder, "older");
  mkdirSync(path.join(data, "postgres"), { recursive: true });
  writeFileSync(path.join(data, "postgres/PG_VERSION"), "16\n");
  const run = await start({ DATA_DIR: data });
  expect(await run.ended).toBe(EXIT.POSTGRES_MAJOR);
  expect(run.output()).toContain("holds data of PostgreSQL 16");
  expect(readdirSync(path.join(data, "postgres"))).toEqual(["PG_VERSION"]);
});

test("a database that can't be reached is named without its password", async () => {
  const secret = { AUTH_SECRET: "q7Gx0d3Vt9LbYw2RkN5sHm8ZcPf4JuEa" };
  const run = await start({
    ...secret,
    DATABASE_URL: "postgres://someone:hush@127.0.0.1:1/none",
    DATA_DIR: `${home}2`,
  });
  expect(await run.ended).toBe(EXIT.DATABASE);
  expect(run.output()).toContain("The database at 127.0.0.1:1/none can't be reached");
  expect(run.output()).not.toContain("hush");
});

test("a database of one's own is migrated, and gets a role that row-level security binds, but no demo", async () => {
  const database = await createTestDatabase();
  const data = path.join(folder, "external");
  try {
    const run = await startReady({ DATABASE_URL: database.ownerUrl, DATA_DIR: data });
    expect(run.output()).not.toContain("demo");
    expect(readdirSync(data)).not.toContain("postgres");
    const role = `${new URL(database.ownerUrl).pathname.slice(1)}_app`;
    const roles = await database.owner.sql`select rolsuper, rolbypassrls from pg_roles where rolname = ${role}`;
    expect([...roles]).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  } finally {
    await stopAll();
    await database.drop();
  }
});

test("an application's role that would see everything is refused", async () => {
  const database = await createTestDatabase();
  try {
    await database.owner.sql`create role seer login superuser password 'seer'`;
    const app = new URL(database.ownerUrl);
    app.username = app.password = "seer";
    const values = { DATABASE_URL: database.ownerUrl, DATABASE_APP_URL: app.href, DATA_DIR: path.join(folder, "seer") };
    const run = await start(values);
    expect(await run.ended).toBe(EXIT.DATABASE);
    expect(run.output()).toContain("would see every workspace");
  } finally {
    await database.drop();
  }
});

test("three restarts under people who write without a pause lose nothing, double nothing and end no request", async () => {
  let run = await startReady({ DRAIN_SECONDS: "1", LOG_LEVEL: "info" });
  const { port } = new URL(run.url);
  const cookies = await Promise.all(DEMO_PEOPLE.slice(0, 2).map((person) => signIn(run.url, person)));
  const [one, other] = cookies.map((cookie) => ({ url: run.url, cookie }));
  if (!one || !other) throw new Error("The demo has no people.");
  const [{ workspaceId }] = await ask<[{ workspaceId: string }]>(
    `select w.id as "workspaceId" from workspaces w join memberships m on m.workspace_id = w.id
     join users u on u.id = m.user_id where u.email = '${DEMO_PEOPLE[0]?.email}' order by w.created_at limit 1`,
  );
  const made = await call(one, "scenarios.create", { workspaceId, title: "Written through three restarts" });
  const { documentId } = made.data as { documentId: string };
  const place = { router: "scenarios", workspaceId, documentId };
  const writers = [busyPerson(one, place, "setting"), busyPerson(other, place, "trigger")];
  const editors = [one, other].map(({ cookie }) =>
    liveEditor({ appUrl: run.url, cookie, workspaceId, documentId, isStubborn: true }),
  );
  await Promise.all(editors.map((editor) => editor.synced()));
  // What each typed, letter after letter, into a paragraph of their own.
  const typed = ["", ""];
  editors.forEach((editor, who) => {
    editor.write(`person${who}:`);
  });
  await until(() => editors.every((editor) => /person0.*person1|person1.*person0/s.test(editor.text())), "both");
  const typing = setInterval(() => {
    editors.forEach((editor, who) => {
      const word = ` ${who}.${typed[who]?.split(" ").length}`;
      const paragraphs = editor.doc.getXmlFragment(BODY_FRAGMENT).toArray();
      const number = paragraphs.findIndex((paragraph) => String(paragraph).includes(`person${who}:`));
      editor.type(number, word);
      typed[who] += word;
    });
  }, 30);
  try {
    for (let round = 1; round <= 3; round += 1) {
      const before = writers.map(({ taken }) => taken.length);
      await until(() => writers.every(({ taken }, who) => taken.length > (before[who] ?? 0) + 3), "edits");
      const finish = halfSent(one, "scenarios.edit", {
        ...{ workspaceId, documentId, batchId: crypto.randomUUID() },
        edits: [{ op: "set", path: ["outcome"], value: `round ${round}` }],
      });
      await until(async () => (await fetch(`${run.url}/api/ready`)).status === 200, "readiness");
      run.process.kill("SIGTERM");
      // A balancer is told while the port is still open.
      await until(async () => (await fetch(`${run.url}/api/ready`)).status === 503, "the wish to be left");
      expect(await finish()).toBe(200);
      expect(await run.ended).toBe(EXIT.OK);
      run = await startReady({ PORT: port, DRAIN_SECONDS: "1", LOG_LEVEL: "info" });
    }
  } finally {
    clearInterval(typing);
    await Promise.all(writers.map((writer) => writer.stop()));
  }
  await Promise.all(editors.map((editor) => editor.saved(20_000)));

  const log = await ask<{ batch: string; edits: { path: string[]; value: string }[] }[]>(
    `select batch_id as batch, edits from draft_edits where document_id = '${documentId}' order by revision`,
  );
  for (const [who, field] of ["setting", "trigger"].entries()) {
    const { taken, refusals } = writers[who] ?? { taken: [], refusals: [] };
    expect(refusals).toEqual([]);
    expect(taken.length).toBeGreaterThan(20);
    const kept = log.filter(({ edits }) => edits[0]?.path[0] === field);
    expect(kept.map(({ batch, edits }) => ({ batchId: batch, value: edits[0]?.value }))).toEqual(taken);
  }
  const reader = liveEditor({ appUrl: run.url, cookie: one.cookie, workspaceId, documentId });
  await reader.synced();
  // The headings of a new story stand there as well.
  const lines = reader
    .text()
    .split("\n")
    .filter((line) => line.includes("person"))
    .sort();
  expect(lines).toEqual([`person0:${typed[0]}`, `person1:${typed[1]}`]);
  for (const editor of [...editors, reader]) editor.leave();
});

/** Begins a call and keeps its last byte; what is returned sends it, and tells the answer's status. */
function halfSent({ url, cookie }: Caller, procedure: string, input: object): () => Promise<number> {
  const body = JSON.stringify(input);
  const headers = { ...API_HEADERS, "content-type": "application/json", origin: url, cookie };
  const length = String(Buffer.byteLength(body));
  const request = httpRequest(`${url}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { ...headers, "content-length": length },
    agent: false,
  });
  const status = new Promise<number>((resolve, reject) => {
    request.once("response", (response) => resolve(response.resume().statusCode ?? 0));
    request.once("error", reject);
  });
  status.catch(() => {});
  request.write(body.slice(0, -1));
  return () => {
    request.end(body.slice(-1));
    return status;
  };
}

/** Asks the database of the shared installation as its owner. */
async function ask<Rows>(query: string): Promise<Rows> {
  const password = readFileSync(path.join(home, "postgres/owner-password"), "utf8").trim();
  const { port } = readPostmaster(path.join(home, "postgres")) ?? {};
  const { sql, close } = connect(`postgres://dramatis:${password}@127.0.0.1:${port}/dramatis`, 1);
  try {
    return [...(await sql.unsafe(query))] as Rows;
  } finally {
    await close();
  }
}

/** Linux only, as are the tests that ask. */
function childrenOf(pid: number | undefined): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((candidate) => parentOf(candidate) === pid);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function nameOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
}
