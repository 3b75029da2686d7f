// The demo's customer data: two exports of loyalty cards, a month apart, brought in and measured as the product would.
import { proposePlan } from "@/features/datasets/importing/plan-edit-rules";
import { keepUpload } from "@/features/datasets/importing/upload/use-cases/keep-upload";
import { lookAtUpload } from "@/features/datasets/importing/upload/use-cases/look-at-upload";
import { runImport } from "@/features/datasets/importing/use-cases/run-import";
import { startImport } from "@/features/datasets/importing/use-cases/start-import";
import { addMonths } from "@/features/datasets/rules/window-rules";
import { readSnapshot } from "@/features/datasets/use-cases/read-snapshot";
import { acceptedScope } from "@/features/segments/measures/use-cases/accepted-scope";
import { measureSnapshot } from "@/features/segments/measures/use-cases/measure-snapshot";
import { openScope } from "@/server/access/open-scope";
import { appConnection } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { demoCustomers } from "./demo-customers";
import { demoSeeded } from "./demo-data-job";
import { DEMO_DATASET } from "./demo-dataset";

export const demoJobHandlers: readonly JobHandler[] = [
  handleJob(demoSeeded, async ({ workspaceId, userId, today }) => {
    const firstOfMonth = `${today.slice(0, 8)}01`;
    for (const [month, asOf] of [addMonths(firstOfMonth, -1), firstOfMonth].entries()) {
      await importExport({ workspaceId, userId }, asOf, demoCustomers(asOf, month));
    }
  }),
];

async function importExport(who: { workspaceId: string; userId: string }, asOf: string, csv: string): Promise<void> {
  const { workspaceId, userId } = who;
  const { db } = appConnection();
  const fileName = `loyalty-export-${asOf}.csv`;
  const importId = await db.transaction(async (tx) =>
    keepUpload(await openScope(tx, userId, workspaceId, "data.import"), fileName, csv),
  );
  const key = { workspaceId, importId };
  const detected = await lookAtUpload(db, { ...key, userId, fileName }, null);
  const { plan } = proposePlan(detected, { today: asOf, timeZone: "Europe/London" });
  await db.transaction(async (tx) => {
    const scope = await openScope(tx, userId, workspaceId, "data.import");
    const columns = plan.columns.map((column) => ({ ...column, isPersonal: column.name === "E-mail" }));
    await startImport(scope, {
      ...key,
      plan: { ...plan, columns, asOf } as Parameters<typeof startImport>[1]["plan"],
      dataset: { id: DEMO_DATASET.id },
    });
  });
  await runImport(db, { ...key, userId });
  // Before the next export comes: what is measured first is what later data are held against.
  const inScope = acceptedScope(db, who);
  const snapshot = await inScope((scope) => readSnapshot(scope, { datasetId: DEMO_DATASET.id, snapshotId: null }));
  await measureSnapshot(inScope, { datasetId: DEMO_DATASET.id, snapshotId: snapshot.id });
}
