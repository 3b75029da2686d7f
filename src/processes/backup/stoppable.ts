import type postgres from "postgres";

/** Without its connection, everything that works with the database gives up, and the database takes back what was begun. */
export function endWhenStopped(sql: postgres.Sql, signal: AbortSignal | undefined): void {
  const end = () => void sql.end({ timeout: 0 });
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
}

/**
 * A transaction whose `work` is over when this settles, so that its caller can tidy up: a lost connection ends the
 * transaction before what was at work in it has noticed.
 */
export async function settledTransaction<T>(
  sql: postgres.Sql,
  options: string,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const works: Promise<T>[] = [];
  try {
    await sql.begin(options, (tx) => {
      const begun = work(tx);
      works.push(begun);
      return begun;
    });
  } catch (error) {
    await Promise.allSettled(works);
    throw error;
  }
  const [done] = await Promise.all(works);
  return done as T;
}
