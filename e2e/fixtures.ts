// What every journey starts from: people who are signed in, and a browser that reports whatever a page does wrong.
import { readFileSync } from "node:fs";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "../src/api/root";
import { apiOf, signIn, signUp } from "./ground/accounts";
import { ground } from "./ground/ground";
import { type Problems, watch } from "./ground/problems";

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** A browser of their own. */
  readonly context: BrowserContext;
  readonly page: Page;
  /** The product's procedures as this person, for what a test takes as given. */
  readonly api: TRPCClient<AppRouter>;
}

interface Fixtures {
  /** Another browser, in which nobody is signed in. */
  readonly newBrowser: () => Promise<BrowserContext>;
  /** Somebody with a confirmed address, signed in without a click. */
  readonly newPerson: (name: string) => Promise<Person>;
  /** Problems of all pages of the test; it fails when there are any left at its end. */
  readonly problems: Problems;
}

/** From the block for documentation, so that limits by address never meet two people of a suite at once. */
function someAddress(): string {
  const part = () => Math.floor(Math.random() * 256);
  return `10.${part()}.${part()}.${part()}`;
}

let people = 0;

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(ground().url),

  extraHTTPHeaders: async ({}, use) => use({ "x-forwarded-for": someAddress() }),

  problems: [
    async ({}, use, testInfo) => {
      const problems = watch();
      const before = readFileSync(ground().log, "utf8").length;
      await use(problems);
      if (testInfo.status !== testInfo.expectedStatus || problems.list.length > 0) {
        const said = readFileSync(ground().log, "utf8").slice(before);
        if (said) console.log(`The product said meanwhile:\n${said}`);
      }
      expect(problems.list, "what the pages did wrong").toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, problems }, use) => {
    await problems.attach(context);
    await use(context);
  },

  newBrowser: async ({ browser, baseURL, contextOptions, locale, timezoneId, viewport, problems }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const headers = { extraHTTPHeaders: { "x-forwarded-for": someAddress() } };
      const context = await browser.newContext({
        ...contextOptions,
        ...headers,
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
        viewport,
      });
      opened.push(context);
      await problems.attach(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  newPerson: async ({ newBrowser }, use) => {
    await use(async (name) => {
      const context = await newBrowser();
      people += 1;
      const email = `${name.toLowerCase()}.${process.pid}.${people}.${Date.now()}@example.org`;
      const account = { name, email, password: `the ${name} horse battery staple` };
      await signUp(context, account);
      await signIn(context, account);
      return { ...account, context, page: await context.newPage(), api: apiOf(context) };
    });
  },
});

export { expect };
