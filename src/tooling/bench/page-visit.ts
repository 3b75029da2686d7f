// One visit of a page with nothing in the cache.
import type { Browser, Request } from "@playwright/test";

export interface Visit {
  /** Requests begun until the page was quiet, the page itself included. */
  readonly requests: number;
  /** Of them, until the load event. */
  readonly requestsToLoad: number;
  /** Bytes of scripts as they came over the wire. */
  readonly scriptBytes: number;
  /** Milliseconds from the start of the navigation. */
  readonly firstByte: number;
  readonly contentful: number;
  readonly load: number;
  /** Where the visit ended. */
  readonly url: string;
}

/** No request under way for so long: a page is quiet. */
const QUIET_MS = 500;
const LIMIT_MS = 15_000;

export async function visit(browser: Browser, url: string, cookie: string | undefined): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, serviceWorkers: "block" });
  try {
    if (cookie) await context.addCookies(cookiesFor(url, cookie));
    const page = await context.newPage();
    let requests = 0;
    let open = 0;
    let quietSince = performance.now();
    let scriptBytes = 0;
    const sizes: Promise<void>[] = [];
    // A stream of events never ends: it is one of the page's requests, and not waited for.
    const isStream = (request: Request) => request.url().includes("/documents.live");
    page.on("request", (request) => {
      requests += 1;
      if (!isStream(request)) open += 1;
    });
    const ended = (request: Request) => {
      if (isStream(request)) return;
      open -= 1;
      quietSince = performance.now();
    };
    page.on("requestfailed", ended);
    page.on("requestfinished", (request) => {
      ended(request);
      if (request.resourceType() !== "script") return;
      sizes.push(
        request.sizes().then(({ responseBodySize }) => {
          scriptBytes += responseBodySize;
        }),
      );
    });
    await page.goto(url, { waitUntil: "load" });
    const requestsToLoad = requests;
    const deadline = performance.now() + LIMIT_MS;
    while ((open > 0 || performance.now() - quietSince < QUIET_MS) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await Promise.all(sizes);
    const times = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const contentful = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
      return { firstByte: navigation?.responseStart ?? 0, load: navigation?.loadEventEnd ?? 0, contentful };
    });
    return { requests, requestsToLoad, scriptBytes, ...times, url: page.url() };
  } finally {
    await context.close();
  }
}

/** The pairs of a Cookie header as the browser keeps them. */
export function cookiesFor(url: string, cookie: string) {
  return cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin };
  });
}
