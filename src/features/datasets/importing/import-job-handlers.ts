import { actInWorkspace } from "@/server/access/acting-as";
import { appConnection, type Db } from "@/server/db/client";
import { reportFailure } from "@/server/failure-report";
import { enqueue } from "@/server/jobs/enqueue";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { importFile } from "./import-jobs";
import { takeSilentImports } from "./import-queries";
import { runImport, SILENT_SECONDS } from "./use-cases/run-import";

export const importJobHandlers: readonly JobHandler[] = [
  handleJob(importFile, (asked) => runImport(appConnection().db, asked)),
];

/** Gives imports of which nobody tells anything to whoever has room: their worker was killed, or had none when they came. */
export async function resumeSilentImports(db: Db): Promise<void> {
  const silent = await db.transaction((tx) => takeSilentImports(tx, SILENT_SECONDS));
  for (const { workspace_id: workspaceId, user_id: userId, import_id: importId } of silent) {
    await db.transaction(async (tx) => {
      await actInWorkspace(tx, userId, workspaceId);
      const key = `import-file:${importId}:${crypto.randomUUID()}`;
      await enqueue(tx, importFile, { workspaceId, userId, importId }, key);
    });
  }
}

const RESUME_MS = 5_000;

/** Looks for them as long as the worker lives; the answer ends that. */
export function watchSilentImports(): () => void {
  const look = () =>
    resumeSilentImports(appConnection().db).catch((error) => reportFailure("imports", "resume", error));
  const timer = setInterval(() => void look(), RESUME_MS);
  void look();
  return () => clearInterval(timer);
}
