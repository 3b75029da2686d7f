// An archive is loaded into the tables that it was taken from, and these are brought to the newest form afterwards.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { emptyDatabase, migrateSchema } from "@/server/db/migrate";
import type { About } from "./archive-format";
import { refuse } from "./backup-failure";
import { listTables, quoted, type Sql } from "./table-catalog";

export interface Migration {
  /** Milliseconds since 1970; identifies it. */
  readonly when: number;
}

interface Journal {
  readonly entries: readonly Migration[];
}

async function readJournal(folder: string): Promise<Journal> {
  return JSON.parse(await readFile(path.join(folder, "meta/_journal.json"), "utf8")) as Journal;
}

/** Those of this release, oldest first. */
export async function knownMigrations(folder = "drizzle"): Promise<readonly Migration[]> {
  return (await readJournal(folder)).entries;
}

/** Gives an empty database the tables that the archive was taken from, and no newer ones. */
export async function bringToLevel(
  ownerUrl: string,
  sql: Sql,
  { migrations }: About,
  folder = "drizzle",
): Promise<void> {
  const applied = await appliedMigrations(sql);
  if (applied.length === migrations.length && applied.at(-1) === migrations.at(-1)?.createdAt) return;
  // What is empty loses nothing.
  if (applied.length > migrations.length) await emptyDatabase(ownerUrl);
  await migrateTo(ownerUrl, migrations.length, folder);
}

/** Applies the first `count` migrations of this release. */
export async function migrateTo(ownerUrl: string, count: number, folder = "drizzle"): Promise<void> {
  const journal = await readJournal(folder);
  const some = await mkdtemp(path.join(tmpdir(), "dramatis-migrations-"));
  try {
    await cp(folder, some, { recursive: true });
    const shorter = { ...journal, entries: journal.entries.slice(0, count) };
    await writeFile(path.join(some, "meta/_journal.json"), JSON.stringify(shorter));
    await migrateSchema(ownerUrl, some);
  } finally {
    await rm(some, { recursive: true, force: true });
  }
}

async function appliedMigrations(sql: Sql): Promise<number[]> {
  const [found] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!found?.there) return [];
  const rows = await sql<
    { at: string }[]
  >`select created_at as at from drizzle.__drizzle_migrations order by created_at`;
  return rows.map(({ at }) => Number(at));
}

/** Throws a sentence where anything lies in the database that a restore would destroy or mix with. */
export async function demandEmpty(sql: Sql, place: string): Promise<void> {
  const tables = await listTables(sql);
  if (tables.length === 0) return;
  const advice = `A backup is restored into an empty installation only. Nothing was changed. Name another by DATA_DIR or DATABASE_URL, or empty this one by "npm run db:reset".`;
  if ((await appliedMigrations(sql)).length === 0) {
    throw refuse(`${place} holds tables of another program. ${advice}`);
  }
  for (const { name } of tables) {
    const [row] = await sql.unsafe(`select 1 from public.${quoted(name)} limit 1`);
    if (row) throw refuse(`${place} isn't empty: there are rows in "${name}". ${advice}`);
  }
}
