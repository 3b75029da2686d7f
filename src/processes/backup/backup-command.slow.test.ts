// The two commands as people use them, on a product at work. Needs the build.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/server/db/client";
import { freePort, runningServerUrl } from "@/server/db/embedded-postgres";
import { signIn } from "@/tooling/bench/sign-in";
import { EXIT } from "../exit-codes.mjs";
import type { Manifest } from "./archive-format";
import { checkArchive } from "./check-archive";
import { knownMigrations } from "./migration-level";

let folder: string;
const running: { child: ChildProcess; ended: Promise<unknown> }[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "backup-command-"));
  chmodSync(folder, 0o711);
});
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill("SIGTERM");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function launch(home: string, args: readonly string[], values: Record<string, string> = {}) {
  const PATH = [path.dirname(process.execPath), "/usr/bin", "/bin"].join(":");
  const child = spawn(process.execPath, ["src/processes/launch.mjs", ...args], {
    env: { NODE_ENV: "production", PATH, DATA_DIR: path.join(folder, home), INIT_CWD: folder, ...values },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
      for (const listener of heard) listener();
    });
  }
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, output })),
  );
  const says = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => output.includes(words) && resolve();
      heard.add(look);
      look();
    });
  return { child, ended, says };
}

async function start(home: string, isDemo: boolean): Promise<string> {
  const port = String(await freePort());
  const run = launch(home, ["start"], { PORT: port, DEMO: String(isDemo) });
  running.push(run);
  const early = run.ended.then(({ output }) => Promise.reject(new Error(output)));
  await Promise.race([run.says("Dramatis is ready"), early]);
  early.catch(() => {});
  return `http://localhost:${port}`;
}

async function manifestOf(name: string): Promise<Manifest> {
  return (await checkArchive(path.join(folder, name), await knownMigrations())).manifest;
}

test("what works is backed up, comes back in an empty folder to the byte, and works there", async () => {
  await start("first", true);
  const made = await launch("first", ["backup", "demo.tar.gz"]).ended;
  expect([made.code, made.output]).toEqual([EXIT.OK, expect.stringContaining("It holds the key of this installation")]);
  const manifest = await manifestOf("demo.tar.gz");
  expect(manifest.versions.count).toBeGreaterThan(10);

  const restored = await launch("second", ["restore", "demo.tar.gz"]).ended;
  expect([restored.code, restored.output]).toEqual([
    EXIT.OK,
    expect.stringContaining(`verified: ${manifest.versions.count} versions`),
  ]);
  expect(restored.output).toContain("The key is that of the backup");

  // Nobody works there yet, so that it is the same in everything but imports that were under way.
  expect(await launch("second", ["backup", "again.tar.gz"]).ended).toMatchObject({ code: EXIT.OK });
  const again = await manifestOf("again.tar.gz");
  const others = ({ tables }: Manifest) => tables.filter(({ name }) => name !== "imports");
  expect(others(again)).toEqual(others(manifest));
  expect([again.versions, again.files, again.jobs]).toEqual([manifest.versions, manifest.files, manifest.jobs]);

  const url = await start("second", false);
  const person = { email: "ana@alderpine.example", password: "measure twice cut once" };
  const cookie = await signIn(url, person);
  const { sql, close } = connect(runningServerUrl(path.join(folder, "second/postgres")) ?? "", 1);
  try {
    const [persona] = await sql<{ id: string; slug: string; title: string }[]>`
      select d.id, w.slug, v.title from documents d join workspaces w on w.id = d.workspace_id
        join versions v on v.document_id = d.id and v.number = d.current_version
      where d.kind = 'persona' order by v.title limit 1`;
    const page = await fetch(`${url}/w/${persona?.slug}/personas/${persona?.id}`, { headers: { cookie } });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(persona?.title ?? "?")]);
  } finally {
    await close();
  }

  const inUse = await launch("second", ["restore", "demo.tar.gz"]).ended;
  expect([inUse.code, inUse.output]).toEqual([
    EXIT.SECOND_INSTANCE,
    expect.stringContaining("Another Dramatis is running"),
  ]);
});

test("what can't be done is said in a sentence", async () => {
  const nothing = await launch("third", ["backup"]).ended;
  expect([nothing.code, nothing.output]).toEqual([EXIT.BACKUP, expect.stringContaining("There is no installation in")]);
  const unnamed = await launch("third", ["restore"]).ended;
  expect([unnamed.code, unnamed.output]).toEqual([EXIT.CONFIGURATION, expect.stringContaining("Name the archive")]);
});
