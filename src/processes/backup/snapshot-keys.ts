import { snapshotKey } from "@/features/datasets/snapshots/snapshot-files";
import type { Sql } from "./table-catalog";

interface NamedFile {
  readonly key: string;
  /** A list of lines goes when somebody is erased; the report that named it stays. */
  readonly mayBeGone: boolean;
}

/** Every file of the store that rows name. */
export async function listNamedFiles(sql: Sql): Promise<NamedFile[]> {
  const [found] = await sql`select to_regclass('public.snapshots') is not null as there`;
  // A database from before there were customer data.
  if (!found?.there) return [];
  const snapshots = await sql<{ workspaceId: string; id: string; revision: number; hasEvents: boolean }[]>`
    select workspace_id as "workspaceId", id, revision, events > 0 as "hasEvents" from public.snapshots
    where removed_at is null order by id`;
  const reports = await sql<{ key: string }[]>`
    select i.report->>'detailsKey' as key from public.imports i join public.snapshots s on s.id = i.snapshot_id
    where s.removed_at is null and i.report->>'detailsKey' is not null order by i.id`;
  return [
    ...snapshots.flatMap((snapshot) => {
      const names = snapshot.hasEvents ? ["customers", "events"] : ["customers"];
      return names.map((name) => ({ key: `${snapshotKey(snapshot)}${name}.parquet`, mayBeGone: false }));
    }),
    ...reports.map(({ key }) => ({ key, mayBeGone: true })),
  ];
}
