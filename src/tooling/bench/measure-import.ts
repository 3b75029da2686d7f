// A file of customers from the end of its upload to the first count, against DuckDB writing it as Parquet by itself.
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import type { ImportDetails } from "@/features/datasets/importing/import-contract";
import { finishedPlan, proposePlan } from "@/features/datasets/importing/plan-edit-rules";
import type { UploadState } from "@/features/datasets/importing/upload/upload-contract";
import { UPLOAD_PATH } from "@/shared/api-convention";
import { call, headersOf } from "./data-calls";
import { AS_OF, writeCsv } from "./data-customers";
import { fiveConditions } from "./data-questions";
import type { Installation } from "./installation";
import { memoryOf, processesBelow } from "./process-tree";
import { atMost, type Section } from "./report";

export interface ImportBench {
  readonly installation: Installation;
  readonly cookie: string;
  /** Where the data go; the person may import there. */
  readonly workspaceId: string;
}

/** How often memory is looked at, in milliseconds. */
const LOOK = 50;

export async function measureImport(bench: ImportBench, count: number): Promise<Section> {
  const { installation } = bench;
  const file = join(installation.data, "bench.csv");
  await writeCsv(file, count);
  try {
    const { size } = await stat(file);
    const { documentId } = await call<{ documentId: string }>(bench, "segments.create", { title: "Five" }, "POST");
    const bare = await bareConversion(file, join(installation.data, "bench.parquet"));
    const uploading = performance.now();
    const importId = await upload(bench, file, size);
    const uploaded = performance.now();
    const memory = watchMemory(installation);
    const { detected } = await until(
      () => call<UploadState>(bench, "datasets.upload", { importId }),
      (state) => state.detected !== null || state.problem !== null,
    );
    if (!detected) throw new Error("The file was not understood.");
    const looked = performance.now();
    const plan = finishedPlan(proposePlan(detected, { today: AS_OF, timeZone: "UTC" }));
    const dataset = { name: "Imported", purpose: "Benchmark", retentionDays: null };
    await call(bench, "datasets.startImport", { importId, plan, dataset }, "POST");
    const imported = await until(
      () => call<ImportDetails>(bench, "datasets.readImport", { importId }),
      ({ state }) => state === "done" || state === "failed",
    );
    if (imported.state !== "done" || !imported.dataset) throw new Error(`The import failed: ${imported.problem}`);
    const written = performance.now();
    const question = { documentId, datasetId: imported.dataset.id, snapshotId: null };
    await call(bench, "segments.countRule", { ...question, match: "all", rows: fiveConditions(), pins: [] });
    const counted = performance.now();
    const most = memory.stop();
    return report(count, size, bare, {
      ...{ upload: uploaded - uploading, look: looked - uploaded, write: written - looked, count: counted - written },
      ...{ most },
    });
  } finally {
    await rm(file, { force: true });
  }
}

async function bareConversion(file: string, parquet: string): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(`COPY (FROM read_csv('${file}')) TO '${parquet}' (FORMAT parquet)`);
  const milliseconds = performance.now() - started;
  connection.closeSync();
  instance.closeSync();
  await rm(parquet);
  return milliseconds;
}

async function upload({ installation, cookie, workspaceId }: ImportBench, file: string, size: number): Promise<string> {
  const answer = await fetch(`${installation.url}${UPLOAD_PATH}/${workspaceId}?name=customers.csv`, {
    method: "PUT",
    headers: {
      ...headersOf(installation, cookie),
      "content-type": "application/octet-stream",
      "content-length": `${size}`,
    },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: "half",
  } as RequestInit);
  if (!answer.ok) throw new Error(`The upload was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { importId: string }).importId;
}

async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await sleep(20);
  }
}

/** The most that worker and reader took together, in MB. */
function watchMemory(installation: Installation): { readonly stop: () => number } {
  let most = 0;
  const timer = setInterval(() => {
    const pids = processesBelow(installation.pid())?.get("worker") ?? [];
    most = Math.max(most, memoryOf(pids).rss);
  }, LOOK);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}

interface Took {
  readonly upload: number;
  readonly look: number;
  readonly write: number;
  readonly count: number;
  /** Megabytes. */
  readonly most: number;
}

function report(count: number, size: number, bare: number, took: Took): Section {
  const many = `${count / 1e6} M`;
  const total = took.look + took.write + took.count;
  const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(2);
  return {
    tables: [
      {
        title: `Importing ${many} customers of twenty traits, ${(size / 1e6).toFixed(0)} MB of CSV (s)`,
        columns: ["upload", "looked at", "converted", "first count", "upload ended to first count", "bare DuckDB"],
        rows: [[took.upload, took.look, took.write, took.count, total, bare].map(seconds)],
        notes: [
          `Bare DuckDB reads the file and writes Parquet, in the same run, without looking at cells that can't be read, and profiles nothing. Worker and reader took ${took.most.toFixed(0)} MB together at most.`,
        ],
      },
    ],
    goals: [
      atMost(`${many}: import over bare read_csv to Parquet`, total / bare, 2, " ×"),
      ...(count === 1_000_000
        ? [
            atMost(`${many}: upload ended to first count`, total / 1_000, 4, " s"),
            atMost(`${many}: memory of the import`, took.most, 500, " MB", 0),
          ]
        : []),
    ],
  };
}
