// `npm run db:migrate` and `npm run db:reset`, on the database that `npm start` would use.
import { createInterface } from "node:readline/promises";
import { isLoopback, type StartEnv, startEnv } from "@/env";
import { emptyDatabase } from "@/server/db/migrate";
import { type DataDirectory, installationSecret, openDataDirectory } from "./data-directory";
import { deriveAppUrl, migrate, startEmbedded } from "./database";
import { EXIT } from "./exit-codes.mjs";
import { reportProblem } from "./report-problem";
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

async function main(command: string | undefined): Promise<void> {
  const given = startEnv();
  const where = given.DATABASE_URL ? new URL(given.DATABASE_URL) : undefined;
  if (command === "reset" && where && !isLoopback(where.hostname)) {
    throw new StartFailure(EXIT.CONFIGURATION, `Only a database on this machine can be reset, not ${where.hostname}.`);
  }
  const data = await openDataDirectory(given.DATA_DIR);
  const place = where ? `${where.host}${where.pathname}` : `the database in ${data.path}`;
  if (command === "reset" && !(await isConfirmed(place))) {
    console.log("  Nothing was changed.");
    return;
  }
  const target = await openTarget(given, data);
  try {
    if (command === "reset") await emptyDatabase(target.ownerUrl);
    await migrate(target.ownerUrl, target.appUrl);
    console.log(`  ${place} is ${command === "reset" ? "empty and " : ""}up to date.`);
  } finally {
    await target.close();
    data.release();
  }
}

try {
  await main(process.argv[2]);
} catch (error) {
  process.exitCode = reportProblem(error);
}
