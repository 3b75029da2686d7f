import type { Asker } from "@/features/datasets/questions/rule-question";
import { appQuestions, openSnapshot, type SnapshotFiles } from "@/features/datasets/snapshots/snapshot-files";

/** Who asks a snapshot in this process, until the signal says that nobody waits any more. */
export async function askerOf(snapshot: SnapshotFiles, signal: AbortSignal | undefined): Promise<Asker> {
  const [engine, file] = await Promise.all([appQuestions(), openSnapshot(snapshot)]);
  return { engine, file, signal };
}
