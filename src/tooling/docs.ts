// What the pages for people say that can be tried: commands, paths and settings, each with its place.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Pages whose every command is tried. Those of the guide as well, though its readers need none. */
const PAGES = ["README.md", "CONTRIBUTING.md", "AGENTS.md", "PRODUCTION.md"] as const;
const GUIDE = "src/features/guide/components/chapters";

export interface Said {
  /** File and line, counted from 1. */
  readonly where: string;
  readonly text: string;
}

interface Line extends Said {
  /** The language of the fenced block that it stands in, "" for one without; null outside of blocks. */
  readonly block: string | null;
}

function linesOf(path: string): readonly Line[] {
  let block: string | null = null;
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, at) => {
      const fence = /^\s*```(\w*)/.exec(text);
      if (!fence) return [{ where: `${path}:${at + 1}`, text, block }];
      block = block === null ? (fence[1] ?? "") : null;
      return [];
    });
}

function pages(): readonly string[] {
  const guide = existsSync(GUIDE) ? readdirSync(GUIDE).map((name) => join(GUIDE, name)) : [];
  return [...PAGES, ...guide].filter((path) => existsSync(path));
}

const everyLine = (): readonly Line[] => pages().flatMap(linesOf);

/** Inline code of a line. */
function codeOf({ text, where }: Line): readonly Said[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => ({ where, text: code.trim() }));
}

/**
 * Each line of a block for the shell (sh) or for another machine (console), without its comment; what continues on the
 * next line is one.
 */
function shellCommands(): readonly Said[] {
  const commands: Said[] = [];
  let begun = null as Said | null;
  for (const { text, where, block } of everyLine()) {
    if (block !== "sh" && block !== "console") continue;
    const bare = text.replace(/(^|\s+)#.*$/, "").trim();
    if (bare === "") continue;
    const whole: string = begun ? `${begun.text} ${bare}` : bare;
    begun = whole.endsWith("\\") ? { where: begun?.where ?? where, text: whole.slice(0, -1).trim() } : null;
    if (!begun) commands.push(...whole.split(" && ").map((part) => ({ where, text: part.trim() })));
  }
  return commands;
}

/** Every command that a page names: in a block for the shell, in a table, in a sentence. */
export function commandsSaid(): readonly Said[] {
  const inline = everyLine()
    .filter(({ block }) => block === null)
    .flatMap(codeOf)
    .filter(({ text }) => /^(npm (start|test|ci|run \S)|npx \S)/.test(text));
  return [...shellCommands(), ...inline];
}

const ENDINGS = "tsx?|mjs|json|md|css|sql|example";
const PATH = new RegExp(`^(?:[\\w.@()\\[\\]*{},-]+/)+(?:[\\w.@*-]+)?$|^[\\w.*-]+\\.(?:${ENDINGS})$`);

/** Paths in inline code, in links and in the tree of a map. Not those that only exist while the product runs. */
export function pathsSaid(): readonly Said[] {
  return everyLine()
    .filter(({ block }) => block === null)
    .flatMap((line) => [
      ...codeOf(line),
      ...[...line.text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, text = ""]) => ({ where: line.where, text })),
    ])
    .filter(({ text }) => PATH.test(text) && !/^(\.dramatis|DATA_DIR|node_modules|\.\.\/|@)/.test(text));
}

/** Names in the first column of the tables of settings. */
export function settingsSaid(): readonly Said[] {
  let isTable = false;
  return everyLine().flatMap((line) => {
    if (!line.text.startsWith("|")) isTable = false;
    else if (/^\|\s*variable\s*\|/i.test(line.text)) isTable = true;
    else if (isTable) return codeOf({ ...line, text: line.text.split("|")[1] ?? "" });
    return [];
  });
}

/** Names in .env.example, set or commented out. */
export function settingsShown(): readonly string[] {
  return [...readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name);
}

/** Every file of the repository that is ours, and every folder with a slash at its end. */
export function repositoryPaths(): readonly string[] {
  const skipped = new Set(["node_modules", ".git", ".next", "dist", ".dramatis", "test-results"]);
  const below = (folder: string): readonly string[] =>
    readdirSync(folder || ".", { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}${entry.name}`;
      if (skipped.has(entry.name)) return [];
      return entry.isDirectory() ? [`${path}/`, ...below(`${path}/`)] : [path];
    });
  return below("");
}
