// Comparing two versions of a large persona: what the server takes, and how long the browser holds its breath.
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import type postgres from "postgres";
import type { DocumentContent } from "@/features/documents/field-rules";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import type { KindName } from "@/shared/document-kinds";
import { findBrowser } from "../../../e2e/ground/find-browser";
import { bareConnection } from "./bare-sql";
import { getRequest, openConnection } from "./connection";
import type { Installation } from "./installation";
import { largePersona, revisedPersona } from "./large-persona";
import { latencies } from "./load";
import { longStory, revisedStory } from "./long-story";
import { cookiesFor } from "./page-visit";
import { atMost, type Goal, type Section, type Table } from "./report";
import { signIn } from "./sign-in";
import { median } from "./statistics";

const ROUNDS = { rounds: 9, calls: 20, warmUp: 40 };
const LOOKS = 5;

interface Compared {
  readonly workspaceId: string;
  readonly slug: string;
  readonly documentId: string;
  readonly kilobytes: number;
}

export async function measureCompare(installation: Installation): Promise<Section> {
  const [owner] = DEMO_PEOPLE;
  if (!owner) throw new Error("The demo has no people.");
  const sql = bareConnection(installation.ownerUrl());
  try {
    const before = largePersona("Compared");
    const compared = await addCompared(sql, owner.email, "persona", [before, revisedPersona(before)]);
    const cookie = await signIn(installation.url, owner);
    const server = await measureServer(installation, sql, compared, cookie);
    const story = longStory("Compared");
    const long = await addCompared(sql, owner.email, "scenario", [story, revisedStory(story)]);
    const prose = await measureProse(installation, long, cookie);
    const browser = await measureBrowser(installation, compared, cookie);
    return {
      tables: [server.table, prose.table, ...(browser ? [browser.table] : [])],
      goals: [...server.goals, ...prose.goals, ...(browser?.goals ?? [])],
    };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Puts both versions into the demo's workspace as the owner of the database. */
async function addCompared(
  sql: postgres.Sql,
  email: string,
  kind: KindName,
  contents: readonly DocumentContent[],
): Promise<Compared> {
  const [place] = await sql<{ workspaceId: string; slug: string; userId: string }[]>`
    select w.id as "workspaceId", w.slug, u.id as "userId" from workspaces w, users u
    where u.email = ${email} order by w.created_at limit 1`;
  const last = contents.at(-1);
  if (!place || !last) throw new Error("The demo has no workspace.");
  const { workspaceId, slug, userId } = place;
  const documentId = crypto.randomUUID();
  const json = (content: DocumentContent) => sql.json(content as never);
  await sql.begin(async (tx) => {
    await tx`insert into documents (id, workspace_id, kind, owner_id)
      values (${documentId}, ${workspaceId}, ${kind}, ${userId})`;
    await tx`insert into drafts (workspace_id, document_id, content, content_hash, changed_by, based_on)
      values (${workspaceId}, ${documentId}, ${json(last)}, ${canonicalHash(last)}, ${userId}, 2)`;
    for (const [number, content] of contents.entries()) {
      await tx`insert into versions (workspace_id, document_id, number, content, content_hash, note, reason, author_id)
        values (${workspaceId}, ${documentId}, ${number + 1}, ${json(content)}, ${canonicalHash(content)}, 'Revised',
          'new-evidence', ${userId})`;
    }
    await tx`update documents set current_version = 2 where id = ${documentId}`;
  });
  return { workspaceId, slug, documentId, kilobytes: JSON.stringify(contents[0]).length / 1000 };
}

/** A story of a hundred pages, thoroughly revised. */
async function measureProse(installation: Installation, compared: Compared, cookie: string) {
  const { workspaceId, documentId } = compared;
  const connection = await openConnection(installation.port);
  let bytes = 0;
  try {
    const ask = (procedure: string, sides: Readonly<Record<string, unknown>>) => {
      const input = JSON.stringify({ 0: { workspaceId, documentId, ...sides } });
      const query = new URLSearchParams({ batch: "1", input });
      const request = getRequest(installation.host, `/api/trpc/scenarios.${procedure}?${query}`, cookie);
      return async () => {
        const { status, body } = await connection.ask(request);
        if (status !== 200) throw new Error(`The server answered ${status}: ${body.slice(0, 200)}`);
        return body.length;
      };
    };
    const compare = ask("compare", { from: 1, to: 2 });
    const calls = [
      {
        name: "compared",
        call: async () => {
          bytes = await compare();
        },
      },
      { name: "whole", call: ask("compare", { from: 1, to: 2, isWhole: true }) },
      { name: "read", call: ask("version", { number: 2 }) },
    ];
    const times = await latencies(calls, { rounds: 5, calls: 5, warmUp: 5 });
    const row = (name: string, label: string) => {
      const { p50, p95 } = times.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
      return [label, two(p50), two(p95)];
    };
    const table: Table = {
      title: "Comparing two versions of a story of a hundred pages, at the server (ms)",
      columns: ["procedure", "p50", "p95"],
      rows: [
        row("compared", "what changed"),
        row("whole", "with all that is the same"),
        row("read", "reading one version, to compare with"),
      ],
      notes: [
        `Over HTTP, signed in; ${compared.kilobytes.toFixed(0)} kB each. Of ten blocks four have other words, one is gone, one is new and one has moved by a page. The answer takes ${(bytes / 1000).toFixed(0)} kB on the wire.`,
      ],
    };
    const median = times.get("compared")?.p50 ?? Number.NaN;
    return { table, goals: [atMost("comparing two stories of a hundred pages, median", median, 500, " ms", 0)] };
  } finally {
    connection.close();
  }
}

async function measureServer(installation: Installation, sql: postgres.Sql, compared: Compared, cookie: string) {
  const { workspaceId, documentId } = compared;
  const connection = await openConnection(installation.port);
  const input = JSON.stringify({ 0: { workspaceId, documentId, from: 1, to: 2 } });
  const request = getRequest(
    installation.host,
    `/api/trpc/personas.compare?${new URLSearchParams({ batch: "1", input })}`,
    cookie,
  );
  let bytes = 0;
  try {
    const times = await latencies(
      [
        {
          name: "personas.compare",
          call: async () => {
            const { status, body } = await connection.ask(request);
            if (status !== 200) throw new Error(`The server answered ${status}: ${body}`);
            bytes = body.length;
          },
        },
        {
          name: "floor",
          call: () => sql`select content from versions where document_id = ${documentId} and number in (1, 2)`,
        },
      ],
      ROUNDS,
    );
    const of = (name: string) => times.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
    const [product, floor] = [of("personas.compare"), of("floor")];
    const table: Table = {
      title: "Comparing two versions, at the server (ms)",
      columns: ["procedure", "p50", "p95", "both contents by bare SQL and JSON", "p50 ÷ floor"],
      rows: [["personas.compare", ...[product.p50, product.p95, floor.p50, product.p50 / floor.p50].map(two)]],
      notes: [
        `Over HTTP, signed in; a persona of ${compared.kilobytes.toFixed(0)} kB with 300 claims, of which 60 % have other words, 10 % are gone, new or moved. The answer takes ${(bytes / 1000).toFixed(0)} kB on the wire. The floor reads both contents by one prepared statement and parses them, over the same driver.`,
      ],
    };
    return { table, goals: [atMost("comparing two versions of 100 kB, median", product.p50, 150, " ms", 1)] };
  } finally {
    connection.close();
  }
}

function two(value: number): string {
  return value.toFixed(2);
}

/** What a reader does, in this order; each is given the longest task while it lasts. */
const ACTS: readonly { readonly name: string; readonly act: (page: Page, address: string) => Promise<void> }[] = [
  { name: "open the comparison", act: async (page, address) => void (await page.goto(address, { waitUntil: "load" })) },
  { name: "side by side", act: (page) => page.getByRole("button", { name: "Side by side" }).click() },
  { name: "show what is unchanged", act: (page) => page.getByRole("button", { name: "Show unchanged" }).click() },
  { name: "go to the next change", act: (page) => page.keyboard.press("Alt+ArrowDown") },
];

async function measureBrowser(installation: Installation, compared: Compared, cookie: string) {
  const found = await findBrowser();
  if (!found) return undefined;
  const browser = await chromium.launch({
    executablePath: found.path,
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), ...found.env },
  });
  const address = `${installation.url}/w/${compared.slug}/personas/${compared.documentId}/compare?from=1&to=2`;
  try {
    // The server's first answer of a page compiles it.
    await look(browser, address, cookie, 1);
    const looks: (readonly number[])[] = [];
    for (let round = 0; round < LOOKS; round++) looks.push(await look(browser, address, cookie, 1));
    const slow = await look(browser, address, cookie, 4);
    const traced = await lookTraced(browser, address, cookie);
    const of = (act: number) => looks.map((tasks) => tasks[act] ?? Number.NaN);
    const table: Table = {
      title: "Drawing the comparison, longest task in Chromium (ms)",
      columns: ["act", "median", "worst", "of it processor", "4 × slower processor"],
      rows: ACTS.map(({ name }, act) => [
        name,
        Math.round(median(of(act))),
        Math.round(Math.max(...of(act))),
        Math.round(traced[act] ?? Number.NaN),
        Math.round(slow[act] ?? Number.NaN),
      ]),
      notes: [
        `The same two versions. Tasks of 50 ms and more, as the browser's own observer tells them; 0 where there was none. ${LOOKS} visits with a cold cache, and one with the processor slowed down. On a busy machine a task waits for the processor: "of it processor" is the most that one task computed for, by the trace of another visit.`,
      ],
    };
    const goals: Goal[] = ACTS.map(({ name }, act) =>
      atMost(`longest task to ${name}, median`, median(of(act)), 200, " ms", 0),
    );
    return { table, goals };
  } finally {
    await browser.close();
  }
}

