// Apart from migrate.ts, so that processes that only ask don't load what migrating needs.
import { readFileSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";

let newest: number | undefined;

/** Whether every migration of this release has been applied; for either role. Throws when there has been none. */
export async function isMigrated(sql: postgres.Sql, folder = "drizzle"): Promise<boolean> {
  newest ??= newestOf(folder);
  const [row] = await sql<{ done: boolean }[]>`
    select coalesce(max(created_at), 0) >= ${newest} as done from drizzle.__drizzle_migrations`;
  return row?.done ?? false;
}

function newestOf(folder: string): number {
  const journal = JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8")) as {
    readonly entries: readonly { readonly when: number }[];
  };
  return journal.entries.at(-1)?.when ?? 0;
}
