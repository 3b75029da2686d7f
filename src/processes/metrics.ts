// What the api measures for Prometheus, loaded only where somebody asks for it.
import { env } from "@/env";
import { questionLoad } from "@/features/datasets/snapshots/snapshot-files";
import type { CollabServer } from "@/server/collab/collab-server";
import { connect } from "@/server/db/client";
import type { Metrics } from "@/server/metrics/metrics";
import { queueFigures } from "@/server/metrics/queue-figures";

/** Has a connection of its own as the owner of the queue, which only scrapes use and which goes with the process. */
export async function openMetrics(collab: CollabServer): Promise<Metrics> {
  const { metrics } = await import("@/server/metrics/metrics");
  const owner = connect(env().DATABASE_URL, 1);
  return metrics({
    live: () => ({ connections: collab.connections, documents: collab.documents }),
    questions: questionLoad,
    queues: () => queueFigures(owner.sql),
  });
}
