// Brings node_modules to what the lockfile says. Runs on whatever Node there is, before any package is.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Holds what was installed last: hash of the lockfile, and for which kind of machine. */
const RECORD = "node_modules/.installed-from";

/** The Node that the lockfile pins. */
export function pinnedNode(root) {
  return path.join(root, "node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
}

/** Installs when packages are missing or stale. Throws a sentence for people when that fails. */
export async function ensureInstalled(root, npmCli) {
  const wanted = fingerprint(root);
  const record = path.join(root, RECORD);
  const installed = existsSync(record) ? readFileSync(record, "utf8") : undefined;
  if (installed === wanted && existsSync(pinnedNode(root))) return;
  // Somebody may have run npm by hand since: then all is well, and only the record is old.
  if (isForOtherMachine(installed, wanted) || !matchesLockfile(root)) {
    const folder = path.join(root, "node_modules");
    const isUpdate = existsSync(folder);
    // npm would empty the folder itself, but gives up when something in it is touched meanwhile; this tries again.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    await install(root, npmCli, isUpdate);
  }
  ensurePinnedNode(root);
  writeFileSync(record, wanted);
}

function fingerprint(root) {
  const lockfile = readFileSync(path.join(root, "package-lock.json"));
  return `${createHash("sha256").update(lockfile).digest("hex")} ${process.platform}-${process.arch}`;
}

function isForOtherMachine(installed, wanted) {
  return installed !== undefined && installed.split(" ")[1] !== wanted.split(" ")[1];
}

/** Whether npm's own account of node_modules has everything that the lockfile demands. */
function matchesLockfile(root) {
  const account = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(account)) return false;
  const has = JSON.parse(readFileSync(account, "utf8")).packages;
  const demands = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(demands).every(([place, { version, optional, devOptional, link }]) => {
    if (place === "" || link) return true;
    // Packages for other platforms are optional, and rightly absent.
    if (!has[place]) return optional === true || devOptional === true;
    return has[place].version === version;
  });
}

async function install(root, npmCli, isUpdate) {
  const what = isUpdate ? "Updating packages to the lockfile" : "Installing packages from the lockfile";
  console.log(`  ${what}; this takes a minute or two …`);
  const started = Date.now();
  // Development packages too: the build checks types with them.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await new Promise((resolve, reject) => {
    const child = npmCli
      ? spawn(process.execPath, [npmCli, ...args], { cwd: root, stdio: "inherit" })
      : spawn("npm", args, { cwd: root, stdio: "inherit", shell: process.platform === "win32" });
    const beat = setInterval(() => console.log(`  … still installing, ${seconds(started)} s`), 15_000);
    child.once("error", reject);
    child.once("exit", (status) => {
      clearInterval(beat);
      resolve(status);
    });
  });
  if (code !== 0) {
    throw new Error(
      "npm couldn't install the packages; its own message is above. Check that the registry can be reached.",
    );
  }
  console.log(`  Packages installed (${seconds(started)} s)`);
}

/** The package `node` fetches its program by an install script, which some people forbid for all packages. */
function ensurePinnedNode(root) {
  if (!existsSync(pinnedNode(root))) {
    const folder = path.join(root, "node_modules/node");
    spawnSync(process.execPath, ["installArchSpecificPackage.js"], { cwd: folder, stdio: "inherit" });
  }
  if (!existsSync(pinnedNode(root))) {
    throw new Error(
      `The package "node" brought no program for ${process.platform}-${process.arch}: its install script must be allowed to run.`,
    );
  }
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}
