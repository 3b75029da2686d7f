// The workspace, people and documents that a first start shows.
import type { Connection } from "@/server/db/client";

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** What they may do, in words for the summary that `npm start` prints. */
  readonly role: string;
}

/** For people on their own machine: DEMO is refused at a public address. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [];

/**
 * Fills an empty database with the demo. Called at every start with DEMO on, under a lock: must do nothing when it did
 * its work before, and all of it or nothing otherwise. `env()` is complete when it is called.
 */
export async function seedDemo(_connections: { readonly owner: Connection; readonly app: Connection }): Promise<void> {}
