import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { measuringOrder, type Resting } from "../measure-order-rules";
import { listMeasuredSegments } from "../measured-segment-queries";
import { type Completion, completeMeasure, type InScope, measureSegment } from "./measure-segment";

/** Segments under way at a time: more than the data are asked at once, so that none waits for the database. */
const AT_ONCE = 4;

/**
 * Measures every published segment of a dataset on a snapshot, those that others rest on first. One that fails never stops
 * the others; what failed for no fault of a rule is thrown at the end, so that the job comes back for it alone.
 */
export async function measureSnapshot(
  inScope: InScope,
  { datasetId, snapshotId }: { readonly datasetId: string; readonly snapshotId: string },
): Promise<void> {
  const segments = await inScope((scope) => measuredSegments(scope, datasetId));
  const failures: unknown[] = [];
  const completions: Completion[] = [];
  for (const group of measuringOrder(segments)) {
    const left = [...group];
    const work = async () => {
      for (let segment = left.shift(); segment; segment = left.shift()) {
        try {
          const done = await measureSegment(inScope, { documentId: segment.documentId, snapshotId });
          if (done) completions.push(done);
        } catch (error) {
          failures.push(error);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  for (const completion of completions) {
    try {
      await completeMeasure(inScope, completion);
    } catch (error) {
      // The counts stand; the picture beside them is filled in by the next snapshot.
      if (!(error instanceof AppError)) failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** The segments with those that they rest on. */
async function measuredSegments(scope: Scope<"document.read">, datasetId: string): Promise<readonly Resting[]> {
  const rows = await listMeasuredSegments(scope.tx, scope.workspaceId, datasetId);
  return rows.map(({ documentId, rule }) => ({
    documentId,
    restsOn: (rule ?? []).flatMap(({ node }) => (node?.k === "segment" && !node.off ? [node.id] : [])),
  }));
}
