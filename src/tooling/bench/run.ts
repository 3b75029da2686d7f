// `npm run bench`: all parts, or those named after `--`. `--json FILE` also writes the figures there, `--fresh` also
// measures a fresh clone, `--large` also asks ten million customers. Nothing of it touches the data of an installation; everything lies in temporary folders.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, platform, release, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { buildBundles } from "../build-bundles.mjs";
import { isFresh } from "../build-state.mjs";
import { buildWeb } from "../build-web";
import { addWorkspace } from "./data-customers";
import { type Installation, newInstallation } from "./installation";
import { measureApi } from "./measure-api";
import { measureBodies } from "./measure-bodies";
import { measureCompare } from "./measure-compare";
import { loopWatch, measureData, openDataBench } from "./measure-data";
import { measureFresh } from "./measure-fresh";
import { measureImport } from "./measure-import";
import { measureLetters } from "./measure-letters";
import { measureLighthouse } from "./measure-lighthouse";
import { measureLive } from "./measure-live";
import { measureNoticing } from "./measure-noticing";
import { measurePublish } from "./measure-publish";
import { measureQueries } from "./measure-queries";
import { measureReview } from "./measure-review";
import { measureSearch } from "./measure-search";
import { measureStart } from "./measure-start";
import { measureWeb } from "./measure-web";
import { goalTable, markdown, type Section } from "./report";

const PARTS = [
  "start",
  "web",
  "lighthouse",
  "api",
  "queries",
  "publish",
  "compare",
  "search",
  "live",
  "bodies",
  "noticing",
  "reviews",
  "letters",
  "data",
] as const;
type Part = (typeof PARTS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    fresh: { type: "boolean", default: false },
    large: { type: "boolean", default: false },
  },
});
const unknown = positionals.filter((name) => !PARTS.includes(name as Part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Name some of ${PARTS.join(", ")}, or none for all.`);
  process.exit(2);
}
/** Only where they are named: they take long, or fetch what nothing else needs. */
const ON_DEMAND: readonly Part[] = ["lighthouse"];
const wanted = (part: Part) => (positionals.length === 0 ? !ON_DEMAND.includes(part) : positionals.includes(part));

let installation: Installation | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    void (installation?.remove() ?? Promise.resolve()).finally(() => process.exit(130));
  });
}

function say(text: string): void {
  console.error(`  ${text}`);
}

async function build(): Promise<void> {
  const root = process.cwd();
  if (!isFresh(root, "dist")) await buildBundles(root);
  await buildWeb({ root, onBegin: () => say("Building the pages; this takes a minute …") });
}

/** On an installation of its own, whose event loop is watched. */
async function measureCustomers(run: (what: string, measure: () => Promise<Section>) => Promise<void>): Promise<void> {
  const watch = loopWatch();
  const product = await newInstallation({ env: watch.env });
  installation = product;
  try {
    await product.start();
    const bench = await openDataBench(product, watch.file);
    await run("Asking a million customers", () => measureData(bench, 1_000_000));
    const workspaceId = await addWorkspace(product, bench.userId, "imports");
    await run("Importing a million customers", () => measureImport({ ...bench, workspaceId }, 1_000_000));
    if (values.large) await run("Asking ten million customers", () => measureData(bench, 10_000_000));
  } finally {
    await product.remove();
    installation = undefined;
  }
}

async function measureAll(): Promise<Section[]> {
  const sections: Section[] = [];
  const run = async (what: string, measure: () => Promise<Section>) => {
    const started = performance.now();
    say(`${what} …`);
    sections.push(await measure());
    say(`… ${((performance.now() - started) / 1000).toFixed(0)} s`);
  };
  if (wanted("queries")) await run("Counting SQL statements", measureQueries);
  if (wanted("noticing")) await run("Telling what is due of 100,000 documents", measureNoticing);
  if (wanted("letters")) {
    if (!isFresh(process.cwd(), "dist")) await buildBundles(process.cwd());
    await run("Sending ten thousand letters through killed workers", measureLetters);
  }
  if (wanted("publish")) await run("Publishing a large persona", measurePublish);
  if (wanted("bodies") || wanted("live")) {
    if (!isFresh(process.cwd(), "dist")) await buildBundles(process.cwd());
    await run("Writing together in prose", measureBodies);
  }
  if (
    wanted("start") ||
    wanted("web") ||
    wanted("lighthouse") ||
    wanted("api") ||
    wanted("compare") ||
    wanted("search") ||
    wanted("live") ||
    wanted("reviews")
  ) {
    await build();
    const product = await newInstallation();
    installation = product;
    try {
      if (wanted("start")) await run("Starting and stopping", () => measureStart(product));
      else await product.start();
      if (wanted("web")) await run("Visiting every page", () => measureWeb(product));
      if (wanted("lighthouse")) await run("Asking Lighthouse", () => measureLighthouse(product, say));
      if (wanted("compare")) await run("Comparing versions", () => measureCompare(product));
      if (wanted("search")) await run("Searching ten thousand documents", () => measureSearch(product));
      if (wanted("live")) await run("Writing together", () => measureLive(product));
      if (wanted("reviews")) await run("Reviewing together", () => measureReview(product));
      if (wanted("api")) await run("Asking the API", () => measureApi(product));
    } finally {
      await product.remove();
      installation = undefined;
    }
  }
  if (wanted("data")) {
    await build();
    await measureCustomers(run);
  }
  if (values.fresh) await run("Cloning, installing, building and starting; this takes minutes", measureFresh);
  return sections;
}

/** Share of the processors that nobody used for a while, in percent: figures of a busy machine are no figures. */
async function idleShare(): Promise<number> {
  const total = () => {
    const all = cpus().flatMap(({ times }) => Object.entries(times));
    const sum = (entries: typeof all) => entries.reduce((total, [, milliseconds]) => total + milliseconds, 0);
    return { idle: sum(all.filter(([name]) => name === "idle")), all: sum(all) };
  };
  const before = total();
  await sleep(3_000);
  const after = total();
  return (100 * (after.idle - before.idle)) / (after.all - before.all);
}

async function machine(): Promise<string> {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const idle = `${(await idleShare()).toFixed(0)} % idle before`;
  return `Dramatis at ${commit}, ${new Date().toISOString().slice(0, 10)}: ${availableParallelism()} × ${cpu?.model ?? "unknown processor"}, ${memory}, ${platform()} ${release()}, Node ${process.versions.node}; ${idle}.`;
}

const about = await machine();
const sections = await measureAll();
const tables = sections.flatMap((section) => section.tables);
const goals = sections.flatMap((section) => section.goals);
console.log(`\n${about}\n`);
for (const table of [...tables, ...(goals.length > 0 ? [goalTable(goals)] : [])]) console.log(`${markdown(table)}\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ about, goals, tables }, undefined, 2)}\n`);
