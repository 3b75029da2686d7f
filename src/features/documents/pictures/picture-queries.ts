// Uploaded pictures. A row is written once and never altered.
import { and, count, eq } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { pictures } from "@/server/db/schema/workspace";

export async function insertPicture(
  tx: Tx,
  workspaceId: string,
  row: { uploadedBy: string; bytes: Uint8Array; width: number; height: number },
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(pictures).values({ id, workspaceId, ...row });
  return id;
}

export async function countPictures(tx: Tx, workspaceId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(pictures).where(eq(pictures.workspaceId, workspaceId));
  return row?.count ?? 0;
}

export async function findPicture(tx: Tx, workspaceId: string, pictureId: string): Promise<Uint8Array | undefined> {
  const [row] = await tx
    .select({ bytes: pictures.bytes })
    .from(pictures)
    .where(and(eq(pictures.workspaceId, workspaceId), eq(pictures.id, pictureId)));
  return row?.bytes;
}
