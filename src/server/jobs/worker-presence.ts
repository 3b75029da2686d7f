// Whether a worker is at work, told by locks of its connection: they need no table, and end with the worker. So it is known
// as well whose jobs were left behind by a worker that was killed.
import postgres from "postgres";

/** Any numbers that every process of the product agrees on: for all workers, and for each one by its pool's name. */
const PRESENCE_LOCK = 4_221_802;
const POOL_LOCK = 4_221_803;
const RENEWAL_MS = 5_000;
/** A job that was taken up this long ago by a worker that isn't there was left behind, and not taken up just now. */
const GRACE = "10 seconds";

/**
 * Shows the worker whose pool has this name as present until the returned function is called; comes back by itself after an
 * outage. Meanwhile it lets go of jobs that killed workers have left behind, so that they are done within seconds and not
 * after the four hours that the queue would wait.
 */
export async function announceWorker(ownerUrl: string, pool: string): Promise<() => Promise<void>> {
  const sql = postgres(ownerUrl, { max: 1, idle_timeout: 0, max_lifetime: null, onnotice: () => {} });
  // Taken anew where the connection may be another one by now; shared, since there may be many.
  const announce = async () => {
    await sql`
      select pg_advisory_lock_shared(${PRESENCE_LOCK}), pg_advisory_lock_shared(${POOL_LOCK}, hashtext(${pool}))
      where not exists (select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory'
        and classid = ${POOL_LOCK} and objsubid = 2)`;
  };
  await announce();
  const timer = setInterval(() => {
    announce()
      .then(() => releaseLeftBehind(sql))
      .catch(() => {});
  }, RENEWAL_MS);
  return async () => {
    clearInterval(timer);
    await sql.end({ timeout: 1 });
  };
}

async function releaseLeftBehind(sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ pool: string }[]>`
    select distinct j.locked_by as pool from graphile_worker._private_jobs j
    where j.locked_by like 'pool-%' and j.locked_at < now() - ${GRACE}::interval and not exists (
      select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
      where l.locktype = 'advisory' and l.classid = ${POOL_LOCK} and l.objsubid = 2
        and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid and l.granted)`;
  if (rows.length === 0) return;
  await sql`select graphile_worker.force_unlock_workers(${rows.map(({ pool }) => pool)})`;
}

/** Whether any worker is present, for any role. */
export async function isWorkerPresent(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql`
    select 1 from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.objid = ${PRESENCE_LOCK} and l.granted limit 1`;
  return row !== undefined;
}
