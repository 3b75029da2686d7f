// A visit on a processor four times slower: what somebody on an old laptop waits for.
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { cookiesFor } from "./page-visit";

const SLOWDOWN = 4;

interface Seen {
  readonly paint: number;
  readonly task: number;
  readonly interaction: number;
}

/** Milliseconds. */
export interface SlowVisit {
  readonly largestPaint: number;
  /** The longest task while the page loaded. */
  readonly longestTask: number;
  /** From a key or click to the next frame: the slowest of a few. */
  readonly interaction: number;
}

/** Opens the page with a cold cache, writes in the field named, and opens a tab beside it. */
export async function slowVisit(browser: Browser, url: string, cookie: string, field: string): Promise<SlowVisit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, serviceWorkers: "block" });
  try {
    await context.addCookies(cookiesFor(url, cookie));
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    // Given as text: the transpiler names functions by a helper that the page doesn't have.
    await page.addInitScript({
      content: `
        window.seen = { paint: 0, task: 0, interaction: 0 };
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.paint = entry.startTime;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.task = Math.max(seen.task, entry.duration);
        }).observe({ type: "longtask", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (entry.interactionId) seen.interaction = Math.max(seen.interaction, entry.duration);
        }).observe({ type: "event", durationThreshold: 16 });
      `,
    });
    await page.goto(url, { waitUntil: "load" });
    const box = page.getByRole("textbox", { name: field, exact: true });
    await box.waitFor();
    // What the page still does by itself belongs to its loading.
    await pause(3_000);
    const loaded = await page.evaluate<Seen>("seen");
    await box.click();
    await page.keyboard.type(" and on", { delay: 120 });
    await page.getByRole("tab", { name: /Threads/ }).click();
    await pause(1_000);
    const { interaction } = await page.evaluate<Seen>("seen");
    return { largestPaint: loaded.paint, longestTask: loaded.task, interaction };
  } finally {
    await context.close();
  }
}
