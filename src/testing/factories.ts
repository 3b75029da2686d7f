// People and workspaces for tests, put there by the owner; documents come from the product's own use cases.
import { openScope, type Scope } from "@/server/access/open-scope";
import type { Connection } from "@/server/db/client";
import { users } from "@/server/db/schema/user";
import { memberships, workspaces } from "@/server/db/schema/workspace";
import type { Permission, Role } from "@/shared/permissions";

/** A person with a verified address; the answer is their id. */
export async function addPerson(owner: Connection, name: string): Promise<string> {
  const id = crypto.randomUUID();
  const email = `${name.toLowerCase().replace(/[^a-z]/g, "")}-${id.slice(0, 8)}@example.org`;
  await owner.db.insert(users).values({ id, name, email, emailVerified: new Date() });
  return id;
}

/** A fresh workspace with one person in each of the given roles. */
export async function addWorkspace<R extends Role>(
  owner: Connection,
  roles: readonly R[],
): Promise<{ workspaceId: string; slug: string; people: Record<R, string> }> {
  const workspaceId = crypto.randomUUID();
  const slug = `test-${workspaceId.slice(0, 8)}`;
  await owner.db.insert(workspaces).values({ id: workspaceId, name: "Test", slug });
  const people: Partial<Record<R, string>> = {};
  for (const role of roles) {
    const userId = await addPerson(owner, role);
    await owner.db.insert(memberships).values({ workspaceId, userId, role });
    people[role] = userId;
  }
  return { workspaceId, slug, people: people as Record<R, string> };
}

/** Runs `work` as the product would: in a transaction of the application's role, through the door. */
export async function inScope<P extends Permission, T>(
  app: Connection,
  who: { readonly userId: string; readonly workspaceId: string },
  permission: P,
  work: (scope: Scope<P>) => Promise<T>,
): Promise<T> {
  return app.db.transaction(async (tx) => work(await openScope(tx, who.userId, who.workspaceId, permission)));
}
