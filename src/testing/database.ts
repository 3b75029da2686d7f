// A database of one's own for a test file: a clone of the migrated template, gone when dropped.
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type Connection, connect } from "@/server/db/client";
import { cloneTemplate, dropClone } from "./test-server";

export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** As the owner: row-level security doesn't bind it. For arranging and for looking behind the curtain. */
  readonly owner: Connection;
  /** As the product itself. */
  readonly app: Connection;
  drop(): Promise<void>;
}

/** Call in `beforeAll`, and `drop` in `afterAll`. Needs `src/testing/global-setup.ts`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clone = await cloneTemplate(inject("testServer"), `test_${randomBytes(6).toString("hex")}`);
  const owner = connect(clone.ownerUrl, 4);
  const app = connect(clone.appUrl, 10);
  return {
    ...clone,
    owner,
    app,
    drop: async () => {
      await Promise.all([owner.close(), app.close()]);
      await dropClone(clone);
    },
  };
}
