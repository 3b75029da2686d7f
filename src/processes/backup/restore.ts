// Puts an archive into an empty installation and proves that it is the same: all of it, or nothing.
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import type { FileStore } from "@/server/files/folder-store";
import { StartFailure } from "../start-failure";
import { JOBS, type Manifest } from "./archive-format";
import { causeOf, refuse } from "./backup-failure";
import { type CheckedArchive, checkArchive, subjectOf } from "./check-archive";
import { addCopiedJobs, JOB_COLUMNS, MAKE_JOB_TABLE } from "./job-copies";
import { beginLoading, copyIn, setSequences, TableFeed, verifyTables } from "./load-database";
import { bringToLevel, demandEmpty, knownMigrations } from "./migration-level";
import { readArchive } from "./read-archive";
import { endWhenStopped, settledTransaction } from "./stoppable";
import { type Sql, speakPlainly } from "./table-catalog";
import { checkVersions } from "./version-check";

export interface Target {
  readonly ownerUrl: string;
  /** In words: which database. */
  readonly place: string;
  readonly files: FileStore;
  /** A folder on the disk of the files, for nobody else. */
  readonly scratch: string;
  /** Told right before everything becomes true; undone by what it returns when it doesn't. */
  takeSecret(secret: string | undefined): () => void;
}

const NOTHING = "Nothing was changed.";

/** Throws a sentence, and has changed nothing then that anybody could notice. */
export async function restore(archive: string, target: Target, signal?: AbortSignal): Promise<CheckedArchive> {
  const checked = await checkArchive(archive, await knownMigrations());
  const sql = postgres(target.ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 20 });
  const undo: (() => Promise<void> | void)[] = [];
  endWhenStopped(sql, signal);
  try {
    await demandEmpty(sql, target.place);
    await bringToLevel(target.ownerUrl, sql, checked.about);
    await settledTransaction(sql, "read write", (tx) => load(tx, archive, checked, target, undo));
    await sql`analyze`;
    return checked;
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error instanceof StartFailure
      ? error
      : refuse(`The backup couldn't be restored: ${causeOf(error, signal)}. ${NOTHING}`);
  } finally {
    await rm(target.scratch, { recursive: true, force: true });
    await sql.end({ timeout: 5 });
  }
}

async function load(
  tx: postgres.TransactionSql,
  archive: string,
  { manifest, secret }: CheckedArchive,
  target: Target,
  undo: (() => Promise<void> | void)[],
): Promise<void> {
  await speakPlainly(tx);
  const loading = await beginLoading(tx, manifest.tables);
  // Somebody may have begun to use it since it was looked at.
  await demandEmpty(tx, target.place);
  await tx.unsafe(MAKE_JOB_TABLE);
  await fill(tx, archive, manifest, target, undo);
  await verifyTables(tx, manifest.tables);
  await loading.finish();
  await setSequences(tx, manifest.sequences);
  await addCopiedJobs(tx);
  await verifyVersions(tx, manifest);
  await verifyFiles(manifest, target.files);
  await endBrokenOffImports(tx);
  undo.push(target.takeSecret(secret));
}

/** The second reading: tables into the open transaction, files into the store. */
async function fill(
  tx: Sql,
  archive: string,
  manifest: Manifest,
  { files, scratch }: Target,
  undo: (() => Promise<void> | void)[],
): Promise<void> {
  const statements = new Map(manifest.tables.map((table) => [`tables/${table.name}`, copyIn(table)]));
  statements.set(JOBS, `copy copied_jobs (${JOB_COLUMNS.join(", ")}) from stdin`);
  await mkdir(scratch, { recursive: true });
  let feed: TableFeed | undefined;
  for await (const { path: name, body } of readArchive(archive)) {
    if (!name.includes("/") || name.startsWith("keys/")) continue;
    const subject = subjectOf(name);
    const statement = statements.get(subject);
    if (feed && feed.statement !== statement) {
      await feed.end();
      feed = undefined;
    }
    if (statement) {
      feed ??= new TableFeed(tx, statement);
      for await (const chunk of body) await feed.write(chunk);
      continue;
    }
    const key = subject.slice("files/".length);
    const file = path.join(scratch, "file");
    await pipeline(body, createWriteStream(file));
    undo.push(() => files.remove(key));
    await files.put(key, file);
  }
  await feed?.end();
}

async function verifyVersions(tx: Sql, { versions }: Manifest): Promise<void> {
  const found = await checkVersions(tx);
  const same = found.count === versions.count && found.sha256 === versions.sha256;
  if (!same || found.broken.some((id) => !versions.broken.includes(id))) {
    throw refuse("The versions that came back aren't those of the archive. Nothing was changed.");
  }
}

async function verifyFiles({ files }: Manifest, store: FileStore): Promise<void> {
  for (const { key, sha256 } of files) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(await store.local(key)), hash);
    if (hash.digest("hex") !== sha256) throw refuse(`The store gave "${key}" back with other bytes.`);
  }
}

/** Uploads under way aren't part of a backup, so whoever waits for one is told what to do. */
async function endBrokenOffImports(tx: Sql): Promise<void> {
  const [found] = await tx`select to_regclass('public.imports') is not null as there`;
  if (!found?.there) return;
  await tx`
    update public.imports set state = 'failed', ended_at = now(),
      problem = 'This import was under way when the backup was made that was restored since. Upload the file again.'
    where state not in ('done', 'failed', 'cancelled')`;
}
