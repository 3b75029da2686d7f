// The queue's waiting jobs. Its tables are another program's, so jobs are carried as what they say and added anew.
import type { Sql } from "./table-catalog";

export const JOB_COLUMNS = ["task", "payload", "queue", "run_at", "attempts_left", "key", "priority"] as const;

/** Those that will still be tried; one that runs at this moment is tried again after a restore. */
export const COPY_JOBS_OUT = `
  copy (
    select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts - j.attempts, j.key, j.priority
    from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
    where j.attempts < j.max_attempts order by j.id
  ) to stdout`;

/** Takes copied jobs until the transaction ends. */
export const MAKE_JOB_TABLE = `
  create temporary table copied_jobs (
    task text, payload json, queue text, run_at timestamptz, attempts_left integer, key text, priority integer
  ) on commit drop`;

/** Adds them in their order. */
export async function addCopiedJobs(sql: Sql): Promise<void> {
  await sql`
    select count(graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at,
      max_attempts => attempts_left, job_key => key, priority => priority)) from copied_jobs`;
}
