// Whether a worker is at work, told by a lock of its connection: it needs no table, and ends with the worker.
import postgres from "postgres";

/** Any number that every process of the product agrees on. */
const PRESENCE_LOCK = 4_221_802;
const RENEWAL_MS = 5_000;

/** Shows this worker as present until the returned function is called; comes back by itself after an outage. */
export async function announceWorker(ownerUrl: string): Promise<() => Promise<void>> {
  const sql = postgres(ownerUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });
  // Shared, since there may be many; taken anew each time, since the connection may be another one by now.
  const announce = () =>
    sql.unsafe(`select pg_advisory_unlock_all(); select pg_advisory_lock_shared(${PRESENCE_LOCK})`).simple();
  await announce();
  const timer = setInterval(() => announce().catch(() => {}), RENEWAL_MS);
  return async () => {
    clearInterval(timer);
    await sql.end({ timeout: 1 });
  };
}

/** Whether any worker is present, for any role. */
export async function isWorkerPresent(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql`
    select 1 from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.objid = ${PRESENCE_LOCK} and l.granted limit 1`;
  return row !== undefined;
}
