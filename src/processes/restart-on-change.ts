// For `npm run dev`: what Next doesn't reload by itself.
import { watch } from "node:fs";
import type { Child } from "./child-process";

/** What api and worker are made of; components and pages are Next's. */
const THEIRS = /^(api|env|features|processes|server|shared)\b.*\.tsx?$/;
const NOT_THEIRS = /\.test\.tsx?$|(^|[\\/])components[\\/]/;

/** Calls `restart` after a change to the sources of api and worker; one call at a time. */
export function onSourceChange(restart: () => Promise<void>, signal: AbortSignal): void {
  let settling: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  watch("src", { recursive: true, signal }, (_event, file) => {
    if (file === null || !THEIRS.test(file) || NOT_THEIRS.test(file)) return;
    clearTimeout(settling);
    // Editors write a file in several steps, and people save several files at once.
    settling = setTimeout(() => {
      last = last.then(() => (signal.aborted ? undefined : restart()));
    }, 100);
  });
}

/** Builds anew and replaces the children; with a mistake in the sources the old ones go on. */
export async function rebuild(replace: () => Promise<readonly Child[]>): Promise<void> {
  const { buildBundles } = await import("@/tooling/build-bundles.mjs");
  try {
    await buildBundles(process.cwd());
  } catch {
    // esbuild has printed what and where.
    return;
  }
  const children = await replace();
  const outcomes = children.map((child) => Promise.race([child.ready.then(() => true), child.ended.then(() => false)]));
  const areUp = (await Promise.all(outcomes)).every((isUp) => isUp);
  console.log(areUp ? "  api and worker run with the change" : "  Waiting for the next change …");
}
