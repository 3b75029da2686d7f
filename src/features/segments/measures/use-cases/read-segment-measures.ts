import { readPoints, readSizes, readVersionMeasures } from "@/features/datasets/measures/use-cases/read-measures";
import { readSnapshot } from "@/features/datasets/use-cases/read-snapshot";
import { readLinkCards } from "@/features/documents/links/use-cases/read-links";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { SegmentMeasures, SegmentSize } from "../segment-measure-contract";
import { publishedRule } from "./published-rule";

/** What was measured of a version, and how the segment's size went. Throws NOT_FOUND. */
export async function readSegmentMeasures(
  scope: Scope<"document.read">,
  { documentId, version }: { readonly documentId: string; readonly version: number | null },
): Promise<SegmentMeasures> {
  const rule = await publishedRule(scope, documentId, version);
  const points = await readPoints(scope, documentId);
  if (!rule)
    return { version: null, dataName: "", newest: null, baseline: null, problem: null, isPending: false, points };
  const measured = await readVersionMeasures(scope, { documentId, version: rule.version });
  const newest = measured.find(({ count }) => count !== null) ?? null;
  const first = measured.find(({ isBaseline }) => isBaseline) ?? null;
  const attempt = measured[0];
  const problem =
    attempt && attempt.state !== "measured"
      ? { sentence: attempt.problem ?? "", state: attempt.state, snapshotNumber: attempt.snapshot.number }
      : null;
  const latest = rule.isCurrent ? await newestSnapshotId(scope, rule.datasetId) : null;
  return {
    version: rule.version,
    dataName: rule.dataName,
    newest,
    baseline: first && first.snapshot.id !== newest?.snapshot.id ? first : null,
    problem,
    isPending: latest !== null && !measured.some(({ snapshot }) => snapshot.id === latest),
    points,
  };
}

async function newestSnapshotId(scope: Scope<"document.read">, datasetId: string): Promise<string | null> {
  try {
    return (await readSnapshot(scope, { datasetId, snapshotId: null })).id;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

/** How large segments are that the person may see and that were measured. */
export async function readSegmentSizes(
  scope: Scope<"document.read">,
  documentIds: readonly string[],
): Promise<readonly SegmentSize[]> {
  const visible = await readLinkCards(scope, documentIds);
  const ids = visible.filter(({ kind }) => kind === "segment").map(({ id }) => id);
  const sizes = await readSizes(scope, ids);
  return sizes.flatMap(({ documentId, count, base, snapshot }) =>
    count === null || base === null ? [] : [{ documentId, count, base, asOf: snapshot.asOf }],
  );
}
