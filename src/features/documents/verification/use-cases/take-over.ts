import { notify } from "@/features/notifications/use-cases/notify";
import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { roleMay } from "@/shared/permissions";
import { findRoles } from "../../approvals/approval-queries";
import { announceChanges } from "../../drafts/use-cases/announce-change";
import { deleteVerifier, findPersonName, type LeftDocument, listAdmins, listOwned } from "../take-over-queries";

interface MemberChange {
  /** Whoever is told of this change is told once, however often the job runs. */
  readonly changeId: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly memberId: string;
}

/**
 * A member may do less than before, or has gone. What they verified falls to its owner, who is told, unless others are named.
 * What they owned keeps their name until it is handed over: its verifiers are told, or the admins.
 */
export async function takeOver(db: Db, { changeId, workspaceId, userId, memberId }: MemberChange): Promise<void> {
  await inTransaction(db, async (tx) => {
    const scope = await scopeOfAccepted(tx, userId, workspaceId);
    const role = (await findRoles(tx, workspaceId, [memberId])).get(memberId);
    const person = await findPersonName(tx, memberId);
    const telling = { person, changeId, except: memberId };
    if (!role || !roleMay(role, "draft.decide")) {
      const documents = await deleteVerifier(tx, workspaceId, memberId);
      await announceChanges(
        scope,
        documents.map(({ id }) => id),
        "approval",
      );
      const alone = documents.filter(({ verifierIds }) => verifierIds.length === 0);
      await tell(
        scope,
        "verifier.left",
        byPerson(alone, ({ ownerId }) => [ownerId]),
        telling,
      );
    }
    if (!role || !roleMay(role, "draft.edit")) {
      const owned = await listOwned(tx, workspaceId, memberId);
      const admins = owned.length > 0 ? await listAdmins(tx, workspaceId) : [];
      const told = byPerson(owned, ({ verifierIds }) => (verifierIds.length > 0 ? verifierIds : admins));
      await tell(scope, "owner.left", told, telling);
    }
  });
}

function byPerson(documents: readonly LeftDocument[], who: (document: LeftDocument) => readonly string[]) {
  const told = new Map<string, LeftDocument[]>();
  for (const document of documents) {
    for (const userId of who(document)) told.set(userId, [...(told.get(userId) ?? []), document]);
  }
  return told;
}

/** One notice each, however many documents it is about. */
async function tell(
  scope: Scope,
  kind: "verifier.left" | "owner.left",
  told: ReadonlyMap<string, readonly LeftDocument[]>,
  { person, changeId, except }: { readonly person: string; readonly changeId: string; readonly except: string },
): Promise<void> {
  for (const [userId, documents] of told) {
    const [first, second] = documents;
    if (!first || userId === except) continue;
    const kinds = new Set(documents.map((document) => document.kind));
    const subject = second
      ? { count: documents.length, ...(kinds.size === 1 && { documentKind: first.kind }) }
      : { documentId: first.id, documentKind: first.kind, title: first.title };
    await notify(scope, {
      kind,
      userIds: [userId],
      subject: { ...subject, person },
      fact: `${kind}:${changeId}`,
      isActorTold: true,
    });
  }
}
