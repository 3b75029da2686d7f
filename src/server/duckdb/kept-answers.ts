// Answers that were given. What the files say never changes, so they stay true as long as the files are there.
import type { Row } from "./plain-rows";

interface Kept {
  readonly rows: readonly Row[];
  readonly files: readonly string[];
  readonly size: number;
}

/** Values of all answers together, some 50 MB of them. */
const MOST_VALUES = 500_000;
/** Values of one answer; longer ones are lists that nobody asks for twice. */
const MOST_OF_ONE = 20_000;

export class KeptAnswers {
  /** Last asked last. */
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  get(key: string): readonly Row[] | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.rows;
  }

  keep(key: string, rows: readonly Row[], files: readonly string[]): void {
    // An answer costs something beside its values.
    const size = rows.length * Object.keys(rows[0] ?? {}).length + 5;
    if (size > MOST_OF_ONE) return;
    this.remove(key);
    this.kept.set(key, { rows, files, size });
    this.size += size;
    for (const oldest of this.kept.keys()) {
      if (this.size <= MOST_VALUES) return;
      this.remove(oldest);
    }
  }

  forget(file: string): void {
    for (const [key, { files }] of this.kept) if (files.includes(file)) this.remove(key);
  }

  private remove(key: string): void {
    this.size -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
