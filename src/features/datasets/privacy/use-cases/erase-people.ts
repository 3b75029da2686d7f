import { mkdtemp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/env";
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { appFiles } from "@/server/files/file-store";
import { enqueue } from "@/server/jobs/enqueue";
import { forgetFiles } from "../../snapshots/forget-files";
import { snapshotKey } from "../../snapshots/snapshot-files";
import type { ErasePeopleInput } from "../privacy-contract";
import { peopleErased } from "../privacy-jobs";
import { listKeptSnapshots, lockSnapshot, setRevision } from "../privacy-queries";

/** Has people taken out of every snapshot, within moments and whatever happens meanwhile. */
export async function erasePeople(
  { tx, workspaceId, userId }: Scope<"data.delete">,
  { keys }: ErasePeopleInput,
): Promise<void> {
  const sorted = [...new Set(keys)].sort();
  await enqueue(
    tx,
    peopleErased,
    { workspaceId, userId, keys: sorted },
    `people-erased:${workspaceId}:${sorted.join(",")}`,
  );
}

/**
 * Does it: writes the files of every snapshot that has them anew, without them. A snapshot's new files have names of their
 * own, and the row names them in one moment, so that questions see the one or the other whole.
 */
export async function takePeopleOut(
  db: Db,
  { workspaceId, userId, keys }: { workspaceId: string; userId: string; keys: readonly string[] },
): Promise<void> {
  const as = <T>(work: (scope: Scope) => Promise<T>) =>
    inTransaction(db, async (tx) => work(await scopeOfAccepted(tx, userId, workspaceId)));
  const kept = await as(({ tx }) => listKeptSnapshots(tx, workspaceId));
  let snapshots = 0;
  for (const { id } of kept) {
    const done = await as(async ({ tx }) => {
      const snapshot = await lockSnapshot(tx, workspaceId, id);
      if (!snapshot) return undefined;
      const { revision, events } = snapshot;
      const rewritten = await rewrite({ workspaceId, id, revision, hasEvents: events > 0 }, keys);
      if (!rewritten) return { revision, isChanged: false };
      await setRevision(tx, workspaceId, id, { ...rewritten, revision: revision + 1 });
      return { revision: revision + 1, isChanged: true };
    });
    if (done?.isChanged) snapshots += 1;
    // Also those of an earlier attempt, which may have ended between the row and the files.
    for (let old = 1; old < (done?.revision ?? 1); old += 1) {
      await appFiles().remove(snapshotKey({ workspaceId, id, revision: old }));
      await forgetFiles(db, { id, revision: old });
    }
  }
  await as(async (scope) => {
    if (snapshots === 0) return;
    await recordAudit(scope, {
      action: "person.erased",
      objectType: "workspace",
      objectId: workspaceId,
      details: { people: keys.length, snapshots },
    });
  });
}

/** Files of the next revision without the people, put into the store; undefined when none of them is there. */
async function rewrite(
  snapshot: { workspaceId: string; id: string; revision: number; hasEvents: boolean },
  keys: readonly string[],
): Promise<{ customers: number; events: number; bytes: number } | undefined> {
  const { rewriteWithout } = await import("@/server/duckdb/rewrite");
  const key = snapshotKey(snapshot);
  const names = snapshot.hasEvents ? (["customers", "events"] as const) : (["customers"] as const);
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await appFiles().local(`${key}${name}.parquet`);
  const folder = await mkdtemp(join(env().DATA_DIR, "erasing-"));
  try {
    const counts = await rewriteWithout({ files, keys, folder, memoryMegabytes: env().DATA_MEMORY_MB });
    if (!counts) return undefined;
    let bytes = 0;
    const next = snapshotKey({ ...snapshot, revision: snapshot.revision + 1 });
    for (const name of names) {
      const file = join(folder, `${name}.parquet`);
      bytes += (await stat(file)).size;
      await appFiles().put(`${next}${name}.parquet`, file);
    }
    return { ...counts, bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
