// Starts a process that reads somebody's file: whatever the file does to it, this one goes on.
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bareEnvironment, env } from "@/env";
import { AppError } from "@/shared/errors";
import type { ReaderLimits, ReaderNews, ReaderOrder, ReaderTools } from "./reader-protocol";
import type { ReaderTasks } from "./reader-tasks";

type TaskName = keyof ReaderTasks;
type InputOf<T extends TaskName> = Parameters<ReaderTasks[T]>[0];
type ResultOf<T extends TaskName> = Awaited<ReturnType<ReaderTasks[T]>>;
type ProgressOf<T extends TaskName> = ReaderTasks[T] extends (
  input: never,
  tools: ReaderTools<infer Progress>,
) => unknown
  ? Progress
  : never;

export interface ReaderOptions<T extends TaskName> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ProgressOf<T>) => void;
  readonly limits?: Partial<ReaderLimits>;
}

/** A reader tells twice a second that it lives; one that is silent for so long hangs. */
const SILENCE_MS = 60_000;
/** Of what isn't DuckDB's. */
const HEAP_MEGABYTES = 384;
const LIMITS: ReaderLimits = { memoryMegabytes: 384, threads: 2 };

/**
 * Does one task in a process of its own, which knows no secret of ours and is killed when the signal aborts, when this
 * process ends and when it is silent for a minute. Throws the signal's reason, the task's own refusal (`AppError`), LIMIT
 * when its memory didn't suffice, UPSTREAM when it hung or died, an error for faults of ours.
 */
export async function runReader<T extends TaskName>(
  task: T,
  input: InputOf<T>,
  { signal, onProgress, limits }: ReaderOptions<T> = {},
): Promise<ResultOf<T>> {
  signal?.throwIfAborted();
  const child = startReader();
  const end = watch(child);
  const abort = () => end.kill(signal?.reason);
  signal?.addEventListener("abort", abort, { once: true });
  try {
    const most = Math.min(LIMITS.memoryMegabytes, env().DATA_MEMORY_MB);
    const order: ReaderOrder = { task, input, limits: { ...LIMITS, memoryMegabytes: most, ...limits } };
    return (await end.news((news) => {
      if (news.kind === "ready") child.send(order, () => {});
      else if (news.kind === "progress") onProgress?.(news.progress as ProgressOf<T>);
    })) as ResultOf<T>;
  } finally {
    signal?.removeEventListener("abort", abort);
    child.kill("SIGKILL");
  }
}

/** Bundled beside what calls us, or, where the sources themselves run, read by tsx. */
function startReader(): ChildProcess {
  const here = import.meta.url;
  const isBundled = !here.endsWith(".ts");
  const program = new URL(isBundled ? "./data-reader.mjs" : "../../../../processes/data-reader.ts", here);
  return fork(fileURLToPath(program), [], {
    execArgv: [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      "--max-semi-space-size=8",
      ...(isBundled ? [] : ["--import", "tsx"]),
    ],
    env: { ...bareEnvironment(), NODE_ENV: "production", TZ: "UTC" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
}

interface Watched {
  /** Calls for each piece of news until the last one; resolves with the result. */
  news(tell: (news: ReaderNews) => void): Promise<unknown>;
  kill(reason: unknown): void;
}

function watch(child: ChildProcess): Watched {
  let reject: (reason: unknown) => void = () => {};
  const kill = (reason: unknown) => {
    reject(reason);
    child.kill("SIGKILL");
  };
  let complaint = "";
  child.stderr?.on("data", (piece: Buffer) => {
    complaint = (complaint + piece.toString("utf8")).slice(-4_000);
  });
  const news = (tell: (news: ReaderNews) => void) =>
    new Promise<unknown>((resolve, refuse) => {
      let silence: NodeJS.Timeout | undefined;
      const heard = () => {
        clearTimeout(silence);
        silence = setTimeout(() => kill(hung()), SILENCE_MS);
      };
      reject = (reason) => {
        clearTimeout(silence);
        refuse(reason);
      };
      heard();
      child.on("message", (message) => {
        heard();
        const one = message as ReaderNews;
        if (one.kind === "result") {
          clearTimeout(silence);
          resolve(one.result);
        } else if (one.kind === "refusal") reject(new AppError(one.code, one.message, one.details));
        else if (one.kind === "failure") reject(new Error(one.message));
        else tell(one);
      });
      child.once("error", reject);
      child.once("exit", (code, signal) => reject(died(code, signal, complaint)));
    });
  return { news, kill };
}

function hung(): AppError {
  return new AppError("UPSTREAM", "Reading this file came to a halt. Try again, or save the file anew first.");
}

function died(code: number | null, signal: string | null, complaint: string): Error {
  if (/out of memory|heap limit/i.test(complaint) || code === 134 || signal === "SIGABRT") {
    return new AppError(
      "LIMIT",
      "This file takes more memory to read than there is. Save it as CSV, or split it, and try again.",
    );
  }
  if (signal) {
    return new AppError("UPSTREAM", "Reading this file was interrupted. Nothing was stored; try again.");
  }
  return new Error(`the reader ended with exit code ${code}: ${complaint.slice(-1_000)}`);
}
