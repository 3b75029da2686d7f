// Builds the pages when they are stale.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fillEnv } from "@/env";
import { tryFileLock } from "@/server/files/file-lock";
import { beginBuild, isFresh } from "./build-state.mjs";

const FOLDER = ".next";

export interface BuildOptions {
  readonly root: string;
  /** Told before the build begins; not called when the pages are fresh. */
  readonly onBegin?: () => void;
  readonly signal?: AbortSignal;
}

/** Throws what Next said when the build fails. Two at once wait for each other, and the second finds its work done. */
export async function buildWeb({ root, onBegin, signal }: BuildOptions): Promise<void> {
  if (isFresh(root, FOLDER)) return;
  const release = await takeTurn(root, signal);
  try {
    if (isFresh(root, FOLDER)) return;
    onBegin?.();
    const done = beginBuild(root, FOLDER);
    await runNext(root, signal);
    done();
  } finally {
    release();
  }
}

async function takeTurn(root: string, signal: AbortSignal | undefined): Promise<() => void> {
  mkdirSync(path.join(root, "dist"), { recursive: true });
  for (;;) {
    const release = tryFileLock(path.join(root, "dist", "build.lock"));
    if (release) return release;
    await sleep(200, undefined, signal ? { signal } : {});
  }
}

function runNext(root: string, signal: AbortSignal | undefined): Promise<void> {
  fillEnv({ NEXT_TELEMETRY_DISABLED: "1" });
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(output.trim() || "next build ended without a word."));
    });
  });
}
