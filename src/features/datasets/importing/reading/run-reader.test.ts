import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workbookOf } from "@/testing/workbook";
import { runReader } from "./run-reader";

async function upload(content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "reader-")), "upload");
  await writeFile(file, content);
  return file;
}

test("a reader does its task in a process of its own and hands back the answer", async () => {
  const file = await upload("id,age\n1,30\n2,40\n");
  const detected = await runReader("detect", { file, fileName: "people.csv", format: null });
  expect(detected.columns.map(({ name }) => name)).toEqual(["id", "age"]);
});

test("a reader's refusal arrives with its sentence", async () => {
  const file = await upload("");
  await expect(runReader("detect", { file, fileName: "none.csv", format: null })).rejects.toMatchObject({
    code: "INVALID",
    message: "This file is empty.",
  });
});

test("a reader that is called off is killed, and the reason is thrown", async () => {
  const file = await upload("id,age\n1,30\n");
  const stop = new AbortController();
  const reading = runReader("detect", { file, fileName: "people.csv", format: null }, { signal: stop.signal });
  stop.abort(new Error("changed my mind"));
  await expect(reading).rejects.toThrow("changed my mind");
});

test("several readers at the same file don’t get in each other’s way", async () => {
  const file = await upload(workbookOf({ A: [["id"], ...Array.from({ length: 5_000 }, (_, id) => [id])] }));
  const limits = { memoryMegabytes: 256, threads: 1 };
  const readings = [1, 2, 3].map(() => runReader("detect", { file, fileName: "any", format: null }, { limits }));
  for (const { rows } of await Promise.all(readings)) expect(rows).toBe(5_000);
});

test.skipIf(process.platform !== "linux")("a reader ends with the process that started it", async () => {
  const file = await upload(`id,age\n${"1,30\n".repeat(2_000_000)}`);
  const starter = `
    const { runReader } = await import(${JSON.stringify(join(import.meta.dirname, "run-reader.ts"))});
    void runReader("detect", { file: ${JSON.stringify(file)}, fileName: "any", format: null });
    process.send("started");
    setInterval(() => {}, 1_000);`;
  const script = join(file, "../starter.mts");
  await writeFile(script, starter);
  const parent = fork(script, [], { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "ignore", "ipc"] });
  await new Promise((resolve) => parent.once("message", resolve));
  const [child] = await waitFor(() => childrenOf(parent.pid ?? 0));
  expect(child).toBeDefined();
  parent.kill("SIGKILL");
  await waitFor(() => (isAlive(child ?? 0) ? [] : [1]));
});

/** Processes that the process started, as the system tells. */
function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
}

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

async function waitFor(find: () => readonly number[]): Promise<readonly number[]> {
  for (;;) {
    const found = find();
    if (found.length > 0) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
