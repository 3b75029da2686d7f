// Starts the thread that finds groups, one at a time for a workspace and few in all; others wait for their turn.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { AppError } from "@/shared/errors";
import type { GroupTask, TaskResult, ThreadNews } from "./group-task";

const HEAP_MEGABYTES = 512;
/** One core is left to everybody else. */
const MOST_AT_ONCE = Math.max(1, availableParallelism() - 1);
const MOST_WAITING = 20;

interface Waiting {
  readonly workspaceId: string;
  readonly begin: () => void;
  readonly onAhead: (ahead: number) => void;
}

const waiting: Waiting[] = [];
const running = new Set<string>();

function advance(): void {
  for (const one of [...waiting]) {
    if (running.size >= MOST_AT_ONCE) break;
    if (running.has(one.workspaceId)) continue;
    waiting.splice(waiting.indexOf(one), 1);
    running.add(one.workspaceId);
    one.begin();
  }
  for (const [ahead, one] of waiting.entries()) one.onAhead(ahead + running.size);
}

/**
 * Does `work` when it is its turn; `onAhead` is told how many are before it. Throws LIMIT when too many wait, the signal's
 * reason when it aborts before the turn.
 */
export async function inTurn<T>(
  workspaceId: string,
  { signal, onAhead }: { readonly signal: AbortSignal; readonly onAhead: (ahead: number) => void },
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  if (waiting.length >= MOST_WAITING) {
    throw new AppError("LIMIT", "Many are looking for groups at the moment. Try again in a minute.");
  }
  await new Promise<void>((resolve, reject) => {
    const leave = () => {
      waiting.splice(waiting.indexOf(turn), 1);
      reject(signal.reason);
      advance();
    };
    const turn: Waiting = {
      ...{ workspaceId, onAhead },
      begin: () => {
        signal.removeEventListener("abort", leave);
        resolve();
      },
    };
    signal.addEventListener("abort", leave, { once: true });
    waiting.push(turn);
    advance();
  });
  try {
    return await work();
  } finally {
    running.delete(workspaceId);
    advance();
  }
}

/** Does one task in a thread of its own, which ends with it or when the signal aborts. Throws the signal's reason. */
export function runGroupTask<T extends GroupTask>(
  task: T,
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (done: number, of: number) => void },
): Promise<TaskResult<T>> {
  signal.throwIfAborted();
  // Bundled beside what calls us, or, where the sources themselves run, read by tsx.
  const here = import.meta.url;
  const isBundled = !here.endsWith(".ts");
  const program = new URL(isBundled ? "./group-thread.mjs" : "./group-thread.ts", here);
  const worker = new Worker(fileURLToPath(program), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    execArgv: isBundled ? [] : ["--import", "tsx"],
  });
  return new Promise<TaskResult<T>>((resolve, reject) => {
    const stop = () => {
      reject(signal.reason);
      void worker.terminate();
    };
    signal.addEventListener("abort", stop, { once: true });
    worker.on("message", (news: ThreadNews) => {
      if (news.kind === "progress") onProgress(news.done, news.of);
      else resolve(news.result as TaskResult<T>);
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      signal.removeEventListener("abort", stop);
      reject(new Error(`the thread that finds groups ended with ${code}`));
    });
  });
}
