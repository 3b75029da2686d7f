// Writing together in prose: from a key to the other screens and into the database, against Hocuspocus that keeps nothing.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import type { BodyNode } from "@/features/documents/bodies/body-rules";
import { scenarioKind } from "@/features/scenarios/scenario-kind";
import { type Connection, connect } from "@/server/db/client";
import { freePort, startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { addPerson, addWorkspace } from "@/testing/factories";
import { signedIn, startApi } from "@/testing/live-process";
import { makeTemplate } from "@/testing/test-server";
import { type BodyServer, Crowd } from "./body-crowd";
import { memoryOf, processorTime } from "./process-tree";
import { atMost, type Goal, type Section } from "./report";
import { median, quantile } from "./statistics";

const PEOPLE = 50;
/** Of a page of print, in letters. */
const PAGE = 3_000;

interface Case {
  readonly title: string;
  readonly texts: number;
  readonly each: number;
  readonly writers: number;
  /** Milliseconds between two keys of one writer. */
  readonly pace: number;
}

const CASES: readonly Case[] = [
  { title: "50 texts × 3 people", texts: 50, each: 3, writers: 1, pace: 500 },
  { title: "500 texts × 3 people", texts: 500, each: 3, writers: 1, pace: 2_500 },
  { title: "1 text × 100 writers", texts: 1, each: 100, writers: 100, pace: 4_000 },
];
const DURATION = 8_000;

interface Figures {
  readonly seen: readonly number[];
  readonly saved: readonly number[];
  readonly cpu: number;
  readonly rss: number;
}

interface Place {
  readonly owner: Connection;
  readonly product: BodyServer;
  readonly bare: BodyServer;
  /** Makes a scenario with such prose; the answer is its name on the socket. */
  addText(body: BodyNode | null): Promise<string>;
}

export async function measureBodies(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-"));
  // Commits wait for the disk, as in production.
  const postgres = await startEmbeddedPostgres({
    directory: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
  });
  const barePort = await freePort();
  const bare = fork(fileURLToPath(new URL("bare-live-server.ts", import.meta.url)), [String(barePort)], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  let owner: Connection | undefined;
  let stop = async () => {};
  try {
    const database = { ...(await makeTemplate(postgres.url)) };
    owner = connect(database.ownerUrl, 4);
    const line = { port: await freePort() };
    const [api] = await Promise.all([startApi(database, line), once(bare, "message")]);
    stop = async () => {
      api.process.kill("SIGTERM");
      await api.ended;
    };
    const { workspaceId, people } = await addWorkspace(owner, ["editor"]);
    const cookies: string[] = [];
    for (let number = 0; number < PEOPLE; number += 1) {
      const userId = number === 0 ? people.editor : await addPerson(owner, `Writer ${number}`);
      if (number > 0) {
        await owner.sql`insert into memberships (workspace_id, user_id, role) values (${workspaceId}, ${userId}, 'editor')`;
      }
      cookies.push(await signedIn({ owner }, line, userId));
    }
    const origin = `http://localhost:${line.port}`;
    return await measure({
      owner,
      product: { port: api.port, pid: api.process.pid ?? 0, origin, cookies },
      bare: { port: barePort, pid: bare.pid ?? 0, origin, cookies: [""] },
      addText: (body) => addScenario(owner as Connection, workspaceId, people.editor, body),
    });
  } finally {
    if (bare.connected) bare.disconnect();
    await stop();
    await owner?.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addScenario({ sql }: Connection, workspaceId: string, userId: string, story: BodyNode | null) {
  const content = { ...scenarioKind.empty("Text"), story };
  const id = crypto.randomUUID();
  await sql`insert into documents (id, workspace_id, kind, owner_id) values (${id}, ${workspaceId}, 'scenario', ${userId})`;
  await sql`insert into drafts (workspace_id, document_id, content, content_hash, changed_by)
    values (${workspaceId}, ${id}, ${JSON.stringify(content)}, ${canonicalHash(content)}, ${userId})`;
  return `${workspaceId}/${id}`;
}

async function measure(place: Place): Promise<Section> {
  const rows: (string | number)[][] = [];
  const goals: Goal[] = [];
  for (const one of CASES) {
    const names = await Promise.all(Array.from({ length: one.texts }, () => place.addText(null)));
    const floor = await run(place.bare, one, names);
    const figures = await run(place.product, one, names, (crowd) => demandDurable(place.owner, crowd));
    const [p50, p95] = [median(figures.seen), quantile(figures.seen, 0.95)];
    const [bare50, bare95] = [median(floor.seen), quantile(floor.seen, 0.95)];
    rows.push([
      one.title,
      ...[p50, p95, bare50, bare95, median(figures.saved)].map((value) => value.toFixed(1)),
      ...[figures, floor].flatMap(({ cpu, rss }) => [`${cpu.toFixed(0)} %`, `${rss.toFixed(0)} MB`]),
    ]);
    if (one.texts === 1) continue;
    goals.push(
      atMost(`key to seen, ${one.title}, median above the floor`, p50 - bare50, 8, " ms", 1),
      atMost(`key to seen, ${one.title}, p95 above the floor`, p95 - bare95, 20, " ms", 1),
    );
    if (one.texts === 500) goals.push(atMost("memory with 1,500 people", figures.rss, 200, " MB", 0));
  }
  const joining = await measureJoining(place);
  const opening = await measureOpening(place);
  goals.push(
    atMost("100 people join one text", joining, 5_000, " ms", 0),
    atMost("a text of 100 pages opened for the first time", opening.first, 500, " ms", 0),
  );
  return {
    tables: [
      {
        title: "Key to the other screens in one text (ms), and the server",
        columns: [
          "case",
          "p50",
          "p95",
          "bare p50",
          "bare p95",
          "durable, p50",
          "CPU",
          "memory",
          "bare CPU",
          "bare memory",
        ],
        rows,
        notes: [
          "Each letter is in Postgres before anybody else sees it; the floor is Hocuspocus over the same sockets that keeps nothing and asks nobody. All people are in the measuring process, on the same cores. None lost: afterwards all people of a text and the database hold the same. CPU in percent of a core.",
        ],
      },
      {
        title: "Coming to a text (ms)",
        columns: ["what", "time"],
        rows: [
          ["100 people join one text at once, until all have it", joining.toFixed(0)],
          ["100 pages, opened for the first time", opening.first.toFixed(0)],
          ["100 pages, opened again", opening.again.toFixed(0)],
        ],
        notes: ["From the socket's opening to the whole text in the editor's document."],
      },
    ],
    goals,
  };
}

async function run(
  server: BodyServer,
  { each, writers, pace }: Case,
  names: readonly string[],
  check?: (crowd: Crowd) => Promise<void>,
): Promise<Figures> {
  const crowd = new Crowd(server);
  try {
    await crowd.join(names, each, 20);
    await sleep(1_000);
    const [cpu, started] = [processorTime(server.pid), performance.now()];
    await crowd.write({ writers, pace, duration: DURATION });
    const used = ((processorTime(server.pid) ?? 0) - (cpu ?? 0)) / (performance.now() - started);
    const { rss } = memoryOf([server.pid]);
    if (crowd.refusals.length > 0) throw new Error(`The server refused: ${crowd.refusals.slice(0, 5).join(", ")}`);
    await check?.(crowd);
    return { seen: crowd.seen, saved: crowd.saved, cpu: used * 100, rss };
  } finally {
    crowd.leave();
    await sleep(3_000);
  }
}

/** Throws unless the database alone would give back what the people have. */
async function demandDurable({ sql }: Connection, crowd: Crowd): Promise<void> {
  for (const [name, state] of crowd.states()) {
    const id = name.split("/")[1] ?? "";
    const doc = new Y.Doc();
    const rows = await sql<{ data: Uint8Array }[]>`
      select state as data from bodies where document_id = ${id}
      union all (select data from body_updates where document_id = ${id} order by id)`;
    for (const { data } of rows) Y.applyUpdate(doc, data);
    const kept = Y.decodeStateVector(Y.encodeStateVector(doc));
    for (const [client, clock] of Y.decodeStateVector(state)) {
      if ((kept.get(client) ?? 0) < clock) throw new Error(`Letters of ${name} are not in the database.`);
    }
  }
}

async function measureJoining({ product, addText }: Place): Promise<number> {
  const crowd = new Crowd(product);
  try {
    return await crowd.join([await addText(null)], 100, 100);
  } finally {
    crowd.leave();
    await sleep(500);
  }
}

async function measureOpening({
  product,
  addText,
}: Place): Promise<{ readonly first: number; readonly again: number }> {
  const first: number[] = [];
  const again: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const content = Array.from(
      { length: (100 * PAGE) / 300 },
      (_, number): BodyNode => ({
        type: "paragraph",
        content: [{ type: "text", text: `${number}: ${"She looks for the parcel. ".repeat(12)}`.slice(0, 300) }],
      }),
    );
    const name = await addText({ type: "doc", content });
    for (const times of [first, again]) {
      const crowd = new Crowd(product);
      times.push(await crowd.join([name], 1, 1));
      crowd.leave();
      await sleep(300);
    }
  }
  return { first: median(first), again: median(again) };
}
