import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/server/db/client";
import type { JobDefinition } from "./enqueue";

interface Place {
  /** States the fact, as in `enqueue`. */
  readonly key: string;
  /** Jobs of one queue never run at once, whatever the number of workers. */
  readonly queue: string;
  /** Not before; left out for now. */
  readonly at?: Date;
}

/** As `enqueue`, for jobs that must not take all workers at once: those of a queue follow one another. */
export async function enqueueInOrder<P extends z.ZodType>(
  tx: Tx,
  job: JobDefinition<string, P>,
  payload: z.input<P>,
  { key, queue, at }: Place,
): Promise<void> {
  const json = JSON.stringify(job.payload.parse(payload));
  const begin = at ? sql`${at.toISOString()}::timestamptz` : sql`now()`;
  await tx.execute(sql`select enqueue_job_in(${queue}, ${job.name}, ${json}::json, ${key}, ${begin})`);
}
