// What every journey starts from: people who are signed in, and a browser that reports whatever a page does wrong.
import { readFileSync } from "node:fs";
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "../src/api/root";
import { type Account, apiOf, signIn, signUp } from "./ground/accounts";
import { ground } from "./ground/ground";
import { showWhenAlive } from "./ground/hydration";
import { type Problems, watch } from "./ground/problems";

export interface Person extends Account {
  /** A browser of their own. */
  readonly context: BrowserContext;
  readonly page: Page;
  /** The product's procedures as this person, for what a test takes as given. */
  readonly api: TRPCClient<AppRouter>;
}

export type Cookies = Parameters<BrowserContext["addCookies"]>[0];

interface Fixtures {
  /** Another browser, in which nobody is signed in unless it is given the cookies of one that is. */
  readonly newBrowser: (cookies?: Cookies, own?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Somebody with a confirmed address, signed in without a click. */
  readonly newPerson: (name: string) => Promise<Person>;
  /** Problems of all pages of the test; it fails when there are any left at its end. */
  readonly problems: Problems;
}

/** Of a private network, so that limits by address never meet two people of the suite at once. */
export function someAddress(): string {
  const part = () => Math.floor(Math.random() * 256);
  return `10.${part()}.${part()}.${part()}`;
}

let addresses = 0;

/** An address that nobody else in the suite has. */
export function newAddress(name: string): string {
  addresses += 1;
  return `${name.toLowerCase()}.${process.pid}.${addresses}.${Date.now()}@example.org`;
}

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
    await showWhenAlive(context);
    await use(context);
  },

  newBrowser: async ({ browser, baseURL, contextOptions, locale, timezoneId, viewport, problems }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (cookies = [], own = {}) => {
      const headers = { extraHTTPHeaders: { "x-forwarded-for": someAddress() } };
      const context = await browser.newContext({
        ...contextOptions,
        ...headers,
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
        viewport,
        ...own,
      });
      opened.push(context);
      await context.addCookies(cookies);
      await problems.attach(context);
      await showWhenAlive(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  newPerson: async ({ newBrowser }, use) => {
    await use(async (name) => {
      const context = await newBrowser();
      return { ...(await signUpAs(context, name)), context, page: await context.newPage(), api: apiOf(context) };
    });
  },
});

/** Leaves the browser signed in as somebody new. */
export async function signUpAs(context: BrowserContext, name: string): Promise<Account> {
  const account = { name, email: newAddress(name), password: `the ${name} horse battery staple` };
  await signUp(context, account);
  await signIn(context, account);
  return account;
}

export { expect };
