import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { tryFileLock } from "./file-lock";

const folder = mkdtempSync(path.join(tmpdir(), "file-lock-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a lock keeps others out until it is released", () => {
  const file = path.join(folder, "one");
  const release = tryFileLock(file);
  expect(tryFileLock(file)).toBeUndefined();
  release?.();
  const again = tryFileLock(file);
  expect(again).toBeDefined();
  again?.();
});

test("a killed process leaves no lock behind", async () => {
  const file = path.join(folder, "two");
  const code = `import { tryFileLock } from "./src/server/files/file-lock.ts";
    tryFileLock(process.argv[1]); console.log("held"); setInterval(() => {}, 1000);`;
  const args = ["--input-type=module", "--disable-warning=ExperimentalWarning", "-e", code, file];
  const holder = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  expect(tryFileLock(file)).toBeUndefined();
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const release = tryFileLock(file);
  expect(release).toBeDefined();
  release?.();
});

test("a file that can't be made is no lock that somebody holds", () => {
  expect(() => tryFileLock(path.join(folder, "missing", "three"))).toThrow();
});
