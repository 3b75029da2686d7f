// Pictures of a journey's moments: always kept beside its results, and on demand, small, where the README shows them.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page, TestInfo } from "@playwright/test";
import sharp from "sharp";

/** A folder for the README's pictures; nothing of real files may be seen on them. */
const README = process.env.STORY_PICTURES;

/** Takes a numbered picture of what the page shows now. */
export function camera(testInfo: TestInfo): (page: Page, name: string) => Promise<void> {
  const folder = join(testInfo.project.outputDir, "story");
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  return async (page, name) => {
    taken += 1;
    const numbered = `${String(taken).padStart(2, "0")}-${name}`;
    const path = join(folder, `${numbered}.png`);
    // What was said a moment ago lies over the page, until somebody closes it.
    for (const close of await page.getByRole("button", { name: "Close", exact: true }).all()) {
      await close.click({ timeout: 1_000 }).catch(() => {});
    }
    await page.screenshot({ path, animations: "disabled" });
    await testInfo.attach(numbered, { path, contentType: "image/png" });
    if (!README) return;
    mkdirSync(README, { recursive: true });
    const small = await sharp(path).png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }).toBuffer();
    writeFileSync(join(README, `${numbered}.png`), small);
  };
}

export const isForReadme = README !== undefined;
