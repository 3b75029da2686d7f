// Lighthouse, fetched by npm when somebody wants to measure with it: with its packages it is larger than half of ours, and
// neither the product nor its tests need it.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { findBrowser } from "../../../e2e/ground/find-browser";

const VERSION = "13.5.0";

export interface LighthouseVisit {
  readonly url: string;
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly domain: string }[];
  /** The preset for phones, on a slow network and a slow processor; otherwise that for desktops. */
  readonly isMobile: boolean;
}

/** Scores are of 100; times are milliseconds. */
export interface LighthouseAnswer {
  readonly performance: number;
  readonly accessibility: number;
  readonly practices: number;
  readonly contentful: number;
  readonly largest: number;
  readonly shift: number;
  readonly blocked: number;
  readonly index: number;
  readonly address: string;
  readonly complaints: readonly { readonly id: string; readonly title: string; readonly places: readonly string[] }[];
}

/** The folder that has it, beside the unpacked browser. Throws what npm said when it can't be had. */
export function fetchLighthouse(say: (text: string) => void): string {
  const folder = path.resolve("node_modules/.cache/dramatis-lighthouse", VERSION);
  if (existsSync(path.join(folder, "node_modules/lighthouse/package.json"))) return folder;
  say(`Fetching Lighthouse ${VERSION}, about 180 MB …`);
  mkdirSync(folder, { recursive: true });
  const args = ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", [...args, `lighthouse@${VERSION}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`Lighthouse couldn't be fetched.\n${stderr}`);
  return folder;
}

/** One visit after the other, each in a browser of its own. Throws when a page can't be measured. */
export async function runLighthouse(folder: string, visits: readonly LighthouseVisit[]): Promise<LighthouseAnswer[]> {
  const browser = await findBrowser();
  if (!browser) throw new Error("No browser was found for Lighthouse.");
  const task = JSON.stringify({ folder, executablePath: browser.path, env: browser.env, visits });
  const script = path.resolve("src/tooling/bench/lighthouse-run.mjs");
  const child = spawn(process.execPath, [script, task], { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  const answers: LighthouseAnswer[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    answers.push(JSON.parse(line) as LighthouseAnswer);
  }
  if ((await ended) !== 0) throw new Error(`Lighthouse ended early:\n${errors.trim()}`);
  return answers;
}
