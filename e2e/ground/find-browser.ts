// A browser on whatever machine this is: the one that was named, Playwright's own, the system's, or one from npm.
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { type Browser, unpackBrowser } from "./unpack-browser";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome"];

const USUAL_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/snap/bin/chromium",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [join(folder, "Google/Chrome/Application/chrome.exe"), join(folder, "Microsoft/Edge/Application/msedge.exe")]
      : [];
  }),
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES].find(isExecutable);
}

/** Undefined when this machine has none; throws when BROWSER_PATH names nothing that can be run. */
export async function findBrowser(): Promise<Browser | undefined> {
  const named = process.env.BROWSER_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`BROWSER_PATH is ${named}, and nothing there can be run.`);
    return { path: named, source: "BROWSER_PATH", env: {} };
  }
  const playwrights = chromium.executablePath();
  if (existsSync(playwrights)) return { path: playwrights, source: "Playwright", env: {} };
  const system = systemBrowser();
  if (system) return { path: system, source: "the system", env: {} };
  return unpackBrowser();
}
