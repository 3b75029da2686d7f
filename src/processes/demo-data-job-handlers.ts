// The demo's customer data: four exports of loyalty cards, a month apart, brought in and measured as the product would.
import { setTimeout as sleep } from "node:timers/promises";
import { proposePlan } from "@/features/datasets/importing/plan-edit-rules";
import { keepUpload } from "@/features/datasets/importing/upload/use-cases/keep-upload";
import { lookAtUpload } from "@/features/datasets/importing/upload/use-cases/look-at-upload";
import { readImport } from "@/features/datasets/importing/use-cases/read-import";
import { runImport } from "@/features/datasets/importing/use-cases/run-import";
import { startImport } from "@/features/datasets/importing/use-cases/start-import";
import { addMonths } from "@/features/datasets/rules/window-rules";
import { readDataset } from "@/features/datasets/use-cases/read-dataset";
import { readSnapshot } from "@/features/datasets/use-cases/read-snapshot";
import { acceptedScope } from "@/features/segments/measures/use-cases/accepted-scope";
import { measureSnapshot } from "@/features/segments/measures/use-cases/measure-snapshot";
import { openScope } from "@/server/access/open-scope";
import { appConnection, type Db } from "@/server/db/client";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { DEMO_TIME_ZONE } from "./demo-clock";
import { DEMO_EXPORTS, demoCustomers } from "./demo-customers";
import { demoSeeded } from "./demo-data-job";
import { DEMO_DATASET } from "./demo-dataset";

const LOOK_AGAIN_MS = 200;

export const demoJobHandlers: readonly JobHandler[] = [
  handleJob(demoSeeded, (payload) => bringDemoData(appConnection().db, payload)),
];

interface Seeded {
  readonly workspaceId: string;
  readonly userId: string;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** Brings the exports in, the oldest first; the last is of the first of this month. What came in before is passed over. */
export async function bringDemoData(db: Db, { today, ...who }: Seeded): Promise<void> {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const days = Array.from({ length: DEMO_EXPORTS }, (_, month) => addMonths(firstOfMonth, month + 1 - DEMO_EXPORTS));
  const known = await acceptedScope(
    db,
    who,
  )(async (scope) => {
    const { snapshots } = await readDataset(scope, {
      workspaceId: who.workspaceId,
      datasetId: DEMO_DATASET.id,
      snapshotId: null,
    });
    return new Set(snapshots.map(({ asOf }) => asOf));
  });
  const uploads = await Promise.all(
    days.map(async (asOf, month) =>
      known.has(asOf) ? null : upload(db, who, { asOf, csv: demoCustomers(asOf, month) }),
    ),
  );
  for (const each of uploads) if (each) await bringIn(db, who, each);
}

type Who = Omit<Seeded, "today">;

interface Upload {
  readonly importId: string;
  readonly asOf: string;
  readonly plan: Parameters<typeof startImport>[1]["plan"];
}

/** Hands a file in and has it looked at, as a person does who then reads how it will be understood. */
async function upload(
  db: Db,
  who: Who,
  { asOf, csv }: { readonly asOf: string; readonly csv: string },
): Promise<Upload> {
  const { workspaceId, userId } = who;
  const fileName = `loyalty-export-${asOf}.csv`;
  const importId = await db.transaction(async (tx) =>
    keepUpload(await openScope(tx, userId, workspaceId, "data.import"), fileName, csv),
  );
  const detected = await lookAtUpload(db, { workspaceId, importId, userId, fileName }, null);
  const { plan } = proposePlan(detected, { today: asOf, timeZone: DEMO_TIME_ZONE });
  const columns = plan.columns.map((column) => ({ ...column, isPersonal: column.name === "E-mail" }));
  return { importId, asOf, plan: { ...plan, columns, asOf } as Upload["plan"] };
}

async function bringIn(db: Db, who: Who, { importId, plan }: Upload): Promise<void> {
  const { workspaceId, userId } = who;
  await db.transaction(async (tx) => {
    const scope = await openScope(tx, userId, workspaceId, "data.import");
    await startImport(scope, { workspaceId, importId, plan, dataset: { id: DEMO_DATASET.id } });
  });
  await runImport(db, { workspaceId, importId, userId });
  await untilEnded(db, who, importId);
  // Before the next export comes: what is measured first is what later data are held against.
  const inScope = acceptedScope(db, who);
  const snapshot = await inScope((scope) => readSnapshot(scope, { datasetId: DEMO_DATASET.id, snapshotId: null }));
  await measureSnapshot(inScope, { datasetId: DEMO_DATASET.id, snapshotId: snapshot.id });
}

/** The import's own job may have been quicker, which brings it to its end then. */
async function untilEnded(db: Db, { workspaceId, userId }: Who, importId: string): Promise<void> {
  for (;;) {
    const { state } = await db.transaction(async (tx) =>
      readImport(await openScope(tx, userId, workspaceId, "data.import"), importId),
    );
    if (state === "done") return;
    if (state === "failed" || state === "cancelled") throw new Error(`the demo's import has ${state}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
