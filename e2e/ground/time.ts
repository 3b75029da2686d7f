// Lets days pass for a document, which nobody wants to wait for: its dates in the database are moved into the past.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { ground } from "./ground";

/** As if the document had been verified so many days earlier; the pass that tells people of it looks at once. */
export async function letDaysPass(documentId: string, days: number): Promise<void> {
  const sql = postgres(databaseUrl(), { max: 1, onnotice: () => {} });
  try {
    const rows = await sql`
      update freshness set verified_at = verified_at - make_interval(days => ${days}), due_on = due_on - ${days}::int,
        due_from = due_from - make_interval(days => ${days}), overdue_at = overdue_at - make_interval(days => ${days}),
        next_notice_at = now()
      where document_id = ${documentId} returning 1`;
    if (rows.length !== 1) throw new Error(`Document ${documentId} was never verified.`);
    await sql`select graphile_worker.add_job('notices-due', '{}'::json)`;
  } finally {
    await sql.end();
  }
}

/** Of the product's own server, by what lies in its data folder. */
function databaseUrl(): string {
  const folder = join(dirname(ground().log), "data", "postgres");
  const password = readFileSync(join(folder, "owner-password"), "utf8").trim();
  const port = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://dramatis:${password}@127.0.0.1:${port}/dramatis`;
}

/** A zone in which it is about noon, so that nobody's quiet hours hold mails back. */
export function noonZone(): string {
  const hours = 12 - new Date().getUTCHours();
  return hours === 0 ? "Etc/GMT" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}
