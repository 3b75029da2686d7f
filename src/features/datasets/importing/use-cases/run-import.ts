// One attempt to read a file into a snapshot, in the worker. Nothing of it is seen before it is whole.
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "@/env";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db, Tx } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { appFiles } from "@/server/files/file-store";
import { AppError } from "@/shared/errors";
import type { Catalog } from "../../catalog-rules";
import { newestSnapshot } from "../../dataset-queries";
import { databaseFile, snapshotKey } from "../../snapshots/snapshot-files";
import type { Converted } from "../conversion/convert-file";
import type { Known } from "../conversion/table-building";
import type { ImportProgress } from "../import-plan-rules";
import { endImport, lockImport, storeInterrupted, takeImport, touchImport } from "../import-queries";
import type { ReaderLimits } from "../reading/reader-protocol";
import { runReader } from "../reading/run-reader";
import { uploadedFile, uploadFolder } from "../upload/upload-files";
import { takeSnapshot } from "./take-snapshot";

export interface AskedImport {
  readonly workspaceId: string;
  readonly userId: string;
  readonly importId: string;
}

/** Whoever runs one tells so this often; one of whom nothing is heard for so long is dead. */
const TELL_MS = 700;
export const SILENT_SECONDS = 15;
const MAX_ATTEMPTS = 3;
/** Each takes its own memory and both cores of a small machine. */
const AT_ONCE = 2;

let running = 0;

class Given extends Error {}

/**
 * Does nothing where the import has ended or somebody else is at it, and where this process has enough to do: whoever looks
 * for silent imports finds it again. Throws what isn't the file's fault, so that it is tried anew, three times in all.
 */
export async function runImport(db: Db, asked: AskedImport): Promise<void> {
  if (running >= AT_ONCE) return;
  running += 1;
  try {
    await attempt(db, asked);
  } finally {
    running -= 1;
  }
}

async function attempt(db: Db, asked: AskedImport): Promise<void> {
  const { workspaceId, importId, userId } = asked;
  const key = { workspaceId, importId };
  const inScope = <T>(work: (tx: Tx) => Promise<T>) =>
    inTransaction(db, async (tx) => {
      await scopeOfAccepted(tx, userId, workspaceId);
      return work(tx);
    });
  const taken = await inScope(async (tx) => {
    const row = await takeImport(tx, key, SILENT_SECONDS);
    const newest = row?.datasetId ? await newestSnapshot(tx, workspaceId, row.datasetId) : undefined;
    return row && { ...row, known: newest ? knownOf(newest.catalog) : null };
  });
  if (!taken?.confirmed || !taken.detected) return;
  const { confirmed, detected, known } = taken;
  const number = taken.attempt + 1;
  const folder = join(uploadFolder(workspaceId, importId), `attempt-${number}`);
  await clearAttempts(workspaceId, importId);
  if (taken.leftSnapshotId) await removeFiles(workspaceId, taken.leftSnapshotId);

  const snapshotId = crypto.randomUUID();
  const stop = new AbortController();
  let progress: Partial<ImportProgress> = {};
  let telling = Promise.resolve();
  const tell = () =>
    inScope((tx) => touchImport(tx, key, { ...progress, attempt: number, snapshotId })).then((isMine) => {
      if (!isMine) stop.abort(new Given());
    });
  const ticking = setInterval(() => {
    telling = telling.then(tell).catch(() => {});
  }, TELL_MS);
  try {
    if (taken.attempt >= MAX_ATTEMPTS) throw tooOften();
    await tell();
    const converted: Converted = await runReader(
      "convert",
      {
        ...{ file: uploadedFile(workspaceId, importId), plan: confirmed.plan, rows: detected.rows, known, folder },
        names: detected.columns.toSorted((one, other) => one.position - other.position).map(({ name }) => name),
      },
      {
        limits: limitsFor(confirmed.plan.columns.length),
        signal: stop.signal,
        onProgress: (news) => {
          progress = news;
        },
      },
    );
    await tell();
    stop.signal.throwIfAborted();
    await putFiles(workspaceId, snapshotId, folder, converted);
    await inTransaction(db, (tx) =>
      takeSnapshot(tx, { ...asked, attempt: number, snapshotId, converted, confirmed, detected }),
    );
  } catch (error) {
    clearInterval(ticking);
    await telling;
    await removeFiles(workspaceId, snapshotId);
    return await giveUp(error);
  } finally {
    clearInterval(ticking);
    await telling;
  }
  await keepQuestions(folder, snapshotId);
  await rm(uploadFolder(workspaceId, importId), { recursive: true, force: true });

  /** What is the file's fault or the person's ends the import; anything else is tried again. */
  async function giveUp(error: unknown): Promise<void> {
    const state = await inScope(async (tx) => {
      const row = await lockImport(tx, key);
      if (row?.state !== "running" || row.attempt !== number) return row?.state ?? "gone";
      if (isFinal(error)) await endImport(tx, key, { state: "failed", problem: error.message });
      else if (number >= MAX_ATTEMPTS) await endImport(tx, key, { state: "failed", problem: tooOften().message });
      else await storeInterrupted(tx, key);
      return "mine" as const;
    });
    if (state === "cancelled" || state === "gone") {
      await rm(uploadFolder(workspaceId, importId), { recursive: true, force: true });
      return;
    }
    if (state !== "mine") return;
    await clearAttempts(workspaceId, importId);
    if (!isFinal(error)) throw error;
  }
}

const MANY_COLUMNS = 200;

/** A table's columns each have their own place in memory, and each thread its own of every one. */
function limitsFor(columns: number): Partial<ReaderLimits> {
  if (columns <= MANY_COLUMNS) return {};
  return { memoryMegabytes: Math.min(env().DATA_MEMORY_MB, 384 + columns), threads: 1 };
}

function isFinal(error: unknown): error is AppError {
  return error instanceof AppError && error.code !== "UPSTREAM";
}

function tooOften(): AppError {
  return new AppError(
    "LIMIT",
    "Reading this file broke off three times. Nothing was stored. Try it with fewer columns, or split the file.",
  );
}

function knownOf({ traits, events }: Catalog): Known {
  const facts = (list: Catalog["traits"]) => list.map(({ id, label, type }) => ({ id, label, type }));
  return { traits: facts(traits), properties: facts(events?.properties ?? []) };
}

async function putFiles(
  workspaceId: string,
  snapshotId: string,
  folder: string,
  { report, hasLines }: Converted,
): Promise<void> {
  const key = snapshotKey({ workspaceId, id: snapshotId, revision: 1 });
  const files = [
    "customers.parquet",
    ...(report.events > 0 ? ["events.parquet"] : []),
    ...(hasLines ? ["lines.csv"] : []),
  ];
  for (const file of files) await appFiles().put(`${key}${file}`, join(folder, file));
}

async function removeFiles(workspaceId: string, snapshotId: string): Promise<void> {
  await appFiles().remove(snapshotKey({ workspaceId, id: snapshotId, revision: 1 }));
}

/** The tables as they were made are what questions are asked of: made anew they would cost as long again. */
async function keepQuestions(folder: string, snapshotId: string): Promise<void> {
  const target = databaseFile({ id: snapshotId, revision: 1 });
  await mkdir(dirname(target), { recursive: true });
  await rename(join(folder, "questions.duckdb"), target).catch(() => {});
}

async function clearAttempts(workspaceId: string, importId: string): Promise<void> {
  const folder = uploadFolder(workspaceId, importId);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.startsWith("attempt-"))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
