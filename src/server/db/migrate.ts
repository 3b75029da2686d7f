// Brings a database to the newest schema and gives the application's role its rights. Runs as the owner.
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";

/** Any number that every process of the product agrees on. */
const MIGRATION_LOCK = 4_221_801;

/** Tables that the application may read and add to, and nothing else. */
const APPEND_ONLY = ["versions", "draft_edits", "audit_events", "verifications"];

const silent = new Logger(() => () => {});

/**
 * Idempotent; safe to start from several machines at once, since an advisory lock lets one through at a time.
 * `folder` holds the SQL files. The role named in `appUrl` is created when it is missing, with that password.
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string, folder = "drizzle"): Promise<void> {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await applyMigrations(connection, ownerUrl, folder);
    await grantRights(connection, appUrl);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** Tables and queue alone, for a database that nobody uses until `migrateDatabase` has run. */
export async function migrateSchema(ownerUrl: string, folder: string): Promise<void> {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await applyMigrations(connection, ownerUrl, folder);
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** Empties the database: everything that migrations and the job queue made. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await connection.unsafe("drop schema if exists public, drizzle, graphile_worker cascade; create schema public");
  } finally {
    await connection.end({ timeout: 5 });
  }
}

async function applyMigrations(connection: postgres.Sql, ownerUrl: string, folder: string): Promise<void> {
  await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
  await migrate(drizzle(connection), { migrationsFolder: folder });
  await runMigrations({ connectionString: ownerUrl, logger: silent });
}

/** Creates the role of `appUrl` when it is missing, and lets it read and write rows: no table is its own. */
async function grantRights(connection: postgres.Sql, appUrl: string): Promise<void> {
  const url = new URL(appUrl);
  const name = decodeURIComponent(url.username);
  const role = quoteIdentifier(name);
  const password = quoteLiteral(decodeURIComponent(url.password));
  const [existing] = await connection`select 1 from pg_roles where rolname = ${name}`;
  if (!existing) await connection.unsafe(`create role ${role} login nosuperuser nobypassrls noinherit`);
  const [login] = await connection`select rolcanlogin from pg_roles where rolname = ${name} and rolcanlogin`;
  if (url.password && login) await setPassword(connection, role, password);
  await connection.unsafe(`
    grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    revoke update, delete on ${APPEND_ONLY.join(", ")} from ${role};
    grant usage on schema drizzle to ${role};
    grant select on drizzle.__drizzle_migrations to ${role};
  `);
}

/** Where an administrator made the role, its password is theirs to set, and the owner may lack the right. */
async function setPassword(connection: postgres.Sql, role: string, password: string): Promise<void> {
  try {
    await connection.unsafe(`alter role ${role} password ${password}`);
  } catch (error) {
    if (!(error instanceof postgres.PostgresError && error.code === "42501")) throw error;
  }
}

function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
