import { copyFile, link, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { FileStore } from "@/server/files/folder-store";
import { listNamedFiles } from "./snapshot-keys";
import type { Sql } from "./table-catalog";

export interface PinnedFiles {
  readonly pinned: readonly { readonly key: string; readonly file: string }[];
  /** Named by rows and not in the store. */
  readonly missing: readonly string[];
}

/**
 * Links what the rows of this transaction name into `folder`, so that it outlives a deletion while tables are read. A
 * missing file was deleted since the transaction began, or is lost: begun anew, the rows tell which.
 */
export async function pinFiles(sql: Sql, files: FileStore, folder: string): Promise<PinnedFiles> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pinned: { key: string; file: string }[] = [];
  const missing: string[] = [];
  for (const { key, mayBeGone } of await listNamedFiles(sql)) {
    const file = path.join(folder, String(pinned.length));
    try {
      await linkOrCopy(await files.local(key), file);
      pinned.push({ key, file });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      if (!mayBeGone) missing.push(key);
    }
  }
  return { pinned, missing };
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw error;
    await copyFile(from, to);
  });
}

/** A folder of this process below `parent`; those of processes that were killed go. */
export async function scratchFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent).catch(() => [])) {
    if (!isAlive(Number(name))) await rm(path.join(parent, name), { recursive: true, force: true });
  }
  return path.join(parent, String(process.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
