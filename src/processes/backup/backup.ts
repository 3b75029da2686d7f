// Makes an archive of an installation, at work or not: all of it as of one moment.
import { createHash, createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import postgres from "postgres";
import type { FileStore } from "@/server/files/folder-store";
import {
  ABOUT,
  type About,
  ARCHIVE_FORMAT,
  AUTH_SECRET_ENTRY,
  type Copied,
  type CopiedFile,
  JOBS,
  MANIFEST,
  type Manifest,
  PART_BYTES,
} from "./archive-format";
import { causeOf, refuse } from "./backup-failure";
import { COPY_JOBS_OUT } from "./job-copies";
import { type PinnedFiles, pinFiles, scratchFolder } from "./pinned-files";
import { endWhenStopped, settledTransaction } from "./stoppable";
import { copyOut, listTables, quoted, readCopy, type Sql, speakPlainly } from "./table-catalog";
import { checkVersions } from "./version-check";
import { ArchiveWriter } from "./write-archive";

export interface Source {
  readonly ownerUrl: string;
  readonly files: FileStore;
  /** The secret in use, where it is known here. */
  readonly secret: string | undefined;
  /** Whether the archive holds it. */
  readonly isSecretIncluded: boolean;
  /** A folder on the disk of the files. */
  readonly scratch: string;
}

export interface Made {
  readonly manifest: Manifest;
  readonly bytes: number;
  /** Files that rows name and the store doesn't have. */
  readonly missing: readonly string[];
}

const ATTEMPTS = 3;

/** Tells the same secret by, and nothing about it. */
export const fingerprintOf = (secret: string): string =>
  createHmac("sha256", secret).update("the secret of a backup").digest("hex");

/** Writes the archive to `target`, which must not exist. Throws a sentence and leaves nothing behind. */
export async function backup(source: Source, target: string, signal?: AbortSignal): Promise<Made> {
  if (existsSync(target)) throw refuse(`${target} exists already, and a backup overwrites nothing. Name another file.`);
  const sql = postgres(source.ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 20 });
  endWhenStopped(sql, signal);
  const folder = await scratchFolder(source.scratch);
  const writer = new ArchiveWriter(target);
  try {
    const { manifest, missing } = await asOfOneMoment(sql, source, folder, (tx, pins) =>
      write(tx, source, pins, writer),
    );
    return { manifest, missing, bytes: await writer.finish() };
  } catch (error) {
    await writer.discard();
    throw refuse(`The backup couldn't be made: ${causeOf(error, signal)}. No file was left behind.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await sql.end({ timeout: 5 });
  }
}

/** Runs `work` in a transaction whose files are all held, as far as they exist. */
async function asOfOneMoment<T>(
  sql: postgres.Sql,
  { files }: Source,
  folder: string,
  work: (tx: Sql, pins: PinnedFiles) => Promise<T>,
): Promise<T & { missing: readonly string[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const done = await settledTransaction(sql, "isolation level repeatable read read only", async (tx) => {
      await speakPlainly(tx);
      const pins = await pinFiles(tx, files, folder);
      if (pins.missing.length > 0 && attempt < ATTEMPTS) return undefined;
      return { ...(await work(tx, pins)), missing: pins.missing };
    });
    if (done) return done;
  }
}

async function write(
  tx: Sql,
  source: Source,
  { pinned }: PinnedFiles,
  writer: ArchiveWriter,
): Promise<{ manifest: Manifest }> {
  await writer.add(ABOUT, json(await about(tx)));
  const tables: Manifest["tables"][number][] = [];
  for (const table of await listTables(tx)) {
    const copied = await addCopy(tx, writer, `tables/${table.name}`, copyOut(table));
    tables.push({ name: table.name, columns: [...table.columns], ...copied });
  }
  const jobs = await addCopy(tx, writer, JOBS, COPY_JOBS_OUT);
  const files: CopiedFile[] = [];
  for (const { key, file } of pinned) {
    const hash = createHash("sha256");
    const bytes = await writer.addFile(`files/${key}`, file, (chunk) => hash.update(chunk));
    files.push({ key, bytes, sha256: hash.digest("hex") });
  }
  const { secret, isSecretIncluded } = source;
  if (isSecretIncluded && secret) await writer.add(AUTH_SECRET_ENTRY, Buffer.from(secret));
  const manifest: Manifest = {
    tables,
    jobs,
    sequences: await listSequences(tx),
    files,
    versions: await checkVersions(tx),
    keys: { isIncluded: isSecretIncluded && secret !== undefined, fingerprint: secret ? fingerprintOf(secret) : null },
  };
  await writer.add(MANIFEST, json(manifest));
  return { manifest };
}

/** Adds what a COPY says in parts, of which two at most are in memory. */
async function addCopy(tx: Sql, writer: ArchiveWriter, path: string, statement: string): Promise<Copied> {
  let held: Buffer[] = [];
  let size = 0;
  let part = 0;
  const flush = async () => {
    part += 1;
    await writer.add(`${path}/${String(part).padStart(6, "0")}`, Buffer.concat(held, size));
    held = [];
    size = 0;
  };
  const copied = await readCopy(tx, statement, async (chunk) => {
    held.push(chunk);
    size += chunk.length;
    if (size >= PART_BYTES) await flush();
  });
  if (size > 0) await flush();
  return copied;
}

async function about(tx: Sql): Promise<About> {
  const migrations = await tx<{ hash: string; created_at: string }[]>`
    select hash, created_at from drizzle.__drizzle_migrations order by created_at`;
  const [server] = await tx<{ server_version: string }[]>`show server_version`;
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  return {
    format: ARCHIVE_FORMAT,
    product: "Dramatis",
    version,
    createdAt: new Date().toISOString(),
    postgres: server?.server_version ?? "",
    migrations: migrations.map(({ hash, created_at }) => ({ hash, createdAt: Number(created_at) })),
  };
}

async function listSequences(tx: Sql): Promise<Manifest["sequences"]> {
  const names = await tx<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`;
  const sequences: Manifest["sequences"] = [];
  for (const { name } of names) {
    const [row] = await tx.unsafe<{ next: string }[]>(
      `select (case when is_called then last_value + 1 else last_value end)::text as next from public.${quoted(name)}`,
    );
    sequences.push({ name, next: row?.next ?? "1" });
  }
  return sequences;
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
