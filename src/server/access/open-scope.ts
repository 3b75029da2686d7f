import { sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { type Permission, type Role, roleMay } from "@/shared/permissions";
import { actInWorkspace } from "./acting-as";
import type { SignInWay } from "./sign-in-wall";

/** Not exported as a value: nobody but `openScope` can make one. */
class GrantedScope<P extends Permission> {
  /** Keeps scopes of different permissions apart for the compiler. */
  declare readonly permission: P;

  constructor(
    readonly tx: Tx,
    readonly workspaceId: string,
    readonly userId: string,
    readonly role: Role,
    /** How members of the workspace must have signed in: see `demandSignIn`. */
    readonly signInBy: SignInWay,
  ) {}

  /** Whether the same person may also do something else: for what an answer includes. */
  may(permission: Permission): boolean {
    return roleMay(this.role, permission);
  }

  /** The same person and transaction with another permission. Throws FORBIDDEN as `openScope` does. */
  also<Q extends Permission>(permission: Q): GrantedScope<Q> {
    demand(this.role, permission);
    return new GrantedScope<Q>(this.tx, this.workspaceId, this.userId, this.role, this.signInBy);
  }
}

/**
 * Evidence that a person may do something in a workspace, together with the transaction it holds for.
 * A use case that asks for `Scope<"document.publish">` can't be called without the check.
 */
export type Scope<P extends Permission = Permission> = GrantedScope<P>;

function demand(role: Role, permission: Permission): void {
  if (roleMay(role, permission)) return;
  throw new AppError("FORBIDDEN", `As ${role} you may not do this. Ask an admin of the workspace.`, { permission });
}

/**
 * The only door to a workspace: checks the membership and makes the workspace the transaction's own, in one round
 * trip. A stranger gets NOT_FOUND, so that existence isn't told, and so does everybody where the workspace is to be
 * deleted; a member without the permission gets FORBIDDEN. How the person signed in is `demandSignIn`'s to judge.
 */
export async function openScope<P extends Permission>(
  tx: Tx,
  userId: string,
  workspaceId: string,
  permission: P,
): Promise<Scope<P>> {
  const [row] = await tx.execute<{ role: Role | null; sign_in_by: SignInWay }>(
    sql`select role, sign_in_by from open_scope(${userId}::uuid, ${workspaceId}::uuid)`,
  );
  if (!row?.role) throw new AppError("NOT_FOUND", "This workspace doesn't exist, or you are not a member of it.");
  demand(row.role, permission);
  return new GrantedScope<P>(tx, workspaceId, userId, row.role, row.sign_in_by);
}

/**
 * For work that was allowed when it was accepted and must be done whatever became of the person since, such as storing
 * what they wrote. It asks for no membership, so nothing that a request names may come near it. NOT_FOUND where the
 * workspace is gone or is to be deleted: its work waits, or goes with it.
 */
export async function scopeOfAccepted(tx: Tx, userId: string, workspaceId: string): Promise<Scope<"workspace.read">> {
  await actInWorkspace(tx, userId, workspaceId);
  if (!(await isOpenWorkspace(tx, workspaceId))) throw new AppError("NOT_FOUND", "This workspace is closed.");
  return new GrantedScope<"workspace.read">(tx, workspaceId, userId, "viewer", "any");
}

/** Whether the workspace is there, and not to be deleted. */
export async function isOpenWorkspace(tx: Tx, workspaceId: string): Promise<boolean> {
  const [row] = await tx.execute<{ is_open: boolean }>(sql`select is_open_workspace(${workspaceId}::uuid) as is_open`);
  return row?.is_open ?? false;
}
