// Customers that never lived, with twenty traits, put where an import would have put them.
import { mkdirSync, rmSync } from "node:fs";
import { mkdtemp, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Trait, TraitType } from "@/features/datasets/catalog-rules";
import { insertDataset, insertSnapshot } from "@/features/datasets/dataset-queries";
import { profileColumns } from "@/features/datasets/importing/conversion/profile-columns";
import { type SnapshotFiles, snapshotKey } from "@/features/datasets/snapshots/snapshot-files";
import { connect } from "@/server/db/client";
import type { Installation } from "./installation";

export const AS_OF = "2026-11-01";

/** Types by trait and the SQL that makes a value; `r` is another random number from 0 to 1 each time. */
const TRAITS: Readonly<Record<string, readonly [TraitType, string]>> = {
  country: [
    "text",
    "CASE WHEN r < 0.97 THEN ['DE','US','FR','AT','CH','GB','IT','ES','NL','SE'][1 + (10 * r * r)::INT % 10] END",
  ],
  city: [
    "text",
    "['Lyon','Graz','Bern','Berlin','Porto','Paris','Rome','Oslo','Kyiv','Athens'][1 + (10 * r)::INT % 10] || ' ' || (20 * r)::INT",
  ],
  email: ["text", "'person' || i || '@' || ['example.org','mail.example','corp.example'][1 + (3 * r)::INT % 3]"],
  plan: ["text", "['free','basic','plus','pro'][1 + (4 * r)::INT % 4]"],
  channel: ["text", "CASE WHEN r < 0.8 THEN ['search','social','mail','friend','fair'][1 + (5 * r)::INT % 5] END"],
  likes: ["tags", "list_filter(['sport','home','books','garden','music'], lambda x: r < 0.3)"],
  spent: ["number", "CASE WHEN r < 0.9 THEN round(-ln(1 - r) * 100, 2) END"],
  orders: ["number", "floor(-ln(1 - r) * 5)"],
  visits: ["number", "floor(-ln(1 - r) * 40)"],
  age: ["number", "CASE WHEN r < 0.7 THEN 18 + floor(60 * r) END"],
  score: ["number", "round(r, 3)"],
  basket: ["number", "round(20 + 80 * r, 2)"],
  discount: ["number", "round(r * r, 2)"],
  returns: ["number", "floor(3 * r * r)"],
  newsletter: ["flag", "r < 0.4"],
  business: ["flag", "CASE WHEN r < 0.9 THEN r < 0.1 END"],
  joined: ["date", "CASE WHEN r < 0.95 THEN DATE '2026-11-01' - (1500 * r)::INT END"],
  birthday: ["date", "CASE WHEN r < 0.5 THEN DATE '2008-01-01' - (20000 * r)::INT END"],
  seen: ["time", "TIMESTAMP '2026-11-01' - to_seconds((1e8 * r)::BIGINT)"],
  bought: ["time", "CASE WHEN r < 0.6 THEN TIMESTAMP '2026-11-01' - to_seconds((5e7 * r)::BIGINT) END"],
};

const columns = Object.entries(TRAITS).map(([id, [, sql]]) => `${sql.replace(/\br\b/g, "random()")} AS ${id}`);
const DESCRIBED: readonly Omit<Trait, "profile">[] = Object.entries(TRAITS).map(([id, [type]]) => ({
  ...{ id, label: id, type, group: "behavioural", unit: "plain", isPersonal: id === "email", origin: "column" },
}));

export interface Customers {
  readonly workspaceId: string;
  readonly datasetId: string;
  readonly snapshot: SnapshotFiles & {
    readonly asOf: string;
    readonly customers: number;
    readonly catalog: { readonly traits: readonly Trait[]; readonly events: null };
  };
  /** The database file that questions are asked of. */
  readonly file: string;
}

/** A workspace of which the person is the owner; its id. */
export async function addWorkspace(installation: Installation, userId: string, slug: string): Promise<string> {
  const owner = connect(installation.ownerUrl(), 1);
  try {
    const [workspace] = await owner.sql<{ id: string }[]>`
      insert into workspaces (name, slug) values ('Many customers', ${slug}) returning id`;
    if (!workspace) throw new Error("The workspace was not made.");
    await owner.sql`insert into memberships (workspace_id, user_id, role) values (${workspace.id}, ${userId}, 'owner')`;
    return workspace.id;
  } finally {
    await owner.close();
  }
}

/** Makes a dataset of so many customers in a workspace of its own, of which the person is the owner. */
export async function addCustomers(installation: Installation, userId: string, count: number): Promise<Customers> {
  const folder = await mkdtemp(join(installation.data, "bench-"));
  const traits = await write(folder, count);
  const workspaceId = await addWorkspace(installation, userId, `customers-${count}`);
  const owner = connect(installation.ownerUrl(), 1);
  try {
    const id = crypto.randomUUID();
    const key = snapshotKey({ workspaceId, id, revision: 1 });
    const parquet = join(installation.data, "files", key, "customers.parquet");
    mkdirSync(join(parquet, ".."), { recursive: true });
    await rename(join(folder, "customers.parquet"), parquet);
    mkdirSync(join(installation.data, "questions"), { recursive: true });
    const file = join(installation.data, "questions", `${id}-1.duckdb`);
    await rename(join(folder, "questions.duckdb"), file);
    const catalog = { traits, events: null };
    const { size: bytes } = await stat(parquet);
    const datasetId = await owner.db.transaction(async (tx) => {
      const made = await insertDataset(tx, {
        ...{ workspaceId, name: "Customers", purpose: "Benchmark", retentionDays: null, createdBy: userId },
      });
      await insertSnapshot(tx, {
        ...{ id, workspaceId, datasetId: made, number: 1, asOf: AS_OF, timeZone: "UTC", importedBy: userId },
        ...{ customers: count, events: 0, bytes, catalog },
      });
      return made;
    });
    const snapshot = { workspaceId, id, revision: 1, hasEvents: false, asOf: AS_OF, customers: count, catalog };
    return { workspaceId, datasetId, snapshot, file };
  } finally {
    await owner.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes both files of the snapshot; what is known of the columns comes back. */
async function write(folder: string, count: number): Promise<readonly Trait[]> {
  const instance = await DuckDBInstance.create(join(folder, "questions.duckdb"), { memory_limit: "4GB" });
  const connection = await instance.connect();
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  try {
    await run("SELECT setseed(0.5)");
    await run(`CREATE TABLE customers AS
      SELECT i::INTEGER AS _row, 'c' || i AS _id, md5_number_lower('c' || i) AS _key, ${columns.join(", ")}
      FROM range(${count}) t(i)`);
    await run(`COPY customers TO '${join(folder, "customers.parquet")}' (FORMAT parquet)`);
    const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
    const database = { run, rows, inOrder: run, share: () => null, close: async () => {} };
    const traits = await profileColumns(database, "customers", DESCRIBED);
    await run("CHECKPOINT");
    return traits;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The same customers as a file that somebody would bring. */
export async function writeCsv(file: string, count: number): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "4GB" });
  const connection = await instance.connect();
  const listed = columns.map((column) =>
    column.endsWith(" AS likes") ? `array_to_string(${column.slice(0, -9)}, '; ') AS likes` : column,
  );
  await connection.run("SELECT setseed(0.5)");
  await connection.run(`COPY (SELECT 'c' || i AS customer_id, ${listed.join(", ")} FROM range(${count}) t(i))
    TO '${file}' (FORMAT csv, HEADER)`);
  connection.closeSync();
  instance.closeSync();
}
