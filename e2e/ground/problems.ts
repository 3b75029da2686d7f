// Whatever a page does wrong without failing: errors in the console, broken requests, breaches of its own policy.
import type { BrowserContext, Page } from "@playwright/test";

export interface Problems {
  readonly list: readonly string[];
  attach(context: BrowserContext): Promise<void>;
  /** For a page of a browser that outlives the test. */
  listen(page: Page): void;
  /** For what a test provokes on purpose. */
  forgive(pattern: RegExp): void;
}

/** The browser logs every answer of 400 and above; a refusal is not a mistake of the page. */
const REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

export function watch(): Problems {
  const seen: string[] = [];
  const forgiven: RegExp[] = [REFUSAL];
  const note = (page: Page, text: string) => {
    if (!forgiven.some((pattern) => pattern.test(text))) seen.push(`${page.url()}: ${text}`);
  };
  const listen = (page: Page) => {
    page.on("pageerror", (error) => note(page, `uncaught ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") note(page, message.text());
    });
    page.on("response", (response) => {
      if (response.status() >= 500) note(page, `${response.status()} from ${response.url()}`);
    });
  };
  return {
    list: seen,
    forgive: (pattern) => forgiven.push(pattern),
    listen,
    attach: async (context) => {
      context.on("page", listen);
      await sayBreaches(context);
    },
  };
}

/** Lets each page of the browser say in its console what its security policy forbade. */
export async function sayBreaches(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`Content Security Policy: ${event.effectiveDirective} forbids ${event.blockedURI}`);
    });
  });
}
