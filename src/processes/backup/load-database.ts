// Puts copied tables back, as the owner of the database and no more than that. Keys between tables are taken away meanwhile
// and made again at the end, as the order of tables and circles among them then don't matter and every row is held against
// them at once; triggers that number or refuse rows rest as well. All of it is part of the caller's transaction.
import { once } from "node:events";
import type postgres from "postgres";
import type { CopiedTable, Manifest } from "./archive-format";
import { refuse } from "./backup-failure";
import { copyOut, listTables, quoted, readCopy, type Sql, type Table } from "./table-catalog";

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

interface Loading {
  /** Lets keys and triggers do their work again. Throws where a row points at nothing. */
  finish(): Promise<void>;
}

/** Makes the tables ready to be filled; nobody else reads or writes them until the transaction ends. */
export async function beginLoading(tx: Sql, tables: readonly CopiedTable[]): Promise<Loading> {
  const here = await listTables(tx);
  demandSameTables(tables, here);
  const all = here.map(({ name }) => `public.${quoted(name)}`);
  await tx.unsafe(`set local lock_timeout = '10s'; lock table ${all.join(", ")} in access exclusive mode`);
  const keys = await listForeignKeys(tx);
  for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${quoted(name)}`);
  const guarded = await tx<{ table: string }[]>`
    select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace`;
  for (const { table } of guarded) await tx.unsafe(`alter table ${table} disable trigger user`);
  return {
    async finish() {
      for (const { table } of guarded) await tx.unsafe(`alter table ${table} enable trigger user`);
      for (const { table, name, definition } of keys) {
        await tx.unsafe(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
      }
    },
  };
}

async function listForeignKeys(tx: Sql): Promise<ForeignKey[]> {
  return tx<ForeignKey[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`;
}

/** The hashes of migrations can't tell whether somebody changed tables by hand; the columns can. */
function demandSameTables(copied: readonly CopiedTable[], here: readonly Table[]): void {
  const listed = (tables: readonly Pick<Table, "name" | "columns">[]) =>
    new Set(tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`)));
  const [archive, database] = [listed(copied), listed(here)];
  const extra = [...archive].find((column) => !database.has(column));
  const missing = [...database].find((column) => !archive.has(column));
  if (!extra && !missing) return;
  const which = extra ? `it has ${extra}, which this release doesn't know` : `it lacks ${missing}`;
  throw refuse(`The archive's tables aren't those of this release: ${which}. Nothing was changed.`);
}

/** A COPY into a table that is fed piece by piece. */
export class TableFeed {
  #stream: Awaited<ReturnType<postgres.PendingQuery<never>["writable"]>> | undefined;
  #failure: unknown;

  constructor(
    private readonly tx: Sql,
    readonly statement: string,
  ) {}

  async write(chunk: Buffer): Promise<void> {
    if (!this.#stream) {
      this.#stream = await this.tx.unsafe(this.statement).writable();
      this.#stream.on("error", (error: unknown) => {
        this.#failure = error;
      });
    }
    if (this.#failure) throw this.#failure;
    if (this.#stream.write(chunk)) return;
    await Promise.race([once(this.#stream, "drain"), once(this.#stream, "close")]);
    if (this.#failure) throw this.#failure;
  }

  /** Resolves when all rows have been taken. */
  async end(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    await new Promise<void>((resolve) => {
      const { _final: final } = stream;
      stream._final = (done) => {
        final.call(stream, done);
        resolve();
      };
      stream.once("close", resolve);
      stream.end();
    });
    // The driver says nothing when the very last rows are refused; the next question is refused then.
    await this.tx`select 1`;
    if (this.#failure) throw this.#failure;
  }
}

export const copyIn = ({ name, columns }: CopiedTable): string =>
  `copy public.${quoted(name)} (${columns.map(quoted).join(", ")}) from stdin`;

/** Lets numbers go on where they stopped. */
export async function setSequences(tx: Sql, sequences: Manifest["sequences"]): Promise<void> {
  for (const { name, next } of sequences) {
    await tx.unsafe(`alter sequence public.${quoted(name)} restart with ${next}`);
  }
}

/** Copies every table out again and holds the bytes against those of the archive. */
export async function verifyTables(tx: Sql, copied: readonly CopiedTable[]): Promise<void> {
  const order = new Map((await listTables(tx)).map((table) => [table.name, table.order]));
  for (const table of copied) {
    const again = await readCopy(tx, copyOut({ ...table, order: order.get(table.name) ?? "" }), () => {});
    if (again.sha256 !== table.sha256 || again.rows !== table.rows) {
      throw refuse(`What the database holds in "${table.name}" isn't what the archive holds. Nothing was changed.`);
    }
  }
}
