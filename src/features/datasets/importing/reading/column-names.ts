// What columns are called when the file leaves it open. Detection and import name them by this alone, so that a plan's
// columns are found again.
import { MAX_NAME } from "../import-contract";

/** One name for each cell of the header: trimmed, "Column 3" for an empty one, "Name (2)" for a second of its kind. */
export function columnNames(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  const written = header.map((cell) => clean(cell));
  const given = new Set(written);
  return written.map((name, index) => {
    const base = name || `Column ${index + 1}`;
    let unique = base;
    for (let number = 2; taken.has(unique) || (number > 2 && given.has(unique)); number += 1) {
      unique = `${base.slice(0, MAX_NAME - 8)} (${number})`;
    }
    taken.add(unique);
    return unique;
  });
}

/** The names of columns of a file without a header. */
export function namesWithout(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `Column ${index + 1}`);
}

function clean(cell: string): string {
  return cell
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_NAME)
    .trim();
}
