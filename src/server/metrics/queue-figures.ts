// What waits in the database, told by whichever process is asked: workers have no port, and each sees only its own part.
import type postgres from "postgres";

export interface QueueFigures {
  readonly jobsWaiting: number;
  readonly jobsRunning: number;
  readonly jobsFailed: number;
  readonly oldestSeconds: number;
  readonly deliveriesWaiting: number;
  readonly deliveriesFailed: number;
  /** Of the whole installation, by what they do: active, idle, idle in transaction. */
  readonly connections: readonly { readonly state: string; readonly count: number }[];
}

/** A scrape gives up after ten seconds as a rule. */
const PATIENCE = "3s";

/** As the owner, since the queue belongs to it. Throws when the database doesn't answer. */
export async function queueFigures(owner: postgres.Sql): Promise<QueueFigures> {
  return owner.begin("read only", async (tx) => {
    await tx.unsafe(`set local statement_timeout = '${PATIENCE}'`);
    // A job that has been tried as often as it may lies there for somebody to look at.
    const [jobs] = await tx`
      select
        count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now())::int as waiting,
        count(*) filter (where locked_at is not null)::int as running,
        count(*) filter (where locked_at is null and attempts >= max_attempts)::int as failed,
        coalesce(extract(epoch from now() - min(run_at)
          filter (where locked_at is null and attempts < max_attempts and run_at <= now())), 0)::float8 as oldest
      from graphile_worker._private_jobs`;
    const [deliveries] = await tx`
      select (select count(*) from deliveries where state = 'waiting')::int as waiting,
        (select count(*) from deliveries where state = 'failed')::int as failed`;
    const connections = await tx<{ state: string; count: number }[]>`
      select state, count(*)::int as count from pg_stat_activity
      where datname = current_database() and state in ('active', 'idle', 'idle in transaction')
      group by state`;
    return {
      jobsWaiting: jobs?.waiting,
      jobsRunning: jobs?.running,
      jobsFailed: jobs?.failed,
      oldestSeconds: jobs?.oldest,
      deliveriesWaiting: deliveries?.waiting,
      deliveriesFailed: deliveries?.failed,
      connections: [...connections],
    };
  });
}
