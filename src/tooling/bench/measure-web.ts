// What a page costs before it stands: JavaScript, requests, time. Every route, so that none grows unseen.
import { type Browser, chromium } from "@playwright/test";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import { findBrowser } from "../../../e2e/ground/find-browser";
import { demoAddresses } from "./demo-addresses";
import { type FirstLoad, firstLoad } from "./first-load";
import type { Installation } from "./installation";
import { type Visit, visit } from "./page-visit";
import { atMost, type Goal, type Section } from "./report";
import { addressOf, pageRoutes } from "./routes";
import { signIn } from "./sign-in";
import { type SlowVisit, slowVisit } from "./slow-visit";
import { median } from "./statistics";

const ROUNDS = 3;
const MAX_REQUESTS = 20;
/** Pages for people who are not signed in; they would be led on otherwise. */
const ENTRANCE = /^\/(sign-in|sign-up|forgot-password|reset-password|verify-email|outbox)$/;
const LIMITS: Readonly<Record<string, number>> = {
  "/sign-in": 150,
  "/w/[slug]/personas": 190,
  "/w/[slug]/personas/[documentId]": 240,
  "/w/[slug]/scenarios/[documentId]": 240,
};

export async function measureWeb(installation: Installation): Promise<Section> {
  const [owner] = DEMO_PEOPLE;
  if (!owner) throw new Error("The demo has no people.");
  const cookie = await signIn(installation.url, owner);
  const values = await demoAddresses(installation);
  const pages = pageRoutes(process.cwd()).map((route) => ({
    route,
    address: addressOf(route, values),
    cookie: ENTRANCE.test(route) ? undefined : cookie,
  }));
  const found = await findBrowser();
  const browser =
    found &&
    (await chromium.launch({
      executablePath: found.path,
      chromiumSandbox: false,
      env: { ...(process.env as Record<string, string>), ...found.env },
    }));
  try {
    const loads = new Map<string, FirstLoad>();
    for (const page of pages) loads.set(page.route, await firstLoad(installation.url, page.address, page.cookie));
    // Those that only lead elsewhere have nothing to load.
    const shown = pages.filter(({ route }) => [200, 404].includes(loads.get(route)?.status ?? 0));
    const visits = browser ? await visitAll(browser, installation.url, shown) : new Map<string, Visit[]>();
    const persona = pages.find(({ route }) => route === "/w/[slug]/personas/[documentId]");
    const slow =
      browser && persona ? await visitSlowly(browser, `${installation.url}${persona.address}`, cookie) : undefined;
    const { goals, tables } = report(shown, loads, visits);
    return { goals, tables: [...tables, ...(slow ? [slow] : [])] };
  } finally {
    await browser?.close();
  }
}

/** The persona page on a slower processor, for which there is no goal. */
async function visitSlowly(browser: Browser, url: string, cookie: string): Promise<Section["tables"][number]> {
  const seen: SlowVisit[] = [];
  for (let round = 0; round < ROUNDS; round++) seen.push(await slowVisit(browser, url, cookie, "Archetype"));
  const of = (pick: (one: SlowVisit) => number) => median(seen.map(pick)).toFixed(0);
  return {
    title: "The persona page, processor four times slower (ms)",
    columns: ["largest contentful paint", "longest task while loading", "slowest interaction"],
    rows: [[of((one) => one.largestPaint), of((one) => one.longestTask), of((one) => one.interaction)]],
    notes: [
      `Medians of ${ROUNDS} visits with a cold cache. An interaction is a key in a field, or the tab of threads, until the next frame.`,
    ],
  };
}

interface Page {
  readonly route: string;
  readonly address: string;
  readonly cookie: string | undefined;
}

/** Round by round, so that a busy moment of the machine meets every page alike. */
async function visitAll(browser: Browser, origin: string, pages: readonly Page[]) {
  const visits = new Map<string, Visit[]>(pages.map(({ route }) => [route, []]));
  // The server's first answer of each page compiles it.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { route, address, cookie } of pages) {
      const seen = await visit(browser, `${origin}${address}`, cookie);
      if (round > 0) visits.get(route)?.push(seen);
    }
  }
  return visits;
}

function report(
  pages: readonly Page[],
  loads: ReadonlyMap<string, FirstLoad>,
  visits: ReadonlyMap<string, readonly Visit[]>,
): Section {
  const goals: Goal[] = [];
  let most = { route: "", requests: 0 };
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  const rows = pages.map(({ route }) => {
    const load = loads.get(route);
    const seen = visits.get(route) ?? [];
    const of = (pick: (one: Visit) => number) => (seen.length > 0 ? median(seen.map(pick)) : Number.NaN);
    const limit = LIMITS[route];
    if (load && limit) goals.push(atMost(`first-load JavaScript of ${route}`, load.bytes / 1000, limit, " kB", 1));
    const requests = of((one) => one.requests);
    if (requests > most.requests) most = { route, requests };
    return [
      route,
      kilobytes(load?.bytes ?? 0),
      kilobytes(load?.htmlBytes ?? 0),
      ...(seen.length > 0
        ? [
            kilobytes(of((one) => one.scriptBytes)),
            of((one) => one.requestsToLoad),
            requests,
            of((one) => one.firstByte).toFixed(0),
            of((one) => one.contentful).toFixed(0),
            of((one) => one.load).toFixed(0),
          ]
        : []),
    ];
  });
  const hasVisits = visits.size > 0;
  if (hasVisits)
    goals.push(atMost(`requests until a page stands (most: ${most.route})`, most.requests, MAX_REQUESTS, "", 0));
  const inBrowser = ["JS loaded, kB", "requests to load", "until quiet", "first byte, ms", "FCP, ms", "load, ms"];
  return {
    goals,
    tables: [
      {
        title: "Pages",
        columns: ["route", "first-load JS, kB gzip", "HTML, kB gzip", ...(hasVisits ? inBrowser : [])],
        rows,
        notes: [
          "First-load JavaScript is what the served HTML names, each script gzipped, without the one for old browsers.",
          hasVisits
            ? `In Chromium with a cold cache, on this machine; medians of ${ROUNDS} interleaved visits. "Until quiet" counts every request, also those that Next makes ahead for links in view, until ${0.5} s without one.`
            : "No browser was found, so pages were not visited.",
        ],
      },
    ],
  };
}
