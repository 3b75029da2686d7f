// Brings up the database of an installation: embedded unless another is named, migrated, and filled with the demo.
import { createHmac } from "node:crypto";
import { statSync, truncateSync } from "node:fs";
import { connect } from "@/server/db/client";
import { type EmbeddedPostgres, startEmbeddedPostgres, WrongPostgresMajor } from "@/server/db/embedded-postgres";
import { migrateDatabase } from "@/server/db/migrate";
import type { DataDirectory } from "./data-directory";
import { EXIT } from "./exit-codes.mjs";
import { seedDemo } from "./seed-demo";
import { StartFailure } from "./start-failure";

const SEED_LOCK = 4_221_803;
const LOG_LIMIT = 10 * 1024 * 1024;

/** Starts the embedded server of the installation. Throws `StartFailure`. */
export async function startEmbedded(data: DataDirectory, onCreate: () => void): Promise<EmbeddedPostgres> {
  const logFile = data.file("postgres.log");
  trim(logFile);
  try {
    return await startEmbeddedPostgres({ directory: data.file("postgres"), logFile, onCreate });
  } catch (error) {
    const code = error instanceof WrongPostgresMajor ? EXIT.POSTGRES_MAJOR : EXIT.DATABASE;
    throw new StartFailure(code, reasonOf(error));
  }
}

/** A log that only grows would fill the disk in the end. */
function trim(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) truncateSync(file);
}

/**
 * The application's role when nobody names one: `<database>_app` in the same database, with a password that every
 * process of the installation can work out.
 */
export function deriveAppUrl(ownerUrl: string, authSecret: string): string {
  const url = new URL(ownerUrl);
  const role = `${decodeURIComponent(url.pathname.slice(1)) || "dramatis"}_app`;
  url.username = encodeURIComponent(role);
  url.password = createHmac("sha256", authSecret).update(`database role ${role}`).digest("base64url");
  return url.href;
}

/** Of an external PostgreSQL. Older ones lack what the migrations say. */
const OLDEST_MAJOR = 15;

/** Migrates, however many machines start at once. Throws `StartFailure`. */
export async function migrate(ownerUrl: string, appUrl: string): Promise<void> {
  const { hostname, port, pathname } = new URL(ownerUrl);
  const where = `${hostname}:${port || "5432"}${pathname}`;
  let major: number;
  try {
    major = await majorOf(ownerUrl);
    if (major >= OLDEST_MAJOR) await migrateDatabase(ownerUrl, appUrl);
  } catch (error) {
    throw new StartFailure(EXIT.DATABASE, `The database at ${where} can't be reached or migrated: ${reasonOf(error)}`);
  }
  if (major >= OLDEST_MAJOR) return;
  throw new StartFailure(
    EXIT.DATABASE,
    `The database at ${where} is PostgreSQL ${major}, and Dramatis needs ${OLDEST_MAJOR} or newer. Nothing was changed.`,
  );
}

async function majorOf(url: string): Promise<number> {
  const { sql, close } = connect(url, 1);
  try {
    const [row] = await sql<{ server_version_num: string }[]>`show server_version_num`;
    return Math.floor(Number(row?.server_version_num) / 10_000);
  } finally {
    await close();
  }
}

/** Makes sure that row-level security will bind the application. Throws `StartFailure`. */
export async function demandBoundRole(appUrl: string): Promise<void> {
  const { sql, close } = connect(appUrl, 1);
  let isUnbound: boolean;
  try {
    const [role] = await sql`select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`;
    const [table] =
      await sql`select 1 from pg_tables where schemaname = 'public' and tableowner = current_user limit 1`;
    isUnbound = role?.unbound === true || table !== undefined;
  } catch (error) {
    throw new StartFailure(
      EXIT.DATABASE,
      `The application can't use its role, see DATABASE_APP_URL: ${reasonOf(error)}`,
    );
  } finally {
    await close();
  }
  if (!isUnbound) return;
  const demand = "Name one that is no superuser, owns no table and doesn't bypass row-level security.";
  throw new StartFailure(EXIT.DATABASE, `The role in DATABASE_APP_URL would see every workspace. ${demand}`);
}

/** Seeds the demo unless it has been; one start at a time. `env()` must be complete. */
export async function seed(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = connect(ownerUrl, 2);
  const app = connect(appUrl, 2);
  const lock = await owner.sql.reserve();
  try {
    await lock`select pg_advisory_lock(${SEED_LOCK})`;
    await seedDemo({ owner, app });
  } finally {
    lock.release();
    await Promise.all([owner.close(), app.close()]);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node reports several failed addresses as one error without a message.
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return error.message || (inner instanceof Error ? inner.message : error.name);
}
