import { snapshotTaken } from "@/features/datasets/importing/import-jobs";
import { versionPublished } from "@/features/documents/versions/version-jobs";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { measureAgain } from "./segment-measure-jobs";
import { acceptedScope } from "./use-cases/accepted-scope";
import { measureSegment } from "./use-cases/measure-segment";
import { measureSnapshot } from "./use-cases/measure-snapshot";

const inScope = (who: { readonly workspaceId: string; readonly userId: string }) =>
  acceptedScope(appConnection().db, who);

export const segmentMeasureJobHandlers: readonly JobHandler[] = [
  handleJob(snapshotTaken, (taken) => measureSnapshot(inScope(taken), taken)),
  handleJob(versionPublished, async ({ kind, documentId, ...who }) => {
    if (kind === "segment") await measureSegment(inScope(who), { documentId, snapshotId: null });
  }),
  handleJob(measureAgain, async ({ documentId, ...who }) => {
    await measureSegment(inScope(who), { documentId, snapshotId: null, isAgain: true });
  }),
];
