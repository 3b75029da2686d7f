// `npm run db:migrate`, `npm run db:reset` and `npm run demo:reset`, on the database that `npm start` would use.
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { fillEnv, isLoopback, type StartEnv, startEnv } from "@/env";
import { emptyDatabase } from "@/server/db/migrate";
import { type DataDirectory, installationSecret, openDataDirectory } from "./data-directory";
import { deriveAppUrl, migrate, seed, startEmbedded } from "./database";
import { EXIT } from "./exit-codes.mjs";
import { reportProblem } from "./report-problem";
import { completeSettings } from "./settings";
import { StartFailure } from "./start-failure";

interface Target {
  readonly ownerUrl: string;
  readonly appUrl: string;
  close(): Promise<void>;
}

async function openTarget(given: StartEnv, data: DataDirectory): Promise<Target> {
  const server = given.DATABASE_URL === undefined ? await startEmbedded(data, () => {}) : undefined;
  const ownerUrl = given.DATABASE_URL ?? server?.url ?? "";
  const secret = given.AUTH_SECRET ?? installationSecret(data);
  const appUrl = given.DATABASE_APP_URL ?? deriveAppUrl(ownerUrl, secret);
  return { ownerUrl, appUrl, close: async () => server?.stop() };
}

async function isConfirmed(where: string): Promise<boolean> {
  if (process.argv.includes("--yes")) return true;
  if (!process.stdin.isTTY) throw new StartFailure(EXIT.CONFIGURATION, "Add -- --yes to delete everything unasked.");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`  This deletes everything in ${where}. Type "delete" to go on: `);
  terminal.close();
  return answer.trim() === "delete";
}

/** What people brought in and what was made of it. What S3 keeps stays there: others may look at it. */
const FOLDERS = ["files", "uploads", "questions", "fetched", "outbox"];

/** Fills what was emptied with the demo. The environment is complete but for the database. */
async function beginDemo(data: DataDirectory, { ownerUrl, appUrl }: Target): Promise<void> {
  fillEnv({ DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl });
  for (const folder of FOLDERS) await rm(data.file(folder), { recursive: true, force: true });
  await seed(ownerUrl, appUrl);
}

const WORDS = {
  migrate: "is up to date.",
  reset: "is empty and up to date.",
  demo: "holds the demo as it was on the first day. Its customer data come in with the next npm start.",
};

async function main(command: keyof typeof WORDS): Promise<void> {
  const given = startEnv();
  const where = given.DATABASE_URL ? new URL(given.DATABASE_URL) : undefined;
  const isReset = command !== "migrate";
  if (isReset && where && !isLoopback(where.hostname)) {
    throw new StartFailure(EXIT.CONFIGURATION, `Only a database on this machine can be reset, not ${where.hostname}.`);
  }
  const data = await openDataDirectory(given.DATA_DIR);
  try {
    if (command === "demo" && !(await completeSettings(given, data, false)).isDemo) {
      throw new StartFailure(EXIT.CONFIGURATION, "This installation shows no demo. Set DEMO=true to have one.");
    }
    const place = where ? `${where.host}${where.pathname}` : `the database in ${data.path}`;
    if (isReset && !(await isConfirmed(place))) {
      console.log("  Nothing was changed.");
      return;
    }
    const target = await openTarget(given, data);
    try {
      if (isReset) await emptyDatabase(target.ownerUrl);
      await migrate(target.ownerUrl, target.appUrl);
      if (command === "demo") await beginDemo(data, target);
      console.log(`  ${place} ${WORDS[command]}`);
    } finally {
      await target.close();
    }
  } finally {
    data.release();
  }
}

try {
  const [, , command] = process.argv;
  await main(command === "reset" || command === "demo" ? command : "migrate");
} catch (error) {
  process.exitCode = reportProblem(error);
}
