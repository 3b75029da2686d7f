import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { findSnapshot } from "../../dataset-queries";
import type { Measure, MeasurePoint, MeasureRun } from "../measure-contract";
import {
  findMeasure,
  listMeasures,
  listRuns,
  readMeasuresOf,
  readNewestMeasures,
  readNewestSizes,
} from "../measure-queries";

const MOST_POINTS = 200;
const MOST_RUNS = 50;

/** Every measure of a document, oldest first. Who may see the document may see them: the caller has looked. */
export async function readPoints(scope: Scope<"document.read">, documentId: string): Promise<readonly MeasurePoint[]> {
  return listMeasures(scope.tx, scope.workspaceId, documentId, MOST_POINTS);
}

/** The first measure of a version and its newest ones, with pictures, newest first. */
export async function readVersionMeasures(
  scope: Scope<"document.read">,
  which: { readonly documentId: string; readonly version: number },
): Promise<readonly Measure[]> {
  return readMeasuresOf(scope.tx, scope.workspaceId, which);
}

export async function readMeasure(
  scope: Scope<"document.read">,
  which: { readonly documentId: string; readonly version: number; readonly snapshotId: string },
): Promise<Measure | undefined> {
  return findMeasure(scope.tx, scope.workspaceId, which);
}

/** The newest good measure of each of the documents that has one, with its picture. */
export async function readNewest(
  scope: Scope<"document.read">,
  documentIds: readonly string[],
): Promise<readonly Measure[]> {
  return readNewestMeasures(scope.tx, scope.workspaceId, documentIds);
}

/** The same without pictures. */
export async function readSizes(
  scope: Scope<"document.read">,
  documentIds: readonly string[],
): Promise<readonly MeasurePoint[]> {
  return readNewestSizes(scope.tx, scope.workspaceId, documentIds);
}

/** Throws NOT_FOUND for a snapshot that this workspace doesn't have; its data may be gone. */
export async function refuseUnknownSnapshot({ tx, workspaceId }: Scope, snapshotId: string): Promise<void> {
  if (await findSnapshot(tx, workspaceId, snapshotId)) return;
  throw new AppError("NOT_FOUND", "There are no such customer data.");
}

/** Attempts to measure, newest first. */
export async function readRuns(scope: Scope<"document.read">, documentId: string): Promise<readonly MeasureRun[]> {
  const rows = await listRuns(scope.tx, scope.workspaceId, documentId, MOST_RUNS);
  return rows.map(({ startedAt, ...row }) => ({ ...row, startedAt: startedAt.toISOString() }));
}
