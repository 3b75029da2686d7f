import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Header } from "tar";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/server/db/client";
import { migrateDatabase } from "@/server/db/migrate";
import { versions } from "@/server/db/schema/document";
import { appFiles } from "@/server/files/file-store";
import { folderStore } from "@/server/files/folder-store";
import { s3Store } from "@/server/files/s3-store";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { S3_ACCESS, type S3Server, startS3Server } from "@/testing/s3-server";
import { addTenant, type Tenant } from "@/testing/tenant";
import type { Manifest } from "./archive-format";
import { backup, fingerprintOf, type Source } from "./backup";
import { checkArchive } from "./check-archive";
import { knownMigrations, migrateTo } from "./migration-level";
import { restore, type Target } from "./restore";

const SECRET = "a secret of this installation, thirty-two";

let database: TestDatabase;
let tenant: Tenant;
let folder: string;
let archive: string;
let made: Manifest;
let s3: S3Server;
const clones: TestDatabase[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "backup-"));
  s3 = await startS3Server();
  tenant = await addTenant(database);
  archive = path.join(folder, "whole.tar.gz");
  made = (await backup(source(), archive)).manifest;
});
afterAll(async () => {
  await Promise.all([...clones, database].map((one) => one.drop()));
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

function source(changes: Partial<Source> = {}): Source {
  const own = { ownerUrl: database.ownerUrl, files: appFiles(), secret: SECRET, isSecretIncluded: true };
  return { ...own, scratch: path.join(folder, "scratch"), ...changes };
}

/** An installation that nobody has used: migrated already, or with nothing in its database. */
async function emptyTarget(changes: Partial<Target> & { readonly isBare?: boolean } = {}) {
  const clone = await createTestDatabase();
  clones.push(clone);
  if (changes.isBare) {
    await clone.owner.sql.unsafe("drop schema public, drizzle, graphile_worker cascade; create schema public");
  }
  const root = mkdtempSync(path.join(folder, "target-"));
  const files = folderStore(path.join(root, "files"));
  const scratch = path.join(root, "scratch");
  let secret: string | undefined;
  const takeSecret = (given: string | undefined) => {
    secret = given;
    return () => {};
  };
  const target: Target = { ownerUrl: clone.ownerUrl, place: "The target", files, scratch, takeSecret, ...changes };
  return { clone, target, root, secretOf: () => secret };
}

function bucket(name: string) {
  return s3Store({ endpoint: s3.endpoint, bucket: name, cache: path.join(folder, `cache-${name}`), ...S3_ACCESS });
}

let count = 0;
function nextFile(): string {
  count += 1;
  return path.join(folder, `${count}.tar.gz`);
}

/** What a target holds, as a backup of it would say. */
async function contentsOf({ clone, target }: Awaited<ReturnType<typeof emptyTarget>>): Promise<Manifest> {
  return (await backup(source({ ownerUrl: clone.ownerUrl, files: target.files }), nextFile())).manifest;
}

test("a backup is whole, for its owner's eyes, and names what it holds", async () => {
  expect(statSync(archive).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
  expect(made.versions).toMatchObject({ count: 6, broken: [] });
  expect(made.files.length).toBeGreaterThan(0);
  const { about, secret } = await checkArchive(archive, await knownMigrations());
  expect(about.migrations).toHaveLength((await knownMigrations()).length);
  expect(secret).toBe(SECRET);
  const named = await database.owner.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public'
      and tablename not in ('login_sessions', 'rate_limits') order by 1`;
  expect(made.tables.map(({ name }) => name)).toEqual(named.map(({ name }) => name));
});

test.each([true, false])(
  "what comes back is the same to the byte, into tables that are there and a bucket or not (%s)",
  async (isBare) => {
    const into = await emptyTarget(isBare ? { isBare } : { files: bucket("to") });
    await restore(archive, into.target);
    const again = await contentsOf(into);
    const byName = (tables: Manifest["tables"]) => tables.filter(({ name }) => name !== "imports");
    expect(byName(again.tables)).toEqual(byName(made.tables));
    expect([again.versions, again.sequences, again.files]).toEqual([made.versions, made.sequences, made.files]);
    expect(again.jobs).toEqual(made.jobs);
    if (!isBare) for (const { key } of made.files) expect(s3.files.has(`/to/${key}`)).toBe(true);
    expect(into.secretOf()).toBe(SECRET);
    expect(existsSync(into.target.scratch)).toBe(false);

    const { sql } = into.clone.owner;
    const [waiting] = await sql`select state, problem from imports where id = ${tenant.data.importId}`;
    expect(waiting).toMatchObject({ state: "failed", problem: expect.stringContaining("Upload the file again") });
    // The walls stand again.
    await expect(sql`update versions set note = 'x'`).rejects.toThrow("append-only");
    await expect(sql`delete from users`).rejects.toThrow("foreign key");
    const keys = (on: TestDatabase) => on.owner.sql`
    select conname, pg_get_constraintdef(oid) as definition, convalidated from pg_constraint
    where connamespace = 'public'::regnamespace order by 1`;
    expect([...(await keys(into.clone))]).toEqual([...(await keys(database))]);

    await migrateDatabase(into.clone.ownerUrl, into.clone.appUrl);
    const editor = { workspaceId: tenant.workspaceId, userId: tenant.people.editor.userId };
    const seen = await inScope(into.clone.app, editor, "draft.edit", ({ tx }) => tx.select().from(versions));
    expect(seen).toHaveLength(made.versions.count);
    expect(await into.clone.app.db.select().from(versions)).toHaveLength(0);
  },
);

test("an archive of an older release is loaded into its tables, which are then brought up to date", async () => {
  const known = await knownMigrations();
  const older = await emptyTarget({ isBare: true });
  await migrateTo(older.target.ownerUrl, known.length - 3);
  const { sql } = older.clone.owner;
  await sql`insert into users (name, email) values ('Ada', 'ada@example.org')`;
  await sql`insert into workspaces (name, slug) values ('Kept', 'kept')`;
  const file = nextFile();
  await backup(source({ ownerUrl: older.target.ownerUrl, isSecretIncluded: false }), file);

  const into = await emptyTarget();
  const { about } = await restore(file, into.target);
  expect(about.migrations).toHaveLength(known.length - 3);
  expect(into.secretOf()).toBeUndefined();
  await migrateDatabase(into.clone.ownerUrl, into.clone.appUrl);
  const fresh = connect(into.clone.ownerUrl, 1);
  try {
    expect(await fresh.sql`select name from workspaces`).toEqual([{ name: "Kept" }]);
    expect(await fresh.sql`select name from users`).toEqual([{ name: "Ada" }]);
    expect(await fresh.sql`select 1 from drizzle.__drizzle_migrations`).toHaveLength(known.length);
  } finally {
    await fresh.close();
  }
});

test("files come from a bucket as from a folder", async () => {
  const from = bucket("from");
  for (const { key } of made.files) {
    const copy = path.join(folder, "copy");
    writeFileSync(copy, readFileSync(await appFiles().local(key)));
    await from.put(key, copy);
  }
  const { manifest, missing } = await backup(source({ files: from }), nextFile());
  expect([manifest.files, missing]).toEqual([made.files, []]);
});

test("a file that the store lost is told, and the rest is kept all the same", async () => {
  const { manifest, missing } = await backup(source({ files: folderStore(path.join(folder, "nowhere")) }), nextFile());
  expect(missing).toEqual(made.files.map(({ key }) => key));
  expect(manifest.tables).toEqual(made.tables);
});

test("nothing is overwritten, and what can't be written leaves nothing", async () => {
  const before = readFileSync(archive);
  await expect(backup(source(), archive)).rejects.toThrow("exists already");
  expect(readFileSync(archive).equals(before)).toBe(true);
  const file = path.join(folder, "no-such-folder", "x.tar.gz");
  await expect(backup(source(), file)).rejects.toThrow("couldn't be made: there is no such file or folder");
  const elsewhere = source({ ownerUrl: "postgres://nobody@127.0.0.1:1/none" });
  await expect(backup(elsewhere, nextFile())).rejects.toThrow("the database can't be reached");
  expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
});

test("a backup that is stopped leaves nothing, and is over by then", async () => {
  let isAtWork = true;
  const stopping = new AbortController();
  const local = async (key: string) => {
    stopping.abort();
    await checkArchive(archive, await knownMigrations());
    isAtWork = false;
    return appFiles().local(key);
  };
  const stopped = source({ files: { ...appFiles(), local } });
  const file = nextFile();
  await expect(backup(stopped, file, stopping.signal)).rejects.toThrow("couldn't be made: it was stopped. No file");
  expect(isAtWork).toBe(false);
  await expect(backup(source(), file, stopping.signal)).rejects.toThrow("it was stopped");
  expect(readdirSync(folder).filter((name) => file.endsWith(name) || name.includes(".part"))).toEqual([]);
  expect(readdirSync(stopped.scratch)).toEqual([]);
});

test("an installation that somebody uses is left alone", async () => {
  const into = await emptyTarget();
  await into.clone.owner.sql`insert into users (name, email) values ('Grace', 'grace@example.org')`;
  await expect(restore(archive, into.target)).rejects.toThrow(/The target isn't empty: there are rows in "users"/);
  expect((await contentsOf(into)).tables.filter(({ rows }) => rows > 0)).toMatchObject([{ name: "users", rows: 1 }]);
  const foreign = await emptyTarget({ isBare: true });
  await foreign.clone.owner.sql`create table letters (id integer primary key)`;
  await expect(restore(archive, foreign.target)).rejects.toThrow("holds tables of another program");
});

test("a restore that fails at the last step, or is stopped, has changed nothing", async () => {
  const failing = {
    takeSecret: () => {
      throw Object.assign(new Error("full"), { code: "ENOSPC" });
    },
  };
  const into = await emptyTarget(failing);
  await expect(restore(archive, into.target)).rejects.toThrow(
    "there is no space left on the disk. Nothing was changed",
  );
  const stopping = new AbortController();
  const files: Target["files"] = {
    ...into.target.files,
    put: async (...given) => {
      stopping.abort();
      await into.target.files.put(...given);
    },
  };
  await expect(restore(archive, { ...into.target, files }, stopping.signal)).rejects.toThrow(
    "it was stopped. Nothing was changed",
  );
  expect((await contentsOf(into)).tables.every(({ rows }) => rows === 0)).toBe(true);
  for (const { key } of made.files) await expect(into.target.files.local(key)).rejects.toThrow();
  await expect(into.clone.owner.sql`truncate versions, documents cascade`).rejects.toThrow("append-only");
});

/** A copy of the archive with its unpacked bytes changed, packed again. */
function altered(change: (tar: Buffer) => Buffer): string {
  const file = nextFile();
  writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(archive)))));
  return file;
}

function entry(name: string, body: string, type: "File" | "SymbolicLink" = "File"): Buffer {
  const bytes = Buffer.from(body);
  const header = new Header({ path: name, size: bytes.length, type, mode: 0o600, mtime: new Date(0) });
  header.encode();
  return Buffer.concat([header.block ?? Buffer.alloc(0), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const change = (tar: Buffer, from: string, to: string): Buffer => {
  const at = tar.indexOf(from);
  return Buffer.concat([tar.subarray(0, at), Buffer.from(to), tar.subarray(at + from.length)]);
};

test("a damaged, cut or foreign file is refused in a sentence before anything is written", async () => {
  const known = await knownMigrations();
  const whole = readFileSync(archive);
  const why = async (file: string) => {
    const error: unknown = await checkArchive(file, known).catch((reason: unknown) => reason);
    return error instanceof Error ? error.message : "taken";
  };
  for (const part of [0.1, 0.5, 0.99]) {
    const file = nextFile();
    writeFileSync(file, whole);
    truncateSync(file, Math.floor(whole.length * part));
    expect(await why(file)).toMatch(/breaks off/);
  }
  for (const part of [0.2, 0.5, 0.9]) {
    const file = nextFile();
    const bytes = Buffer.from(whole);
    const at = Math.floor(bytes.length * part);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await why(file)).toMatch(/damaged|breaks off|isn't a backup/);
  }
  const other = nextFile();
  writeFileSync(other, randomBytes(5_000));
  expect(await why(other)).toMatch(/no backup of Dramatis/);
  writeFileSync(other, "");
  expect(await why(other)).toMatch(/breaks off|no backup/);
  expect(await why(path.join(folder, "absent"))).toMatch(/can't be read: there is no such file/);
  expect(await why(folder)).toMatch(/it is no file/);

  expect(await why(altered((tar) => change(tar, "Family buyers", "Family Buyers")))).toMatch(/is damaged: "tables\//);
  expect(await why(altered((tar) => Buffer.concat([entry("../../etc/passwd", "x"), tar])))).toMatch(
    /doesn't begin with/,
  );
  const second = (name: string, type?: "SymbolicLink") =>
    altered((tar) => {
      const end = 512 + Math.ceil((new Header(tar.subarray(0, 512)).size as number) / 512) * 512;
      return Buffer.concat([tar.subarray(0, end), entry(name, type ? "" : "x", type), tar.subarray(end)]);
    });
  for (const name of [
    "../../etc/passwd",
    "/etc/passwd",
    "files/../../x",
    "files/a/../../x",
    "tables/x",
    "dist/api.mjs",
  ]) {
    expect(await why(second(name))).toMatch(/isn't a backup of Dramatis: it holds/);
  }
  expect(await why(second("files/snapshots/more"))).toMatch(/which its list doesn't name/);
  expect(await why(second("files/snapshots/link", "SymbolicLink"))).toMatch(/is no file/);
  expect(await why(altered((tar) => change(tar, '"format": 1', '"format": 9')))).toMatch(/newer version/);
  expect(await why(archive)).toBe("taken");
  await expect(checkArchive(archive, known.slice(0, -1))).rejects.toThrow(/newer version of Dramatis \(0/);

  const into = await emptyTarget();
  await expect(restore(second("files/a/../../x"), into.target)).rejects.toThrow("Nothing was changed");
  expect(existsSync(path.join(into.root, "files"))).toBe(false);
});

test("a key can be told from another without being told", () => {
  expect(made.keys).toEqual({ isIncluded: true, fingerprint: fingerprintOf(SECRET) });
  expect(fingerprintOf(`${SECRET}.`)).not.toBe(made.keys.fingerprint);
});
