// SQL of measures and of the attempts to make them.
import { and, asc, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { measureRuns, measures, snapshots } from "@/server/db/schema/dataset";
import type { Drift } from "./drift-rules";
import type { GoodMeasure, Measure, MeasurePoint } from "./measure-contract";
import type { MemberProfile } from "./profile-rules";

const POINT = {
  documentId: measures.documentId,
  version: measures.version,
  snapshot: {
    id: snapshots.id,
    datasetId: snapshots.datasetId,
    dataName: sql<string>`(select name from datasets where datasets.id = ${snapshots.datasetId})`,
    number: snapshots.number,
    asOf: snapshots.asOf,
    isRemoved: sql<boolean>`${snapshots.removedAt} is not null`,
  },
  isBaseline: measures.isBaseline,
  state: measures.state,
  count: measures.count,
  base: measures.base,
  entered: measures.entered,
  left: measures.left,
  problem: measures.problem,
  measuredAt: measures.measuredAt,
};
const WHOLE = { ...POINT, profile: measures.profile, drift: measures.drift };

const ofSnapshot = eq(snapshots.id, measures.snapshotId);

const asPoint = <R extends { readonly measuredAt: Date }>(row: R) => ({
  ...row,
  measuredAt: row.measuredAt.toISOString(),
});
const asMeasure = <R extends { readonly measuredAt: Date; readonly profile: unknown; readonly drift: unknown }>(
  row: R,
) => ({
  ...asPoint(row),
  profile: row.profile as MemberProfile | null,
  drift: row.drift as Drift | null,
});

/** What was measured of a document, oldest snapshot and version first. */
export async function listMeasures(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  limit: number,
): Promise<readonly MeasurePoint[]> {
  const rows = await tx
    .select(POINT)
    .from(measures)
    .innerJoin(snapshots, ofSnapshot)
    .where(and(eq(measures.workspaceId, workspaceId), eq(measures.documentId, documentId)))
    .orderBy(desc(snapshots.number), desc(measures.version))
    .limit(limit);
  return rows.map(asPoint).toReversed();
}

/** Measures of versions, newest snapshot first; only good ones, or all attempts. */
export async function readMeasuresOf(
  tx: Tx,
  workspaceId: string,
  { documentId, version }: { readonly documentId: string; readonly version: number },
): Promise<readonly Measure[]> {
  const rows = await tx
    .select(WHOLE)
    .from(measures)
    .innerJoin(snapshots, ofSnapshot)
    .where(
      and(
        eq(measures.workspaceId, workspaceId),
        eq(measures.documentId, documentId),
        eq(measures.version, version),
        // Of the first and the newest few alone; pictures are large.
        sql`(${measures.isBaseline} or ${snapshots.number} > (
          select max(s.number) - 3 from measures m join snapshots s on s.id = m.snapshot_id
          where m.document_id = ${documentId} and m.version = ${version}))`,
      ),
    )
    .orderBy(desc(snapshots.number));
  return rows.map(asMeasure);
}

/** One measure, with its picture. */
export async function findMeasure(
  tx: Tx,
  workspaceId: string,
  which: { readonly documentId: string; readonly version: number; readonly snapshotId: string },
): Promise<Measure | undefined> {
  const [row] = await tx
    .select(WHOLE)
    .from(measures)
    .innerJoin(snapshots, ofSnapshot)
    .where(
      and(
        eq(measures.workspaceId, workspaceId),
        eq(measures.documentId, which.documentId),
        eq(measures.version, which.version),
        eq(measures.snapshotId, which.snapshotId),
      ),
    );
  return row && asMeasure(row);
}

const areGood = (workspaceId: string, documentIds: readonly string[]) =>
  and(
    eq(measures.workspaceId, workspaceId),
    inArray(measures.documentId, [...documentIds]),
    sql`${measures.count} is not null`,
  );
const NEWEST_FIRST = [asc(measures.documentId), desc(measures.version), desc(snapshots.number)];

/** The newest good measure of each document, whatever its version, with its picture. */
export async function readNewestMeasures(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
): Promise<readonly Measure[]> {
  if (documentIds.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([measures.documentId], WHOLE)
    .from(measures)
    .innerJoin(snapshots, ofSnapshot)
    .where(areGood(workspaceId, documentIds))
    .orderBy(...NEWEST_FIRST);
  return rows.map(asMeasure);
}

/** The newest good counts, without pictures: as lists show them. */
export async function readNewestSizes(
  tx: Tx,
  workspaceId: string,
  documentIds: readonly string[],
): Promise<readonly MeasurePoint[]> {
  if (documentIds.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([measures.documentId], POINT)
    .from(measures)
    .innerJoin(snapshots, ofSnapshot)
    .where(areGood(workspaceId, documentIds))
    .orderBy(...NEWEST_FIRST);
  return rows.map(asPoint);
}

type Key = { readonly documentId: string; readonly version: number; readonly snapshotId: string };

/** Keeps a good result, in the place of what an earlier attempt left. */
export async function keepMeasure(tx: Tx, workspaceId: string, key: Key, result: GoodMeasure): Promise<void> {
  const { profile, drift, ...rest } = result;
  const row = {
    ...rest,
    profile: { ...profile },
    drift: drift && { ...drift },
    state: "measured" as const,
    problem: null,
    measuredAt: sql`now()`,
  };
  await tx
    .insert(measures)
    .values({ workspaceId, ...key, ...row })
    .onConflictDoUpdate({ target: [measures.documentId, measures.version, measures.snapshotId], set: row });
}

/** Keeps that it couldn't be measured; the last good result stays where there is one. */
export async function keepProblem(
  tx: Tx,
  workspaceId: string,
  key: Key,
  row: { readonly state: "failed" | "invalid"; readonly problem: string },
): Promise<void> {
  await tx
    .insert(measures)
    .values({ workspaceId, ...key, ...row })
    .onConflictDoUpdate({
      target: [measures.documentId, measures.version, measures.snapshotId],
      set: { ...row, measuredAt: sql`now()` },
    });
}

/** Adds to a picture what was counted after it: everybody, and what is typical. */
export async function keepPicture(tx: Tx, workspaceId: string, key: Key, profile: MemberProfile): Promise<void> {
  await tx
    .update(measures)
    .set({ profile: { ...profile } })
    .where(
      and(
        eq(measures.workspaceId, workspaceId),
        eq(measures.documentId, key.documentId),
        eq(measures.version, key.version),
        eq(measures.snapshotId, key.snapshotId),
      ),
    );
}

export async function insertRun(tx: Tx, row: typeof measureRuns.$inferInsert): Promise<void> {
  await tx.insert(measureRuns).values(row);
}

/** Attempts, newest first. */
export async function listRuns(tx: Tx, workspaceId: string, documentId: string, limit: number) {
  return tx
    .select({
      version: measureRuns.version,
      snapshotNumber: snapshots.number,
      startedAt: measureRuns.startedAt,
      milliseconds: measureRuns.milliseconds,
      count: measureRuns.count,
      base: measureRuns.base,
      problem: measureRuns.problem,
    })
    .from(measureRuns)
    .leftJoin(snapshots, eq(snapshots.id, measureRuns.snapshotId))
    .where(and(eq(measureRuns.workspaceId, workspaceId), eq(measureRuns.documentId, documentId)))
    .orderBy(desc(measureRuns.id))
    .limit(limit);
}

/** The snapshot before this one whose data are there; its id. */
export async function findSnapshotBefore(
  tx: Tx,
  workspaceId: string,
  { datasetId, number }: { readonly datasetId: string; readonly number: number },
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: snapshots.id })
    .from(snapshots)
    .where(
      and(
        eq(snapshots.workspaceId, workspaceId),
        eq(snapshots.datasetId, datasetId),
        lt(snapshots.number, number),
        isNull(snapshots.removedAt),
      ),
    )
    .orderBy(desc(snapshots.number))
    .limit(1);
  return row?.id;
}
