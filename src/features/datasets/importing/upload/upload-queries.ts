import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { imports } from "@/server/db/schema/dataset";
import type { DetectedFile } from "../import-plan-rules";
import type { UploadState } from "./upload-contract";

type ImportKey = { readonly workspaceId: string; readonly importId: string };

const one = ({ workspaceId, importId }: ImportKey) =>
  and(eq(imports.workspaceId, workspaceId), eq(imports.id, importId));

/** Uploads of the workspace that brought something within the last minute; two who ask this wait for each other. */
export async function countUploading(tx: Tx, workspaceId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`uploads:${workspaceId}`}, 0))`);
  const [row] = await tx
    .select({ count: count() })
    .from(imports)
    .where(
      and(
        eq(imports.workspaceId, workspaceId),
        eq(imports.state, "uploading"),
        gt(imports.aliveAt, sql`now() - interval '1 minute'`),
      ),
    );
  return row?.count ?? 0;
}

export async function insertUpload(
  tx: Tx,
  { workspaceId, importId, ...values }: ImportKey & { userId: string; fileName: string; bytes: number },
): Promise<void> {
  const { userId, fileName, bytes } = values;
  await tx
    .insert(imports)
    .values({ id: importId, workspaceId, createdBy: userId, fileName, bytes, aliveAt: sql`now()` });
}

export async function touchUpload(tx: Tx, key: ImportKey, bytes: number): Promise<void> {
  await tx.update(imports).set({ aliveAt: sql`now()`, bytes }).where(one(key));
}

export async function finishUpload(tx: Tx, key: ImportKey, bytes: number): Promise<void> {
  await tx
    .update(imports)
    .set({ state: "uploaded", aliveAt: null, bytes })
    .where(and(one(key), eq(imports.state, "uploading")));
}

/** Forgets an upload that nothing was made of; false where there is none. */
export async function deleteUpload(tx: Tx, key: ImportKey): Promise<boolean> {
  const deleted = await tx
    .delete(imports)
    .where(and(one(key), inArray(imports.state, ["uploading", "uploaded"])))
    .returning({ id: imports.id });
  return deleted.length > 0;
}

/** Forgets what a file looked like whose import failed: it quotes rows of customers. What went wrong stays. */
export async function forgetDetected(tx: Tx, key: ImportKey): Promise<void> {
  await tx
    .update(imports)
    .set({ detected: null })
    .where(and(one(key), eq(imports.state, "failed")));
}

export type StoredUpload = UploadState & { readonly userId: string; readonly isSilent: boolean };

export async function findUpload(tx: Tx, key: ImportKey): Promise<StoredUpload | undefined> {
  const [row] = await tx
    .select({
      importId: imports.id,
      userId: imports.createdBy,
      fileName: imports.fileName,
      bytes: imports.bytes,
      state: imports.state,
      detected: imports.detected,
      problem: imports.problem,
      isSilent: sql<boolean>`coalesce(${imports.aliveAt} < now() - interval '2 minutes', true)`,
    })
    .from(imports)
    .where(one(key));
  return row && { ...row, detected: row.detected as DetectedFile | null };
}

/** What the file looks like, or why it can't be read; not once somebody has said how it is to be read. */
export async function storeDetected(
  tx: Tx,
  key: ImportKey,
  detected: DetectedFile | null,
  problem: string | null,
): Promise<void> {
  await tx
    .update(imports)
    .set({ detected: detected && { ...detected }, problem })
    .where(and(one(key), eq(imports.state, "uploaded")));
}
