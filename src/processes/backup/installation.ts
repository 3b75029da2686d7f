// Finds the installation that `npm start` would run, at work or not.
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { StartEnv } from "@/env";
import { runningServerUrl } from "@/server/db/embedded-postgres";
import { type DataDirectory, openDataDirectory } from "../data-directory";
import { startEmbedded } from "../database";
import { EXIT } from "../exit-codes.mjs";
import { StartFailure } from "../start-failure";
import { refuse } from "./backup-failure";

interface OpenDatabase {
  readonly ownerUrl: string;
  /** In words: which database. */
  readonly place: string;
  close(): Promise<void>;
}

/** The database to be read: another's, that of a running Dramatis, or one that is started for it. */
export async function openForBackup(given: StartEnv): Promise<OpenDatabase> {
  if (given.DATABASE_URL) return external(given.DATABASE_URL);
  const directory = path.resolve(given.DATA_DIR);
  if (!existsSync(path.join(directory, "postgres"))) {
    throw refuse(
      `There is no installation in ${directory}: nothing to back up. Set DATA_DIR or DATABASE_URL as for npm start.`,
    );
  }
  let data: DataDirectory;
  try {
    data = await openDataDirectory(directory);
  } catch (error) {
    if (!(error instanceof StartFailure && error.exitCode === EXIT.SECOND_INSTANCE)) throw error;
    return { ownerUrl: await runningServer(directory), place: inWords(directory), close: async () => {} };
  }
  const opened = await openEmbedded(data);
  const close = async () => {
    await opened.close();
    data.release();
  };
  return { ...opened, close };
}

/** The database to be filled. The caller holds the data folder. */
export async function openForRestore(given: StartEnv, data: DataDirectory): Promise<OpenDatabase> {
  return given.DATABASE_URL ? external(given.DATABASE_URL) : openEmbedded(data);
}

async function openEmbedded(data: DataDirectory): Promise<OpenDatabase> {
  const server = await startEmbedded(data, () => console.log("  Creating the database …"));
  return { ownerUrl: server.url, place: inWords(data.path), close: server.stop };
}

const inWords = (directory: string) => `The database in ${directory}`;

function external(ownerUrl: string): OpenDatabase {
  const { host, pathname } = new URL(ownerUrl);
  return { ownerUrl, place: `The database at ${host}${pathname}`, close: async () => {} };
}

/** One that starts at this moment gets the time for it. */
async function runningServer(directory: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const url = runningServerUrl(path.join(directory, "postgres"));
    if (url) return url;
    await sleep(200);
  }
  throw refuse(
    `Another Dramatis holds ${directory}, and its database isn't running. Try again when it has started or ended.`,
  );
}
