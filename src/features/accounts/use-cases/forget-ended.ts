import type { Db } from "@/server/db/client";
import { forgetAccountsPast } from "../account-queries";

/** Forgets up to `most` of the sessions that ended long ago, and of links that nobody can use; fewer come back when none is left. */
export function forgetEnded(db: Db, most: number): Promise<number> {
  return forgetAccountsPast(db, most);
}
