// Rows of fields that a workspace added.
import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { extraFields } from "@/server/db/schema/workspace";

const one = (workspaceId: string, id: string) => and(eq(extraFields.workspaceId, workspaceId), eq(extraFields.id, id));

/** All of them, each kind's in its order, withdrawn ones too. */
export function listExtraFields(tx: Tx, workspaceId: string) {
  return tx
    .select({
      id: extraFields.id,
      kind: extraFields.kind,
      shape: extraFields.shape,
      label: extraFields.label,
      hint: extraFields.hint,
      position: extraFields.position,
      withdrawnAt: extraFields.withdrawnAt,
    })
    .from(extraFields)
    .where(eq(extraFields.workspaceId, workspaceId))
    .orderBy(asc(extraFields.kind), asc(extraFields.position), asc(extraFields.createdAt), asc(extraFields.id));
}

export type ExtraFieldRow = Awaited<ReturnType<typeof listExtraFields>>[number];

export async function insertExtraField(
  tx: Tx,
  workspaceId: string,
  row: Pick<ExtraFieldRow, "kind" | "shape" | "label" | "hint" | "position">,
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(extraFields).values({ id, workspaceId, ...row });
  return id;
}

export async function updateExtraField(
  tx: Tx,
  workspaceId: string,
  id: string,
  change: Partial<Pick<ExtraFieldRow, "label" | "hint" | "position">>,
): Promise<void> {
  await tx.update(extraFields).set(change).where(one(workspaceId, id));
}

/** Takes it out of what is offered, or offers it again at the end. */
export async function writeWithdrawn(
  tx: Tx,
  workspaceId: string,
  id: string,
  { isWithdrawn, position }: { isWithdrawn: boolean; position: number },
): Promise<void> {
  await tx
    .update(extraFields)
    .set({ withdrawnAt: isWithdrawn ? sql`now()` : null, position })
    .where(one(workspaceId, id));
}
