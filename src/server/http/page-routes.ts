// Pages by the pattern that they stand under in src/app. What people ask for holds names, ids and tokens; a pattern doesn't.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

interface Place {
  readonly words: Map<string, Place>;
  /** What takes any one segment. */
  any: Place | undefined;
  /** The pattern of what takes all segments that are left. */
  rest: string | undefined;
  /** The pattern of the page here. */
  pattern: string | undefined;
}

/** Reads the folder once; the function tells the pattern of a path, such as /w/[slug]/personas/[id], or undefined. */
export function pageRoutes(folder: string): (path: string) => string | undefined {
  const root = place();
  if (existsSync(folder)) read(folder, root, "");
  return (asked) => find(root, asked.split("/").filter(Boolean));
}

function place(): Place {
  return { words: new Map(), any: undefined, rest: undefined, pattern: undefined };
}

function read(folder: string, here: Place, pattern: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (!entry.isDirectory()) {
      if (/^(page|route)\.tsx?$/.test(name)) here.pattern = pattern || "/";
      continue;
    }
    const inside = path.join(folder, name);
    if (/^\(.+\)$/.test(name)) read(inside, here, pattern);
    else if (/^\[+\.\.\./.test(name)) here.rest = `${pattern}/${name}`;
    else if (name.startsWith("[")) {
      here.any ??= place();
      read(inside, here.any, `${pattern}/${name}`);
    } else {
      const next = here.words.get(name) ?? place();
      here.words.set(name, next);
      read(inside, next, `${pattern}/${name}`);
    }
  }
}

function find(here: Place, [segment, ...left]: readonly string[]): string | undefined {
  if (segment === undefined) return here.pattern;
  const word = here.words.get(segment);
  return (word && find(word, left)) ?? (here.any && find(here.any, left)) ?? here.rest;
}
