import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/server/db/client";

/** A job by name with the shape of its payload; the handler lives in a `*-job-handlers.ts`. */
export interface JobDefinition<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly payload: Payload;
}

export function defineJob<Name extends string, Payload extends z.ZodType>(
  name: Name,
  payload: Payload,
): JobDefinition<Name, Payload> {
  return { name, payload };
}

/**
 * Adds a job inside the transaction that makes it true: it starts within milliseconds of the commit, or never existed.
 * `key` states the fact, such as `version-published:<id>:<n>`; a second job with the same key is dropped. With `at` it
 * begins at that moment.
 */
export async function enqueue<P extends z.ZodType>(
  tx: Tx,
  job: JobDefinition<string, P>,
  payload: z.input<P>,
  key: string,
  at?: Date | null,
): Promise<void> {
  const json = JSON.stringify(job.payload.parse(payload));
  if (at) {
    await tx.execute(sql`select enqueue_job_at(${job.name}, ${json}::json, ${key}, ${at.toISOString()}::timestamptz)`);
    return;
  }
  await tx.execute(sql`select enqueue_job(${job.name}, ${json}::json, ${key})`);
}

/** Many jobs of one kind, in one statement. */
export async function enqueueAll<P extends z.ZodType>(
  tx: Tx,
  job: JobDefinition<string, P>,
  jobs: readonly { readonly payload: z.input<P>; readonly key: string }[],
): Promise<void> {
  if (jobs.length === 0) return;
  const rows = JSON.stringify(jobs.map(({ payload, key }) => ({ payload: job.payload.parse(payload), key })));
  await tx.execute(sql`
    select count(enqueue_job(${job.name}, r.payload, r.key)::text)
    from jsonb_to_recordset(${rows}::jsonb) as r(payload json, key text)`);
}
