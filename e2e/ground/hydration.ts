// Tests are quicker than people: they type and press while a page's scripts still load, when nothing listens yet.
import type { BrowserContext } from "@playwright/test";
import { ground } from "./ground";

/**
 * Keeps each page of the product invisible until React listens on everything that can be used. Playwright waits for
 * what it touches to be visible, so that no test needs to know when a page has come alive, nor waits a fixed time.
 */
export async function showWhenAlive(context: BrowserContext): Promise<void> {
  await context.addInitScript((origin) => {
    // The OpenID provider's pages have no scripts.
    if (location.origin !== origin) return;
    const hidden = new CSSStyleSheet();
    hidden.replaceSync("html { visibility: hidden }");
    document.adoptedStyleSheets.push(hidden);
    const show = () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hidden);
    };
    const isAlive = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactFiber$"));
    const look = () => {
      // A page that one only reads has its heading.
      const usable = [...document.querySelectorAll("a, button, input, select, textarea, h1")];
      if (document.readyState !== "loading" && usable.length > 0 && usable.every(isAlive)) show();
      else requestAnimationFrame(look);
    };
    // What the product answers with something else than a page is shown at once.
    if (document.contentType === "text/html") look();
    else show();
  }, ground().url);
}
