// A lock that one process holds on a file.
import { DatabaseSync } from "node:sqlite";

/**
 * Takes the lock, or answers undefined when another process holds it. It is SQLite's lock and thereby the operating
 * system's own: a killed process can't leave it behind, and no reuse of process numbers fools it. Node offers no other
 * way to such a lock. Throws when the file can't be made.
 */
export function tryFileLock(file: string): (() => void) | undefined {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec("pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    database?.close();
    if (/locked|busy/i.test(String(error))) return undefined;
    throw error;
  }
  const held = database;
  return () => held.close();
}
