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
  const sql = postgres(url, {
    max,
    onnotice: () => {},
    connection: {
      application_name: "dramatis",
      // Statements are prepared, and what we ask has one good plan whatever its values. Left to itself the server plans
      // a page of a list anew each time, which takes as long as reading it.
      plan_cache_mode: "force_generic_plan",
    },
  });
  return { sql, db: drizzle(preparing(sql)), close: () => sql.end({ timeout: 5 }) };
}

/**
 * Drizzle leaves statements unnamed, which costs a second round trip to describe their parameters and a parse each time.
 * Naming them halves the time of a query; the texts are few, since values are always parameters.
 */
function preparing<S extends postgres.Sql | postgres.TransactionSql>(sql: S): S {
  const nested = (begin: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]) =>
      begin(
        ...args.map((arg) =>
          typeof arg === "function" ? (inner: postgres.TransactionSql) => arg(preparing(inner)) : arg,
        ),
      );
  };
  return new Proxy(sql, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      if (name === "unsafe") {
        return (text: string, values: unknown[], options: object) => value(text, values, { ...options, prepare: true });
      }
      return name === "begin" || name === "savepoint" ? nested(value as (...args: unknown[]) => unknown) : value;
    },
  });
}

let shared: Connection | undefined;

/** The process's pool in the application's role. */
export function appConnection(): Connection {
  shared ??= connect(env().DATABASE_APP_URL);
  return shared;
}
