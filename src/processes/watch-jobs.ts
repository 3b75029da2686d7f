// What becomes of jobs, as lines: never what they were given.
import type { WorkerEvents } from "graphile-worker";
import { reportFailure } from "@/server/failure-report";
import { log } from "@/server/logging/log";

export function watchJobs(events: WorkerEvents): void {
  const begun = new Map<string, number>();
  events.on("job:start", ({ job }) => void begun.set(job.id, performance.now()));
  events.on("job:success", ({ job }) => {
    log().write("info", "job", { ...factsOf(job), outcome: "done", ms: msOf(job.id) });
  });
  events.on("job:error", ({ job, error }) => {
    const isLast = job.attempts >= job.max_attempts;
    const facts = { attempt: job.attempts, outcome: isLast ? "given up" : "to be tried again", ms: msOf(job.id) };
    reportFailure("job", job.task_identifier, error, facts);
  });
  events.on("job:complete", ({ job }) => void begun.delete(job.id));

  function msOf(id: string): number {
    return Math.round(performance.now() - (begun.get(id) ?? performance.now()));
  }
}

function factsOf({ task_identifier, attempts }: { readonly task_identifier: string; readonly attempts: number }) {
  return { job: task_identifier, attempt: attempts };
}
