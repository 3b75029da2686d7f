// Where large files lie that every process must reach: snapshots of customer data. Keys are paths of plain names.
import { createHash } from "node:crypto";
import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface FileStore {
  /** Takes a file of this machine over under a key, whole or not at all; the given one is gone afterwards. */
  put(key: string, file: string): Promise<void>;
  /** A path on this machine with the file's bytes, to be read only. Throws when there is none. */
  local(key: string): Promise<string>;
  /** Deletes a file, or everything below a key that ends in "/". No error where there is nothing. */
  remove(key: string): Promise<void>;
}

const KEY = /^[\w-]+(\/[\w.-]+)*\/?$/;

/** Throws where a key could lead out of its place. */
export function checkKey(key: string): void {
  if (!KEY.test(key) || key.includes("..")) throw new Error("this is no key of a file");
}

/** A folder of this machine. */
export function folderStore(folder: string): FileStore {
  const pathOf = (key: string) => {
    checkKey(key);
    return join(folder, key);
  };
  return {
    async put(key, file) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await rename(file, path).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "EXDEV") throw error;
        // Another disk: copied beside its place first, so that half a file never has its name.
        const beside = `${path}.${createHash("sha256").update(file).digest("hex").slice(0, 8)}`;
        await copyFile(file, beside);
        await rename(beside, path);
        await rm(file);
      });
    },
    async local(key) {
      const path = pathOf(key);
      await stat(path);
      return path;
    },
    remove: (key) => rm(pathOf(key), { recursive: true, force: true }),
  };
}