/** Longest task of each act, in milliseconds. */
async function look(browser: Browser, address: string, cookie: string, slowdown: number): Promise<readonly number[]> {
  return visited(browser, address, cookie, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { longTasks: tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: "longtask",
        buffered: true,
      });
    });
    const longest: number[] = [];
    for (const { act } of ACTS) {
      await act(page, address);
      await sleep(1_000 * slowdown);
      longest.push(
        await page.evaluate(() => {
          const { longTasks } = globalThis as unknown as { longTasks: number[] };
          return Math.max(0, ...longTasks.splice(0));
        }),
      );
    }
    return longest;
  });
}

interface TraceEvent {
  readonly name: string;
  /** Microseconds of processor time. */
  readonly tdur?: number;
}

/** The most that one task of each act computed for, in milliseconds. */
async function lookTraced(browser: Browser, address: string, cookie: string): Promise<readonly number[]> {
  return visited(browser, address, cookie, async (page) => {
    const longest: number[] = [];
    for (const { act } of ACTS) {
      await browser.startTracing(page, { categories: ["disabled-by-default-devtools.timeline"] });
      await act(page, address);
      await sleep(1_000);
      const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
      const tasks = traceEvents.filter(({ name }) => name === "RunTask");
      longest.push(tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0));
    }
    return longest;
  });
}

async function visited<T>(browser: Browser, address: string, cookie: string, act: (page: Page) => Promise<T>) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, serviceWorkers: "block" });
  try {
    await context.addCookies(cookiesFor(address, cookie));
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}
