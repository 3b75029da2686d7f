import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { S3_ACCESS, type S3Server, startS3Server } from "@/testing/s3-server";
import { type FileStore, folderStore } from "./folder-store";
import { s3Store } from "./s3-store";

let folder: string;
let server: S3Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-store-"));
  server = await startS3Server();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const s3 = (more: Partial<typeof S3_ACCESS> = {}) =>
  s3Store({ endpoint: server.endpoint, bucket: "customers", cache: join(folder, "cache"), ...S3_ACCESS, ...more });

const STORES: readonly (readonly [string, () => FileStore])[] = [
  ["a folder", () => folderStore(join(folder, "files"))],
  ["an S3-compatible store", s3],
];

async function file(text: string): Promise<string> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, text);
  return path;
}

describe.each(STORES)("%s", (_name, open) => {
  test("takes a file over and gives it back", async () => {
    const given = await file("Lyon");
    await open().put("snapshots/a/1/customers.parquet", given);
    await expect(stat(given)).rejects.toThrow("ENOENT");
    const path = await open().local("snapshots/a/1/customers.parquet");
    expect(await readFile(path, "utf8")).toBe("Lyon");
    expect(await open().local("snapshots/a/1/customers.parquet")).toBe(path);
  });

  test("replaces a file that is there", async () => {
    await open().put("replaced/x", await file("one"));
    await open().put("replaced/x", await file("two"));
    expect(await readFile(await open().local("replaced/x"), "utf8")).toBe("two");
  });

  test("deletes one file, or all below a key, and nothing beside them", async () => {
    for (const key of ["b/1/x", "b/1/y", "b/2/z", "b/10/w"]) await open().put(key, await file(key));
    await open().remove("b/1/");
    await open().remove("b/2/z");
    await open().remove("b/2/z");
    for (const key of ["b/1/x", "b/1/y", "b/2/z"]) {
      await expect(open().local(key)).rejects.toMatchObject({ code: "ENOENT" });
    }
    expect(await readFile(await open().local("b/10/w"), "utf8")).toBe("b/10/w");
  });

  test("takes no key that leads out of its place", async () => {
    for (const key of ["../x", "a/../../x", "/etc/passwd", "a//b", "a b", ""]) {
      await expect((async () => open().local(key))()).rejects.toThrow("this is no key of a file");
    }
  });
});

test("a store with another secret is refused, and the file stays where it was", async () => {
  const given = await file("Graz");
  await expect(s3({ secretAccessKey: "guessed" }).put("c/x", given)).rejects.toThrow("403");
  expect(await readFile(given, "utf8")).toBe("Graz");
});
