// Whether everything is there that a request may need.
import type postgres from "postgres";
import { isMigrated } from "@/server/db/migration-state";
import { isWorkerPresent } from "@/server/jobs/worker-presence";

/** Why the installation isn't ready, or undefined when it is. Never rejects, and answers within three seconds. */
export async function unreadiness(sql: postgres.Sql): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, 3_000, "The database doesn't answer.");
  });
  try {
    return await Promise.race([ask(sql), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function ask(sql: postgres.Sql): Promise<string | undefined> {
  try {
    await sql`select 1`;
  } catch {
    return "The database can't be reached.";
  }
  try {
    if (!(await isMigrated(sql))) return "The database lacks migrations.";
    if (!(await isWorkerPresent(sql))) return "No worker is running.";
  } catch {
    return "The database lacks migrations.";
  }
  return undefined;
}
