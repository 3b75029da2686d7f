// What others may do with measures: they are had and kept by the id of the document that they are of.
import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import type { GoodMeasure, MeasuredSnapshot } from "../measure-contract";
import { membersMeasured } from "../measure-jobs";
import { findSnapshotBefore, insertRun, keepMeasure, keepPicture, keepProblem } from "../measure-queries";
import type { MemberProfile } from "../profile-rules";

export interface MeasureKey {
  readonly documentId: string;
  readonly version: number;
  readonly snapshotId: string;
}

interface Attempt {
  readonly key: MeasureKey;
  readonly startedAt: Date;
  readonly milliseconds: number;
}

/** Keeps a good result and the attempt that made it. */
export async function storeMeasure(scope: Scope, { key, ...attempt }: Attempt, result: GoodMeasure): Promise<void> {
  const { tx, workspaceId } = scope;
  await keepMeasure(tx, workspaceId, key, result);
  const { count, base } = result;
  await insertRun(tx, { workspaceId, ...key, ...attempt, count, base, problem: null });
  // Later measures are told when their picture is complete.
  if (result.isBaseline) await tellMeasured(scope, key);
}

/** Keeps that an attempt failed, or that the rule can't be asked; what was measured before stays. */
export async function storeProblem(
  { tx, workspaceId }: Scope,
  { key, ...attempt }: Attempt,
  row: { readonly state: "failed" | "invalid"; readonly problem: string },
): Promise<void> {
  await keepProblem(tx, workspaceId, key, row);
  await insertRun(tx, { workspaceId, ...key, ...attempt, count: null, base: null, problem: row.problem });
}

export async function storePicture(scope: Scope, key: MeasureKey, profile: MemberProfile): Promise<void> {
  await keepPicture(scope.tx, scope.workspaceId, key, profile);
  await tellMeasured(scope, key);
}

async function tellMeasured({ tx, workspaceId, userId }: Scope, key: MeasureKey): Promise<void> {
  const { documentId, version, snapshotId } = key;
  const fact = `members-measured:${documentId}:${version}:${snapshotId}`;
  await enqueue(tx, membersMeasured, { workspaceId, userId, documentId }, fact);
}

/** The id of the snapshot before one, undefined where its data are gone or there was none. */
export async function snapshotBefore(
  { tx, workspaceId }: Scope,
  snapshot: Pick<MeasuredSnapshot, "datasetId" | "number">,
): Promise<string | undefined> {
  return findSnapshotBefore(tx, workspaceId, snapshot);
}
