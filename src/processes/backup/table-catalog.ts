// What a database holds that a backup has to carry, asked of the database itself, so that a new table needs nothing here.
import { createHash } from "node:crypto";
import type postgres from "postgres";
import type { Copied } from "./archive-format";

export type Sql = postgres.Sql | postgres.TransactionSql;

/**
 * Counters of the rate limiter, and who is signed in where: after a restore everybody signs in anew, so that a session
 * ended since the backup doesn't live again.
 */
const LEFT_OUT = ["rate_limits", "login_sessions"];

export interface Table {
  readonly name: string;
  /** Those that aren't computed from others. */
  readonly columns: readonly string[];
  /** The primary key, as an order that is the same whatever a database's collation. */
  readonly order: string;
}

/** Of the schema `public`, by name. */
export async function listTables(sql: Sql): Promise<Table[]> {
  return sql<Table[]>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', '
                         order by array_position(i.indkey::int2[], a.attnum))
       from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
       where i.indrelid = c.oid and i.indisprimary) as order
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all (${LEFT_OUT})
    order by c.relname collate "C"`;
}

/** The same bytes for the same rows, on any server of any version. Holds for the transaction. */
export async function speakPlainly(sql: Sql): Promise<void> {
  await sql.unsafe(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local search_path = public`);
}

export const copyOut = ({ name, columns, order }: Table): string =>
  `copy (select ${columns.map(quoted).join(", ")} from public.${quoted(name)} order by ${order}) to stdout`;

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Reads what a COPY says to its end, handing its bytes on; each line is a row. */
export async function readCopy(
  sql: Sql,
  statement: string,
  take: (chunk: Buffer) => Promise<void> | void,
): Promise<Copied> {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  let failure: { readonly error: unknown } | undefined;
  const stream = await sql.unsafe(statement).readable();
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    // A copy left in the middle would keep its connection silent for good.
    if (failure) continue;
    hash.update(chunk);
    bytes += chunk.length;
    rows += lines(chunk);
    try {
      await take(chunk);
    } catch (error) {
      failure = { error };
    }
  }
  if (failure) throw failure.error;
  return { rows, bytes, sha256: hash.digest("hex") };
}

function lines(chunk: Buffer): number {
  let found = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) found += 1;
  return found;
}
