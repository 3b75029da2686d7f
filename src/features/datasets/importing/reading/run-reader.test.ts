import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
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
