// From `git clone` to ready, with nothing in npm's cache: minutes, and the package registry's as much as ours.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newInstallation } from "./installation";
import type { Section } from "./report";

export async function measureFresh(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-fresh-"));
  const root = path.join(folder, "clone");
  const started = performance.now();
  execFileSync("git", ["clone", "--quiet", process.cwd(), root]);
  const cloned = performance.now();
  const installation = await newInstallation({
    root,
    limitMs: 15 * 60_000,
    env: { npm_config_cache: path.join(folder, "npm-cache"), npm_execpath: undefined },
  });
  try {
    await installation.start();
    const ready = performance.now();
    const seconds = (from: number, to: number) => `${((to - from) / 1000).toFixed(0)} s`;
    return {
      tables: [
        {
          title: "Fresh clone",
          columns: ["what", "time"],
          rows: [
            ["git clone from this disk", seconds(started, cloned)],
            ["`npm start` to ready: install, build, database, demo", seconds(cloned, ready)],
            ["**fresh clone to ready**", seconds(started, ready)],
          ],
          notes: ["With an empty npm cache; once. What is committed is measured, not what is being worked on."],
        },
      ],
      goals: [],
    };
  } finally {
    await installation.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
