import type { z } from "zod";
import type { JobDefinition } from "./enqueue";

/** A job with the code that does it. Throwing retries it later, with growing pauses. */
export interface JobHandler {
  readonly name: string;
  run(payload: unknown): Promise<void>;
}

/** Ties code to a job; the payload is validated again, since the queue outlives releases. */
export function handleJob<P extends z.ZodType>(
  job: JobDefinition<string, P>,
  work: (payload: z.output<P>) => Promise<void>,
): JobHandler {
  return { name: job.name, run: async (payload) => work(job.payload.parse(payload)) };
}
