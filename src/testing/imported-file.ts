// A file imported as a person would: uploaded, looked at, confirmed, read. Only the HTTP of the upload is left out.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { eq } from "drizzle-orm";
import type { StartImportInput } from "@/features/datasets/importing/import-contract";
import type { DetectedFile, ImportPlan } from "@/features/datasets/importing/import-plan-rules";
import { finishedPlan, proposePlan } from "@/features/datasets/importing/plan-edit-rules";
import { runReader } from "@/features/datasets/importing/reading/run-reader";
import { uploadedFile } from "@/features/datasets/importing/upload/upload-files";
import { runImport } from "@/features/datasets/importing/use-cases/run-import";
import { startImport } from "@/features/datasets/importing/use-cases/start-import";
import { imports } from "@/server/db/schema/dataset";
import type { TestDatabase } from "./database";
import { inScope } from "./factories";

export interface Importer {
  readonly workspaceId: string;
  readonly userId: string;
}

/** A file's path or its text. */
export type GivenFile = { readonly path: string } | { readonly text: string | Uint8Array };

export interface UploadedFile {
  readonly importId: string;
  readonly detected: DetectedFile;
  /** What is proposed. */
  readonly plan: ImportPlan;
}

/** Puts it where uploads lie and looks at it. */
export async function addUpload(
  { owner }: TestDatabase,
  { workspaceId, userId }: Importer,
  file: GivenFile,
  fileName = "customers.csv",
): Promise<UploadedFile> {
  const importId = crypto.randomUUID();
  const target = uploadedFile(workspaceId, importId);
  await mkdir(dirname(target), { recursive: true });
  await ("path" in file ? copyFile(file.path, target) : writeFile(target, file.text));
  const detected = await runReader("detect", { file: target, fileName, format: null });
  await owner.db.insert(imports).values({
    ...{ id: importId, workspaceId, createdBy: userId, fileName, bytes: 1, state: "uploaded" },
    detected: { ...detected },
  });
  const plan = finishedPlan(proposePlan(detected, { today: "2026-11-22", timeZone: "UTC" }));
  return { importId, detected, plan };
}

/** Confirms it, and does what the worker would do. */
export async function confirmUpload(
  database: TestDatabase,
  who: Importer,
  { importId }: UploadedFile,
  plan: ImportPlan,
  dataset: StartImportInput["dataset"] = { name: "Customers", purpose: "Tests", retentionDays: null },
): Promise<typeof imports.$inferSelect> {
  const { workspaceId, userId } = who;
  await inScope(database.app, who, "data.import", (scope) =>
    startImport(scope, { workspaceId, importId, plan, dataset }),
  );
  await runImport(database.app.db, { workspaceId, userId, importId });
  return findImportRow(database, importId);
}

export async function findImportRow({ owner }: TestDatabase, importId: string): Promise<typeof imports.$inferSelect> {
  const [row] = await owner.db.select().from(imports).where(eq(imports.id, importId));
  if (!row) throw new Error("there is no such import");
  return row;
}
