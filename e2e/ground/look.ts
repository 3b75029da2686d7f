// What every page must keep, whatever it shows: readable by everybody, in both themes, on a phone.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const PHONE = { width: 360, height: 740 };

/** What axe calls serious or critical. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(" ")}: ${help}`));
}

/**
 * Waits until the page has its new colours: each inherited colour with a transition begins when the one above it ends,
 * some frames after the change, and what axe measures in between is on no screen that one can read.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let still = 0; still < 5; ) {
      await new Promise(requestAnimationFrame);
      still = document.getAnimations().some(({ playState }) => playState === "running") ? 0 : still + 1;
    }
  });
}

/** axe finds nothing serious or critical, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect(await seriousFaults(page), `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** How wide the page is on a small phone. */
export async function sidewaysWidth(page: Page): Promise<number> {
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  return width;
}

/** On a small phone the page scrolls in one direction only, and nothing sticks out of it. */
export async function expectFitsPhone(page: Page): Promise<void> {
  expect(await sidewaysWidth(page), `${page.url()} at ${PHONE.width} pixels`).toBeLessThanOrEqual(PHONE.width);
}
