import { confirmOwner } from "@/features/accounts/use-cases/confirm-owner";
import { eraseAccount } from "@/features/accounts/use-cases/erase-account";
import { actInWorkspace, asUser } from "@/server/access/acting-as";
import { openScope } from "@/server/access/open-scope";
import type { Session } from "@/server/auth/session";
import type { Db, Tx } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import { countOtherOwners, forgetPerson, type HeldMembership, listHeldMemberships } from "../leaving-queries";
import { deleteMember } from "../member-queries";
import type { DeleteAccountInput, OwnedAlone } from "../workspace-contract";
import { lockWorkspace } from "../workspace-queries";
import { leaveWorkspace } from "./leave-workspace";

/** The open workspaces of which the person is the only owner: each must be handed over or deleted before they go. */
export async function listOwnedAlone(db: Db, userId: string): Promise<OwnedAlone[]> {
  return asUser(db, userId, async (tx) => ownedAlone(tx, userId, await listHeldMemberships(tx, userId)));
}

async function ownedAlone(tx: Tx, userId: string, held: readonly HeldMembership[]): Promise<OwnedAlone[]> {
  const alone: OwnedAlone[] = [];
  for (const { workspaceId, name, slug, role, isClosed } of held) {
    if (role !== "owner" || isClosed) continue;
    await actInWorkspace(tx, userId, workspaceId);
    if ((await countOtherOwners(tx, workspaceId, userId)) === 0) alone.push({ name, slug });
  }
  return alone;
}

/**
 * Takes the person out of every workspace and forgets who they were: no name, no address, no way to sign in. What they
 * wrote stays, by somebody who left. BLOCKED with the list where they are the last owner; nothing has happened then.
 */
export async function deleteAccount(db: Db, session: Session, input: DeleteAccountInput): Promise<void> {
  const person = await confirmOwner(db, session, input.password);
  if (input.email !== person.email) {
    throw new AppError("INVALID", "Type your e-mail address exactly as it is above.", { field: "email" });
  }
  const { userId } = session;
  await asUser(db, userId, async (tx) => {
    const held = await listHeldMemberships(tx, userId);
    // Held until the end, so that of two owners who go at the same moment one is told that they are the last.
    for (const { workspaceId } of held) {
      await actInWorkspace(tx, userId, workspaceId);
      await lockWorkspace(tx, workspaceId);
    }
    const alone = await ownedAlone(tx, userId, held);
    if (alone.length > 0) {
      const names = new Intl.ListFormat("en").format(alone.map(({ name }) => name));
      throw new AppError("BLOCKED", `You are the only owner of ${names}. Hand it over or delete it first.`);
    }
    for (const { workspaceId, isClosed } of held) {
      if (isClosed) {
        await actInWorkspace(tx, userId, workspaceId);
        await deleteMember(tx, { workspaceId, userId });
      } else {
        await leaveWorkspace(await openScope(tx, userId, workspaceId, "workspace.leave"));
      }
      await forgetPerson(tx, workspaceId, userId, person.email);
    }
    await eraseAccount(tx, userId);
  });
}
