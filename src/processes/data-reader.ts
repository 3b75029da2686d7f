// Reads one file that somebody uploaded, told by the process that started it, and ends. A file that breaks it breaks
// nothing else.
import type { ReaderNews, ReaderOrder, ReaderTools } from "@/features/datasets/importing/reading/reader-protocol";
import { readerTasks } from "@/features/datasets/importing/reading/reader-tasks";
import { AppError } from "@/shared/errors";

const HEARTBEAT_MS = 500;

function tell(news: ReaderNews): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send || !process.connected) return resolve();
    process.send(news, () => resolve());
  });
}

/** At once: a native thread that is still at work would hold an orderly end up. */
function end(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("unreachable");
}

async function obey({ task, input, limits }: ReaderOrder): Promise<void> {
  const work = Object.hasOwn(readerTasks, task)
    ? (readerTasks[task as keyof typeof readerTasks] as (input: unknown, tools: ReaderTools) => Promise<unknown>)
    : undefined;
  if (!work) return tell({ kind: "failure", message: `no task ${task}` });
  const onProgress = (progress: unknown) => void tell({ kind: "progress", progress });
  try {
    await tell({ kind: "result", result: await work(input, { limits, onProgress }) });
  } catch (error) {
    if (error instanceof AppError) {
      await tell({ kind: "refusal", code: error.code, message: error.message, details: error.details });
    } else {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const isMemory = /out of memory/i.test(message);
      await tell(
        isMemory
          ? {
              kind: "refusal",
              code: "LIMIT",
              message: "This file takes more memory to read than there is. Split it, and try again.",
              details: {},
            }
          : { kind: "failure", message },
      );
    }
  }
}

process.on("disconnect", end);
process.once("message", (order: ReaderOrder) => {
  const heart = setInterval(() => void tell({ kind: "alive" }), HEARTBEAT_MS);
  void obey(order).finally(() => {
    clearInterval(heart);
    end();
  });
});
void tell({ kind: "ready" });
