// For `npm run dev`: what Next doesn't reload by itself.
import { watch } from "node:fs";
import { type Child, type ChildOptions, startChild } from "./child-process";

/** What api and worker are made of; components and pages are Next's. */
const THEIRS = /^(api|env|features|processes|server|shared)\b.*\.tsx?$/;
const NOT_THEIRS = /\.test\.tsx?$|(^|[\\/])components[\\/]/;

/**
 * Starts the program, and again whenever its sources change or it ends by itself. `ready` is that of the first start;
 * `ended` never resolves.
 */
export function restartOnChange(options: ChildOptions, signal: AbortSignal): Child {
  let child = startChild(options);
  const first = child;
  let settling: NodeJS.Timeout | undefined;
  const restart = async () => {
    await child.stop(2_000);
    if (signal.aborted) return;
    child = startChild(options);
  };
  watch("src", { recursive: true, signal }, (_event, file) => {
    if (file === null || !THEIRS.test(file) || NOT_THEIRS.test(file)) return;
    clearTimeout(settling);
    // Editors write a file in several steps, and people save several files at once.
    settling = setTimeout(() => void restart(), 150);
  });
  signal.addEventListener("abort", () => clearTimeout(settling));
  return { ...first, ended: new Promise(() => {}), stop: (patience) => child.stop(patience) };
}
