// Where a snapshot's rows lie, and how they are asked.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { env } from "@/env";
import type { QuestionEngine } from "@/server/duckdb/question-engine";
import { appFiles } from "@/server/files/file-store";
import { AppError } from "@/shared/errors";

/** What names a snapshot's files: they never change, since an erasure makes a new revision. */
export interface SnapshotFiles {
  readonly workspaceId: string;
  readonly id: string;
  readonly revision: number;
  readonly hasEvents: boolean;
}

/** The key below which a snapshot's Parquet files lie: customers.parquet and, where there are any, events.parquet. */
export function snapshotKey({ workspaceId, id, revision }: Omit<SnapshotFiles, "hasEvents">): string {
  return `${snapshotFolder({ workspaceId, id })}${revision}/`;
}

/** The key below which all revisions lie. */
export function snapshotFolder({ workspaceId, id }: Pick<SnapshotFiles, "workspaceId" | "id">): string {
  return `${snapshotsFolder(workspaceId)}${id}/`;
}

/** The key below which all snapshots of a workspace lie. */
export function snapshotsFolder(workspaceId: string): string {
  return `snapshots/${workspaceId}/`;
}

const cacheFolder = () => resolve(env().DATA_DIR, "questions");

/** The database file that questions are asked of, which may be thrown away. */
export function databaseFile({ id, revision }: Pick<SnapshotFiles, "id" | "revision">): string {
  return join(cacheFolder(), `${id}-${revision}.duckdb`);
}

let engine: Promise<QuestionEngine> | undefined;
/** The same, once it is there. */
let opened: QuestionEngine | undefined;

/** The process's engine. */
export function appQuestions(): Promise<QuestionEngine> {
  if (!engine) {
    const folder = cacheFolder();
    mkdirSync(folder, { recursive: true });
    // Loaded when it is needed: the process that renders pages knows this file too, and never asks.
    engine = import("@/server/duckdb/question-engine").then((loaded) =>
      loaded.QuestionEngine.open({ folder, memoryMegabytes: env().DATA_MEMORY_MB }),
    );
    engine.then(
      (ready) => {
        opened = ready;
      },
      // The next one tries again.
      () => {
        engine = undefined;
      },
    );
  }
  return engine;
}

/** What the process's engine does at this moment. */
export function questionLoad(): { readonly running: number; readonly waiting: number } {
  return opened?.load ?? { running: 0, waiting: 0 };
}

/** Ends the process's engine, if it has begun. */
export async function closeQuestions(): Promise<void> {
  await (await engine)?.close();
}

/** The snapshot's database file, made first where this machine has none. Throws NOT_FOUND when its data are gone. */
export async function openSnapshot(snapshot: SnapshotFiles): Promise<string> {
  const target = databaseFile(snapshot);
  const key = snapshotKey(snapshot);
  const parquet = async () => {
    const names = snapshot.hasEvents ? ["customers", "events"] : ["customers"];
    const files = names.map(async (name) => [name, await appFiles().local(`${key}${name}.parquet`)] as const);
    return Object.fromEntries(await Promise.all(files));
  };
  const { materialise } = await import("@/server/duckdb/materialise");
  await materialise(target, parquet, env().DATA_MEMORY_MB).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new AppError("NOT_FOUND", "These data were deleted.") : error;
  });
  return target;
}
