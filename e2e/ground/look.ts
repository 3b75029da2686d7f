// What every page must keep, whatever it shows: readable by everybody, in both themes, on a phone.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const PHONE = { width: 360, height: 740 };

/** What axe calls serious or critical, of all its rules or of those named. */
export async function seriousFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  // Our pages have no frames of others, for which axe would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    resultTypes: ["violations"],
    ...(rules && { runOnly: { type: "rule", values: [...rules] } }),
  });
  const { violations } = await axe.analyze();
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

/** axe finds nothing serious or critical, in light and in dark; what is not a matter of colours is asked once. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const [colorScheme, rules] of [["dark", ["color-contrast"]], ["light"]] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect(await seriousFaults(page, rules), `${page.url()} in ${colorScheme}`).toEqual([]);
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
