// One throw-away PostgreSQL for a whole test run, with a migrated template that every test file clones.
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { testDatabaseUrl } from "@/env";
import { startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { endOrphan } from "@/server/db/postmaster";
import { tryFileLock } from "@/server/files/file-lock";
import { dropClone, makeDatabase, makeTemplate, type TestServer } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Nothing of a test run outlives it, so nothing waits for the disk. */
const FAST = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: "300" };

const PREFIX = "dramatis-test-";
/** Held for as long as a run lives. */
const LOCK = "run.lock";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = testDatabaseUrl();
  if (given) return onGivenServer(given, project);
  await sweep();
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX));
  const release = tryFileLock(path.join(folder, LOCK));
  // The server may have to run as another user, who must get to its own folder inside; that one is closed to others.
  chmodSync(folder, 0o711);
  const server = await startEmbeddedPostgres({
    directory: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
    settings: FAST,
  });
  const teardown = async () => {
    await server.stop();
    release?.();
    rmSync(folder, { recursive: true, force: true });
    removeKeptFiles();
  };
  try {
    const testServer = await makeTemplate(server.url);
    project.provide("testServer", testServer);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

/** What the tests kept as files; see vitest.config.ts. */
function removeKeptFiles(): void {
  rmSync(path.join(tmpdir(), `dramatis-tests-${process.pid}`), { recursive: true, force: true });
}

/** A server that is there already, of whatever version; its role must be allowed to make databases and roles. */
async function onGivenServer(url: string, project: TestProject): Promise<() => Promise<void>> {
  const name = `dramatis_test_${process.pid}`;
  const template = await makeDatabase(url, name);
  project.provide("testServer", await makeTemplate(template.ownerUrl));
  return async () => {
    await dropClone(template);
    removeKeptFiles();
  };
}

/** Ends the servers of runs that were killed, and removes what they left. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(tmpdir(), name);
    const lock = path.join(folder, LOCK);
    const release = existsSync(lock) ? tryFileLock(lock) : undefined;
    if (!release) continue;
    await endOrphan(path.join(folder, "postgres"));
    release();
    rmSync(folder, { recursive: true, force: true });
  }
}
