// JSON of a stranger: looked at before it is parsed, so that nothing in it is lost or does harm unseen.
import { AppError } from "@/shared/errors";

const MAX_DEPTH = 20;
/** Own properties by these names are how a prototype is reached; no document has them. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);
const MAX_LIST = 500;

interface Level {
  /** The names so far; null in a list. */
  readonly names: Set<string> | null;
  /** The name or index that is being read. */
  at: string | number;
}

/**
 * Parses; a refusal names the place by its JSON pointer. Throws INVALID for what is no JSON, for a name that is there
 * twice or reaches for a prototype; LIMIT for what nests deeper than 20 levels or lists more than 500 things.
 */
export function parseJson(text: string): unknown {
  const levels: Level[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;
  let name: string | null = null;
  for (const [token] of text.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") {
      levels.push({ names: token === "{" ? new Set() : null, at: token === "{" ? "" : 0 });
      if (levels.length > MAX_DEPTH)
        refuse("LIMIT", levels.slice(0, -1), `nests deeper than ${MAX_DEPTH} levels. Write it flatter.`);
    } else if (token === "}" || token === "]") levels.pop();
    else if (token === "," && typeof level?.at === "number") {
      level.at += 1;
      if (level.at >= MAX_LIST) refuse("LIMIT", levels.slice(0, -1), `lists more than ${MAX_LIST} things. Split it.`);
    } else if (token === ":" && level?.names && name !== null) nameIn(levels, level, name);
    name = token.startsWith('"') ? token : null;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError(
      "INVALID",
      `This is not proper JSON${position(text, error)}. Check the file, or import it as Markdown.`,
    );
  }
}

function nameIn(levels: readonly Level[], level: Level, token: string): void {
  let name: string;
  try {
    name = JSON.parse(token) as string;
  } catch {
    // Told by the parser itself, with its place.
    return;
  }
  level.at = name;
  if (FORBIDDEN.has(name)) refuse("INVALID", levels, "is a name that no document may use. Remove it.");
  if (level.names?.has(name))
    refuse("INVALID", levels, "is there twice, and only one of them could be kept. Rename one.");
  level.names?.add(name);
}

function refuse(code: "INVALID" | "LIMIT", levels: readonly Level[], what: string): never {
  const pointer = levels.map(({ at }) => `/${pointerPart(String(at))}`).join("");
  const path = pointer.length > 200 ? `${pointer.slice(0, 200)}…` : pointer;
  throw new AppError(code, `${path || "The file"} ${what}`, { path });
}

export function pointerPart(name: string): string {
  return name.slice(0, 80).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The line, where the engine says at which character it stumbled. */
function position(text: string, error: unknown): string {
  const [, at] = /position (\d+)/.exec(error instanceof Error ? error.message : "") ?? [];
  return at ? ` at line ${text.slice(0, Number(at)).split("\n").length}` : "";
}
