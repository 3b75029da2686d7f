// A dataset with one snapshot of given customers, put where the product would have put it; imports have tests of their own.
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type Catalog, type Trait, type TraitType, UNKNOWN_PROFILE } from "@/features/datasets/catalog-rules";
import { insertDataset, insertSnapshot } from "@/features/datasets/dataset-queries";
import { snapshotKey } from "@/features/datasets/snapshots/snapshot-files";
import type { Tx } from "@/server/db/client";
import { appFiles } from "@/server/files/file-store";

type Value = string | number | boolean | null | readonly string[];

export interface GivenData {
  readonly name?: string;
  /** Types by trait id. */
  readonly traits: Readonly<Record<string, TraitType>>;
  /** Values by trait id, beside the customer's id; what is left out is unknown. */
  readonly customers: readonly (Readonly<Record<string, Value>> & { readonly id: string })[];
  /** One row for each event: whose it is, when (local, "2026-11-01 10:00:00"), its name, and properties by id. */
  readonly events?: {
    readonly properties: Readonly<Record<string, TraitType>>;
    readonly rows: readonly (Readonly<Record<string, Value>> & { readonly of: string; readonly at: string })[];
    readonly order?: string;
    readonly amount?: string;
  };
  readonly asOf?: string;
}

/** Columns of a snapshot's files by trait type. */
const COLUMN_TYPES: Record<TraitType, string> = {
  text: "VARCHAR",
  tags: "VARCHAR[]",
  number: "DOUBLE",
  flag: "BOOLEAN",
  date: "DATE",
  time: "TIMESTAMP",
};

/** The traits with empty profiles, by their ids. */
export function traitsOf(types: Readonly<Record<string, TraitType>>): readonly Trait[] {
  return Object.entries(types).map(([id, type]) => ({
    id,
    label: id,
    type,
    group: "behavioural",
    unit: "plain",
    isPersonal: false,
    origin: "column",
    profile: UNKNOWN_PROFILE,
  }));
}

export function catalogOf({ traits, events }: GivenData): Catalog {
  const names = new Map<string, number>();
  for (const { name } of events?.rows ?? [])
    names.set(String(name ?? "purchase"), (names.get(String(name ?? "purchase")) ?? 0) + 1);
  return {
    traits: traitsOf(traits),
    events: events
      ? {
          count: events.rows.length,
          names: [...names].map(([value, count]) => ({ value, count })),
          properties: traitsOf(events.properties),
          order: events.order ?? null,
          amount: events.amount ?? null,
          first: null,
          last: null,
        }
      : null,
  };
}

/** Writes customers.parquet and events.parquet into the folder. */
export async function writeParquet(folder: string, { traits, customers, events }: GivenData): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const write = async (name: string, columns: Readonly<Record<string, string>>, rows: readonly object[]) => {
    const json = join(folder, `${name}.json`);
    await writeFile(json, rows.map((row) => JSON.stringify(row)).join("\n"));
    const described = Object.entries(columns).map(([column, type]) => `"${column}": '${type}'`);
    await connection.run(
      `COPY (SELECT * FROM read_json('${json}', format = 'newline_delimited', columns = {${described.join(", ")}}))
       TO '${join(folder, `${name}.parquet`)}' (FORMAT parquet)`,
    );
    await rm(json);
  };
  const types = (given: Readonly<Record<string, TraitType>>) =>
    Object.fromEntries(Object.entries(given).map(([id, type]) => [id, COLUMN_TYPES[type]]));
  const rowOf = new Map(customers.map(({ id }, row) => [id, row]));
  await write(
    "customers_raw",
    { _row: "INTEGER", _id: "VARCHAR", ...types(traits) },
    customers.map(({ id, ...values }, row) => ({ _row: row, _id: id, ...values })),
  );
  await connection.run(
    `COPY (SELECT _row, _id, md5_number_lower(_id) AS _key, * EXCLUDE (_row, _id)
           FROM read_parquet('${join(folder, "customers_raw.parquet")}') ORDER BY _row)
     TO '${join(folder, "customers.parquet")}' (FORMAT parquet)`,
  );
  await rm(join(folder, "customers_raw.parquet"));
  if (events) {
    await write(
      "events",
      { _row: "INTEGER", _at: "TIMESTAMP", _name: "VARCHAR", ...types(events.properties) },
      events.rows.map(({ of, at, name, ...values }) => ({
        _row: rowOf.get(of),
        _at: at,
        _name: name ?? "purchase",
        ...values,
      })),
    );
  }
  connection.closeSync();
  instance.closeSync();
}

/** The dataset and its snapshot; several calls with `datasetId` make several snapshots. */
export async function addCustomerData(
  tx: Tx,
  who: { readonly workspaceId: string; readonly userId: string },
  given: GivenData & { readonly datasetId?: string; readonly number?: number },
): Promise<{ datasetId: string; snapshotId: string }> {
  const { workspaceId, userId } = who;
  const { name = "Customers", asOf = "2026-11-01" } = given;
  const datasetId =
    given.datasetId ??
    (await insertDataset(tx, { workspaceId, name, purpose: "Tests", retentionDays: null, createdBy: userId }));
  const snapshotId = crypto.randomUUID();
  const folder = await mkdtemp(join(tmpdir(), "customer-data-"));
  await mkdir(folder, { recursive: true });
  await writeParquet(folder, given);
  const key = snapshotKey({ workspaceId, id: snapshotId, revision: 1 });
  let bytes = 0;
  for (const table of given.events ? ["customers", "events"] : ["customers"]) {
    const file = join(folder, `${table}.parquet`);
    bytes += (await stat(file)).size;
    await appFiles().put(`${key}${table}.parquet`, file);
  }
  await rm(folder, { recursive: true });
  await insertSnapshot(tx, {
    id: snapshotId,
    workspaceId,
    datasetId,
    number: given.number ?? 1,
    asOf,
    timeZone: "UTC",
    importedBy: userId,
    customers: given.customers.length,
    events: given.events?.rows.length ?? 0,
    bytes,
    catalog: { ...catalogOf(given) },
  });
  return { datasetId, snapshotId };
}
