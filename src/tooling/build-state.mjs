// Whether what was built still is what the sources say. Plain JavaScript: the launcher asks before anything else runs.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

const STATE = "built-from.json";
const ROOTS = [
  "src",
  "public",
  "package.json",
  "package-lock.json",
  "next.config.mjs",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
];
/** What no build contains. */
const LEFT_OUT =
  /(\.test\.tsx?$)|(^src\/testing\/)|(^src\/tooling\/(?!build))|(^src\/processes\/(launch|install|npm-parent)\.mjs$)/;

/**
 * Size, time and hash of every input. A file whose size and time are those of `known` isn't read again.
 * @param {string} root
 * @param {Record<string, [number, number, string]>} known
 */
function snapshot(root, known) {
  const files = [];
  for (const entry of ROOTS) {
    const full = path.join(root, entry);
    if (!existsSync(full)) continue;
    if (statSync(full).isFile()) files.push(entry);
    else for (const name of readdirSync(full, { recursive: true })) files.push(path.posix.join(entry, slashes(name)));
  }
  /** @type {Record<string, [number, number, string]>} */
  const result = {};
  for (const file of files.sort()) {
    if (LEFT_OUT.test(file)) continue;
    const stat = statSync(path.join(root, file));
    if (!stat.isFile()) continue;
    const before = known[file];
    const isSame = before && before[0] === stat.size && before[1] === stat.mtimeMs;
    const hash = isSame
      ? before[2]
      : createHash("sha256")
          .update(readFileSync(path.join(root, file)))
          .digest("hex");
    result[file] = [stat.size, stat.mtimeMs, hash];
  }
  return result;
}

/** @param {unknown} name */
function slashes(name) {
  return String(name).replaceAll("\\", "/");
}

/** @param {string} file */
function readState(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {Record<string, [number, number, string]>} files */
function contents(files) {
  return JSON.stringify(Object.entries(files).map(([name, [, , hash]]) => [name, hash]));
}

/**
 * Whether the folder was built from the sources as they are.
 * @param {string} root
 * @param {string} folder such as "dist"
 */
export function isFresh(root, folder) {
  const file = path.join(root, folder, STATE);
  const before = readState(file);
  if (!before) return false;
  const now = snapshot(root, before);
  if (contents(now) !== contents(before)) return false;
  // A checkout touches files without changing them; the next look is quick again.
  if (JSON.stringify(now) !== JSON.stringify(before)) writeFileSync(file, JSON.stringify(now));
  return true;
}

/**
 * Call before building: a build that is broken off isn't taken for a good one, and what changes meanwhile is noticed.
 * Call the result after building.
 * @param {string} root
 * @param {string} folder
 */
export function beginBuild(root, folder) {
  const file = path.join(root, folder, STATE);
  const now = snapshot(root, readState(file) ?? {});
  rmSync(file, { force: true });
  return () => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(now));
  };
}
