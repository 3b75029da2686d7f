import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DeliveryList, ListDeliveriesInput } from "../delivery-contract";
import { listNewest } from "../delivery-queries";
import { retryNow } from "./deliver-due";

type Page = Pick<ListDeliveriesInput, "state" | "limit" | "cursor">;

/** What the workspace sent to anybody, newest first. */
export async function listDeliveries(scope: Scope<"workspace.configure">, page: Page): Promise<DeliveryList> {
  return onePage(scope, undefined, page);
}

/** What was sent to the person. */
export async function listOwnDeliveries(scope: Scope<"workspace.read">, page: Page): Promise<DeliveryList> {
  return onePage(scope, scope.userId, page);
}

async function onePage(
  { tx, workspaceId }: Scope,
  userId: string | undefined,
  { state, limit, cursor }: Page,
): Promise<DeliveryList> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  // One more than asked for tells whether there is another page.
  const rows = await listNewest(tx, workspaceId, { userId, state, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ userId: id, name, at, notBefore, sentAt, ...row }) => ({
      ...row,
      person: id === null || name === null ? null : { id, name },
      at: at.toISOString(),
      notBefore: notBefore?.toISOString() ?? null,
      sentAt: sentAt?.toISOString() ?? null,
    })),
    nextCursor: rows.length > page.length && last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

function readCursor(cursor: string): { at: Date; id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const at = new Date(match?.[1] ?? "");
  if (!match?.[2] || Number.isNaN(at.getTime())) throw new AppError("INVALID", "This page can't be found.");
  return { at, id: match[2] };
}

/** Tries again at once. Throws BLOCKED for what is sent or has nothing to tell, NOT_FOUND for what isn't there. */
export async function retryDelivery(scope: Scope<"workspace.configure">, deliveryId: string): Promise<void> {
  const outcome = await retryNow(scope.tx, scope.workspaceId, deliveryId, new Date());
  if (outcome === "missing") throw new AppError("NOT_FOUND", "This delivery doesn't exist, or you may not see it.");
  if (outcome === "over")
    throw new AppError("BLOCKED", "There is nothing to try again: it was sent, or has nothing to tell.");
}
