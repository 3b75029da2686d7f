// `npm run backup` and `npm run restore`, on the installation that `npm start` would run.
import { existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEnv } from "@/env";
import { openStore } from "@/server/files/file-store";
import {
  type DataDirectory,
  installationSecret,
  openDataDirectory,
  storedSecret,
  storeSecret,
} from "../data-directory";
import { demandBoundRole, deriveAppUrl, migrate } from "../database";
import { EXIT } from "../exit-codes.mjs";
import { reportProblem } from "../report-problem";
import { StartFailure } from "../start-failure";
import { backup, fingerprintOf } from "./backup";
import { backupSummary, restoreSummary } from "./backup-summary";
import { openForBackup, openForRestore } from "./installation";
import { restore } from "./restore";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());

interface Asked {
  readonly file: string | undefined;
  readonly withoutKeys: boolean;
}

async function makeBackup({ file, withoutKeys }: Asked, from: string): Promise<void> {
  const given = startEnv();
  const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const target = path.resolve(from, file ?? `dramatis-backup-${moment}Z.tar.gz`);
  const directory = path.resolve(given.DATA_DIR);
  const stored = storedSecret(directory);
  const database = await openForBackup(given);
  try {
    const source = {
      ownerUrl: database.ownerUrl,
      files: openStore(given, directory),
      secret: given.AUTH_SECRET ?? stored,
      isSecretIncluded: given.AUTH_SECRET === undefined && stored !== undefined && !withoutKeys,
      scratch: path.join(directory, "backing-up"),
    };
    console.log(backupSummary(target, await backup(source, target, stopping.signal), given.AUTH_SECRET !== undefined));
  } finally {
    await database.close();
  }
}

async function restoreBackup({ file }: Asked, from: string): Promise<void> {
  if (!file)
    throw new StartFailure(EXIT.CONFIGURATION, "Name the archive: npm run restore -- dramatis-backup-….tar.gz");
  const given = startEnv();
  const data = await openDataDirectory(given.DATA_DIR);
  try {
    const database = await openForRestore(given, data);
    try {
      const { ownerUrl, place } = database;
      const archive = path.resolve(from, file);
      const files = openStore(given, data.path);
      const takeSecret = (secret: string | undefined) => (given.AUTH_SECRET ? () => {} : replaceSecret(data, secret));
      const target = { ownerUrl, place, files, scratch: data.file("restoring"), takeSecret };
      const restored = await restore(archive, target, stopping.signal);
      const secret = given.AUTH_SECRET ?? installationSecret(data);
      const appUrl = given.DATABASE_APP_URL ?? deriveAppUrl(ownerUrl, secret);
      await migrate(ownerUrl, appUrl);
      await demandBoundRole(appUrl);
      console.log(restoreSummary(restored, place, fingerprintOf(secret)));
    } finally {
      await database.close();
    }
  } finally {
    data.release();
  }
}

/** An empty installation has signed nothing, so the archive's secret takes the place of its own, which is kept beside. */
function replaceSecret(data: DataDirectory, secret: string | undefined): () => void {
  const file = data.file("auth-secret");
  const kept = data.file("auth-secret.before-restore");
  if (secret === undefined || secret === storedSecret(data.path)) return () => {};
  const hadOne = existsSync(file);
  if (hadOne) renameSync(file, kept);
  storeSecret(data.path, secret);
  return () => (hadOne ? renameSync(kept, file) : rmSync(file));
}

function parse(args: readonly string[]): { asked: Asked; from: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: { type: "string" }, "without-keys": { type: "boolean" } },
    });
    if (positionals.length > 1) throw new Error("Name one file.");
    return {
      asked: { file: positionals[0], withoutKeys: values["without-keys"] ?? false },
      from: values.from ?? process.cwd(),
    };
  } catch (error) {
    throw new StartFailure(EXIT.CONFIGURATION, error instanceof Error ? error.message : String(error));
  }
}

try {
  const [command, ...rest] = process.argv.slice(2);
  const { asked, from } = parse(rest);
  await (command === "restore" ? restoreBackup(asked, from) : makeBackup(asked, from));
} catch (error) {
  process.exitCode = reportProblem(error);
}
