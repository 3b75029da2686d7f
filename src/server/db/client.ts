// Connections. Two roles exist: the application's, bound by row-level security, and the owner's, for migrations
// and the job queue. Request code only ever holds the former.
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/env";

export type Db = PostgresJsDatabase;
/** An open transaction. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export interface Connection {
  readonly sql: postgres.Sql;
  readonly db: Db;
  close(): Promise<void>;
}

/** Opens a pool of at most `max` connections; the first query connects. */
export function connect(url: string, max = 10): Connection {
  const sql = postgres(url, { max, onnotice: () => {}, connection: { application_name: "dramatis" } });
  return { sql, db: drizzle(sql), close: () => sql.end({ timeout: 5 }) };
}

let shared: Connection | undefined;

/** The process's pool in the application's role. */
export function appConnection(): Connection {
  shared ??= connect(env().DATABASE_APP_URL);
  return shared;
}
