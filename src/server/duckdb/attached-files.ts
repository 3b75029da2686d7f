// Which database files are attached, under which names, and when they are let go of.
import { access } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";

export interface UsedFile {
  readonly name: string;
  release(): void;
}

interface Entry {
  readonly name: string;
  readonly ready: Promise<unknown>;
  users: number;
  /** Set when nobody may begin to use it any more; resolves when it is detached. */
  leaving: PromiseWithResolvers<void> | null;
}

/** Files that are kept attached while nobody asks them. */
const MOST = 24;

export class AttachedFiles {
  /** Last used last. */
  private readonly entries = new Map<string, Entry>();
  private named = 0;

  constructor(private readonly control: DuckDBConnection) {}

  /** Attaches the file for reading unless it is; it stays until it is released. Throws DuckDB's error. */
  async use(file: string): Promise<UsedFile> {
    let entry = this.entries.get(file);
    // A file can't be attached a second time before the first has ended.
    while (entry?.leaving) {
      await entry.leaving.promise;
      entry = this.entries.get(file);
    }
    if (!entry) {
      this.named += 1;
      const name = `file_${this.named}`;
      const ready = this.control.run(`ATTACH '${file.replaceAll("'", "''")}' AS ${name} (READ_ONLY)`);
      entry = { name, ready, users: 0, leaving: null };
    }
    const used = entry;
    used.users += 1;
    this.entries.delete(file);
    this.entries.set(file, used);
    try {
      await used.ready;
    } catch (error) {
      used.users -= 1;
      if (this.entries.get(file) === used) this.entries.delete(file);
      used.leaving?.resolve();
      throw error;
    }
    this.detachUnused();
    let isReleased = false;
    const release = () => {
      if (isReleased) return;
      isReleased = true;
      used.users -= 1;
      if (used.leaving && used.users === 0) void this.detach(file, used);
      else this.detachUnused();
    };
    return { name: used.name, release };
  }

  /** Lets go of a file as soon as nobody uses it; who wants to use it from now on attaches it anew. */
  async forget(file: string): Promise<void> {
    const entry = this.entries.get(file);
    if (!entry) return;
    if (entry.leaving) return entry.users === 0 ? entry.leaving.promise : undefined;
    entry.leaving = Promise.withResolvers();
    if (entry.users === 0) await this.detach(file, entry);
  }

  /** Attached files that are no longer there, as when another process removed them. */
  async missing(): Promise<readonly string[]> {
    const files = [...this.entries.keys()];
    const found = await Promise.allSettled(files.map((file) => access(file)));
    return files.filter((_, place) => found[place]?.status === "rejected");
  }

  private detachUnused(): void {
    let over = this.entries.size - MOST;
    for (const [file, entry] of this.entries) {
      if (over <= 0) return;
      if (entry.leaving) over -= 1;
      if (entry.leaving || entry.users > 0) continue;
      over -= 1;
      void this.forget(file);
    }
  }

  private async detach(file: string, entry: Entry): Promise<void> {
    // It may never have become ready, and then there is nothing to detach.
    await entry.ready.then(() => this.control.run(`DETACH ${entry.name}`)).catch(() => {});
    if (this.entries.get(file) === entry) this.entries.delete(file);
    entry.leaving?.resolve();
  }
}
