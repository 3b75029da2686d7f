import { defineConfig } from "@playwright/test";
import { findBrowser } from "./ground/find-browser";

const browser = await findBrowser();
if (!browser) {
  throw new Error("No browser was found. Name one in BROWSER_PATH, or run `npx playwright install chromium`.");
}

export default defineConfig({
  testDir: "journeys",
  outputDir: "../test-results",
  globalSetup: "./ground/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A test that passes at the second try tells of a race, and races are what people meet: the summary names it. Where
  // one develops it fails at once; a machine that others share may stall for longer than any patience.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["json"] as const] : [])],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 860 },
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
    // No traces: with several browsers in a test their files are sometimes gone before they are closed, and a story
    // that has held fails. The screenshot and what the product said meanwhile are kept.
    trace: "off",
    launchOptions: {
      executablePath: browser.path,
      // Runs as root in many containers, and opens nothing but our own pages.
      chromiumSandbox: false,
      env: { ...process.env, ...browser.env },
    },
  },
});
