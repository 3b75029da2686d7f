// Fills an empty database with the demo, by the product's own use cases and in one transaction.
import { eq } from "drizzle-orm";
import { dayOf } from "@/features/documents/verification/due-day-rules";
import { foundWorkspace } from "@/features/workspaces/use-cases/found-workspace";
import { hashPassword } from "@/server/auth/passwords";
import type { Connection } from "@/server/db/client";
import { datasets } from "@/server/db/schema/dataset";
import { users } from "@/server/db/schema/user";
import { memberships } from "@/server/db/schema/workspace";
import { enqueue } from "@/server/jobs/enqueue";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/shared/demo-people";
import { DEMO_TIME_ZONE } from "./demo-clock";
import { DEMO_COMPANY, DEMO_DOCUMENTS } from "./demo-company";
import { demoSeeded } from "./demo-data-job";
import { DEMO_DATASET } from "./demo-dataset";
import { planReviews } from "./demo-reviews";
import { holdSession } from "./demo-session";
import { sayThings } from "./demo-threads";
import { writeDocument } from "./demo-writing";

/** Called at every start with DEMO on, under a lock. Does nothing when there is anybody already. */
export async function seedDemo({ app }: { readonly owner: Connection; readonly app: Connection }): Promise<void> {
  const [somebody] = await app.db.select({ id: users.id }).from(users).limit(1);
  if (somebody) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await app.db.transaction(async (tx) => {
    const ids = new Map<string, string>();
    for (const { name, email } of DEMO_PEOPLE) {
      const userId = crypto.randomUUID();
      await tx.insert(users).values({ id: userId, name, email, passwordHash, emailVerified: new Date() });
      ids.set(nicknameOf(email), userId);
    }
    const userIdOf = (nickname: string): string => {
      const userId = ids.get(nickname);
      if (!userId) throw new Error(`the demo has nobody called ${nickname}`);
      return userId;
    };
    const [owner, ...others] = DEMO_PEOPLE;
    if (!owner) return;
    const { id: workspaceId } = await foundWorkspace(tx, userIdOf(nicknameOf(owner.email)), {
      name: DEMO_COMPANY,
      timeZone: DEMO_TIME_ZONE,
    });
    for (const { email, role } of others) {
      await tx.insert(memberships).values({ workspaceId, userId: userIdOf(nicknameOf(email)), role });
    }
    // Who comes to a workspace that is in full use needs no first steps.
    await tx.update(memberships).set({ firstStepsLeftAt: new Date() }).where(eq(memberships.workspaceId, workspaceId));
    await tx.insert(datasets).values({ ...DEMO_DATASET, workspaceId, createdBy: userIdOf("kofi") });
    const now = new Date();
    const titles = new Map<string, string>();
    const place = { workspaceId, userIdOf, titles, now };
    for (const document of DEMO_DOCUMENTS) titles.set(document.title, await writeDocument(tx, place, document));
    await holdSession(tx, place);
    await planReviews(tx, place);
    await sayThings(tx, place);
    const today = dayOf(now, DEMO_TIME_ZONE);
    await enqueue(tx, demoSeeded, { workspaceId, userId: userIdOf("kofi"), today }, "demo-seeded");
  });
}

function nicknameOf(email: string): string {
  return email.split("@")[0] ?? "";
}
