// The folder that holds everything durable of an installation: one instance at a time works in it.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tryFileLock } from "@/server/files/file-lock";
import { EXIT } from "./exit-codes.mjs";
import { StartFailure } from "./start-failure";

/** Exists while an instance ends. */
const ENDING = "instance.ending";

export interface DataDirectory {
  readonly path: string;
  file(name: string): string;
  /** Tells a next instance that it is worth waiting for this one's end. */
  announceEnd(): void;
  /** Lets the next instance in. The operating system does the same when this process ends in any other way. */
  release(): void;
}

/** Makes the folder when it is missing, and takes it for this process. Throws `StartFailure`. */
export async function openDataDirectory(directory: string): Promise<DataDirectory> {
  const full = path.resolve(directory);
  const file = (name: string) => path.join(full, name);
  makeWritable(full, file(".writable"));
  const release = await lock(file("instance.lock"), file(ENDING));
  if (!release) {
    throw new StartFailure(
      EXIT.SECOND_INSTANCE,
      `Another Dramatis is running with the data in ${full}. Stop it first, or give this one a DATA_DIR of its own.`,
    );
  }
  rmSync(file(ENDING), { force: true });
  return { path: full, file, announceEnd: () => writeFileSync(file(ENDING), ""), release };
}

/** Waits for an instance that is ending; for any other only as long as it may take to notice that it should. */
async function lock(file: string, ending: string): Promise<(() => void) | undefined> {
  const asked = Date.now();
  for (;;) {
    const release = tryFileLock(file);
    const patience = existsSync(ending) ? 12_000 : 1_500;
    if (release || Date.now() - asked > patience) return release;
    await sleep(50);
  }
}

function makeWritable(directory: string, probe: string): void {
  try {
    // Passable but not listable: the embedded database may have to run as another user, in a folder of its own.
    mkdirSync(directory, { recursive: true, mode: 0o711 });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartFailure(
      EXIT.DATA_DIR,
      `DATA_DIR ${directory} can't be written (${code}). Choose a folder that you may write, or change its rights.`,
    );
  }
}

const SECRET_FILE = "auth-secret";

/** The secret of this installation; made on first use, readable by its owner only. */
export function installationSecret(data: DataDirectory): string {
  const found = storedSecret(data.path);
  if (found !== undefined) return found;
  const secret = randomBytes(33).toString("base64url");
  storeSecret(data.path, secret);
  return secret;
}

/** The secret that lies in a data folder; undefined when none does. */
export function storedSecret(directory: string): string | undefined {
  try {
    return readFileSync(path.join(directory, SECRET_FILE), "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Readable by its owner only. */
export function storeSecret(directory: string, secret: string): void {
  writeFileSync(path.join(directory, SECRET_FILE), `${secret}\n`, { mode: 0o600 });
}
