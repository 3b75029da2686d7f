// Every page there is: readable by everybody in light and in dark, and no wider than a small phone. That no page breaks
// its own security policy or logs an error is seen by every test, here included.
import { readdirSync } from "node:fs";
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "../../src/api/root";
import { test as base, expect, newAddress, signUpAs, someAddress } from "../fixtures";
import { type Account, apiOf, join } from "../ground/accounts";
import { importCustomers } from "../ground/customer-data";
import { ground } from "../ground/ground";
import { showWhenAlive } from "../ground/hydration";
import { expectAccessible, expectFitsPhone } from "../ground/look";
import { linkIn, mailFor } from "../ground/mailbox";
import { sayBreaches } from "../ground/problems";

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrik".repeat(2).slice(0, 118);

/** Something of each type, a value nobody could read, and an address. */
const CUSTOMERS = [
  "Customer id,City,Spent,Joined,Newsletter,E-mail",
  ...Array.from(
    { length: 60 },
    (_, row) =>
      `K${row},${row % 3 === 0 ? LONG : "Lyon"},${row === 7 ? "a lot" : row * 1.5},2026-0${1 + (row % 9)}-1${row % 9},${row % 2 === 0 ? "yes" : "no"},k${row}@example.org`,
  ),
].join("\n");

type Api = TRPCClient<AppRouter>;

interface Furnished {
  readonly owner: Account;
  /** The owner's browser: all their pages share what it has kept of the product's files. */
  readonly context: BrowserContext;
  readonly slug: string;
  readonly segment: string;
  readonly persona: string;
  readonly scenario: string;
  readonly dataset: string;
  /** A session that is planned, one that is over, and the last part of the address by which guests watch the first. */
  readonly planned: string;
  readonly over: string;
  readonly watch: string;
}

/** Reviews of the persona, with somebody else who is asked to come. */
async function planReviews(
  owner: { readonly api: Api },
  other: { readonly email: string; readonly api: Api },
  { slug, persona }: Pick<Furnished, "slug" | "persona">,
): Promise<Pick<Furnished, "planned" | "over" | "watch">> {
  const { api } = owner;
  const { id: workspaceId } = await api.workspaces.bySlug.query({ slug });
  await join(owner, other, workspaceId, "reviewer");
  const members = await api.members.list.query({ workspaceId });
  const facilitatorId = members.find(({ role }) => role === "owner")?.userId ?? "";
  const plan = async (title: string) => {
    const { sessionId } = await api.reviews.plan.mutate({
      ...{ workspaceId, title, purpose: LONG, timeZone: "Europe/Berlin", facilitatorId },
      when: { mode: "live", starts: "2999-11-30T10:00", minutes: 60 },
      items: [{ documentId: persona, minutes: 20 }],
      participantIds: members.map(({ userId }) => userId),
    });
    return sessionId;
  };
  const [planned, over] = [await plan(LONG), await plan("Autumn review")];
  await api.reviews.start.mutate({ workspaceId, sessionId: over });
  await api.reviews.close.mutate({ workspaceId, sessionId: over });
  const { address } = await api.reviews.makeGuestLink.mutate({ workspaceId, sessionId: planned });
  return { planned, over, watch: address.split("/").at(-1) ?? "" };
}

/**
 * A workspace with one segment and one persona in two versions, with a change waiting, and a very long name; and a
 * scenario of that persona, pinned at a version that is no longer the newest.
 */
async function furnish(
  context: BrowserContext,
): Promise<Pick<Furnished, "slug" | "segment" | "persona" | "scenario" | "dataset">> {
  const api = apiOf(context);
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Every page" });
  const edit = (path: string[], value: string) => ({ op: "set" as const, path, value });
  const batch = () => crypto.randomUUID();

  const { documentId: segment } = await api.segments.create.mutate({ workspaceId, title: "Family kitchens" });
  const inSegment = { workspaceId, documentId: segment };
  const first = await api.segments.edit.mutate({
    ...inSegment,
    batchId: batch(),
    edits: [edit(["summary"], "Households with children"), edit(["definition"], "Buys beans monthly")],
  });
  await api.segments.publish.mutate({ ...inSegment, revision: first.revision, note: "First" });

  const { documentId: persona } = await api.personas.create.mutate({ workspaceId, title: "Maya Okafor" });
  const inPersona = { workspaceId, documentId: persona };
  const claim = { op: "insert" as const, path: ["claims", "goals"], before: null };
  const write = (edits: Parameters<typeof api.personas.edit.mutate>[0]["edits"]) =>
    api.personas.edit.mutate({ ...inPersona, batchId: batch(), edits });
  const one = await write([
    edit(["archetype"], "Brews before everybody is up"),
    edit(["quote"], "I only want ten quiet minutes."),
    { ...claim, item: { id: batch(), text: "Ten quiet minutes" } },
    // What is wider than a phone scrolls within itself.
    ...["Wakes", "Brews", "Drinks", "Washes up"].map((text) => ({
      ...claim,
      path: ["claims", "journey"],
      item: { id: batch(), text, actions: "Something with beans", emotion: 1 },
    })),
  ]);
  await api.personas.publish.mutate({ ...inPersona, revision: one.revision, note: "First" });
  const two = await write([edit(["title"], LONG), { ...claim, item: { id: batch(), text: LONG } }]);
  await api.personas.publish.mutate({ ...inPersona, revision: two.revision, note: "Renamed", reason: "wording" });
  for (const place of ["quote", "archetype"]) {
    await api.threads.start.mutate({ ...inPersona, place, version: 2, body: "Who said so?" });
  }
  await write([edit(["summary"], "Changed since")]);
  await api.personas.restore.mutate({ ...inPersona, number: 1 });
  await api.invitations.send.mutate({ workspaceId, email: newAddress("ben"), role: "viewer" });
  await api.extraFields.add.mutate({
    workspaceId,
    kind: "persona",
    shape: "text",
    label: "Pets",
    hint: "Who waits at home",
  });
  const { documentId: scenario } = await api.scenarios.create.mutate({
    workspaceId,
    title: "The grinder that woke everybody",
    template: "first-time",
  });
  const inScenario = { workspaceId, documentId: scenario };
  const who = { id: persona, title: "Maya Okafor", version: 1, part: "lead" };
  const told = await api.scenarios.edit.mutate({
    ...inScenario,
    batchId: batch(),
    edits: [
      edit(["setting"], "Half past six, in the kitchen"),
      { op: "insert", path: ["personas"], item: who, before: null },
    ],
  });
  await api.scenarios.publish.mutate({ ...inScenario, revision: told.revision, note: "First" });
  await api.scenarios.edit.mutate({ ...inScenario, batchId: batch(), edits: [edit(["trigger"], LONG)] });
  const dataset = await importCustomers({ api, context }, workspaceId, {
    name: LONG,
    asOf: "2026-11-01",
    csv: CUSTOMERS,
  });
  return { slug, segment, persona, scenario, dataset: dataset.id };
}

/** One workspace for all pages that a process of the suite visits. */
const test = base.extend<object, { readonly furnished: Furnished }>({
  furnished: [
    async ({ browser }, use, { project }) => {
      const { locale, timezoneId, viewport, contextOptions } = project.use;
      const context = await browser.newContext({
        ...{ ...contextOptions, baseURL: ground().url, locale, timezoneId, viewport },
        extraHTTPHeaders: { "x-forwarded-for": someAddress() },
      } as BrowserContextOptions);
      await sayBreaches(context);
      await showWhenAlive(context);
      const owner = await signUpAs(context, "Ada");
      const furnished = await furnish(context);
      const elsewhere = await browser.newContext({ baseURL: ground().url });
      const { email } = await signUpAs(elsewhere, "Bea");
      const reviews = await planReviews({ api: apiOf(context) }, { email, api: apiOf(elsewhere) }, furnished);
      await elsewhere.close();
      await use({ owner, context, ...furnished, ...reviews });
      await context.close();
    },
    { scope: "worker" },
  ],
});

/** `api` is the owner's, whoever looks at the page. */
type Visit = (page: Page, furnished: Furnished, api: Api) => Promise<void>;

const at =
  (path: (furnished: Furnished) => string): Visit =>
  async (page, furnished) => {
    await page.goto(path(furnished));
  };

const inWorkspace = (path: string) => at(({ slug }) => `/w/${slug}${path}`);
const ofPersona = (path: string) => at(({ slug, persona }) => `/w/${slug}/personas/${persona}${path}`);
const ofSegment = (path: string) => at(({ slug, segment }) => `/w/${slug}/segments/${segment}${path}`);

const ofScenario = (path: string) => at(({ slug, scenario }) => `/w/${slug}/scenarios/${scenario}${path}`);

/** By file below src/app. A page without a line here fails the first test. */
const VISITS: Readonly<Record<string, { readonly as: "visitor" | "owner"; readonly visit: Visit }>> = {
  "(entrance)/sign-in": { as: "visitor", visit: at(() => "/sign-in?error=OAuthAccountNotLinked") },
  "(entrance)/sign-up": { as: "visitor", visit: at(() => "/sign-up") },
  "(entrance)/forgot-password": { as: "visitor", visit: at(() => "/forgot-password") },
  "(entrance)/reset-password": {
    as: "visitor",
    visit: async (page, { owner }, api) => {
      await api.accounts.sendLink.mutate({ email: owner.email, purpose: "reset-password" });
      await page.goto(linkIn(await mailFor(owner.email, /password/i)));
    },
  },
  "(entrance)/verify-email": {
    as: "visitor",
    visit: async (page, _furnished, api) => {
      const email = newAddress("eve");
      await api.accounts.signUp.mutate({ name: "Eve", email, password: "six green bicycles rolling" });
      await page.goto(linkIn(await mailFor(email)));
    },
  },
  "": { as: "owner", visit: at(() => "/") },
  account: { as: "owner", visit: at(() => "/account") },
  "workspaces/sign-on": { as: "owner", visit: at(() => "/workspaces/sign-on") },
  "account/confirm-address": { as: "owner", visit: at(() => "/account/confirm-address?token=none") },
  outbox: { as: "owner", visit: at(() => "/outbox") },
  "invitations/[token]": {
    as: "visitor",
    visit: async (page, { slug }, api) => {
      const email = newAddress("ida");
      const { id: workspaceId } = await api.workspaces.bySlug.query({ slug });
      await api.invitations.send.mutate({ workspaceId, email, role: "editor" });
      await page.goto(linkIn(await mailFor(email)));
    },
  },
  workspaces: { as: "owner", visit: at(() => "/workspaces") },
  "workspaces/new": { as: "owner", visit: at(() => "/workspaces/new") },
  "w/[slug]": { as: "owner", visit: inWorkspace("") },
  "w/[slug]/activity": { as: "owner", visit: inWorkspace("/activity") },
  "w/[slug]/notifications": { as: "owner", visit: inWorkspace("/notifications") },
  "w/[slug]/settings/deliveries": { as: "owner", visit: inWorkspace("/settings/deliveries") },
  "unsubscribe/[token]": { as: "visitor", visit: at(() => "/unsubscribe/not.ours") },
  "w/[slug]/[...nowhere]": { as: "owner", visit: inWorkspace("/nowhere/at/all") },
  "w/[slug]/reviews": { as: "owner", visit: inWorkspace("/reviews") },
  "w/[slug]/reviews/new": { as: "owner", visit: at(({ slug, over }) => `/w/${slug}/reviews/new?from=${over}`) },
  "w/[slug]/reviews/[sessionId]": { as: "owner", visit: at(({ slug, over }) => `/w/${slug}/reviews/${over}`) },
  "w/[slug]/reviews/[sessionId]/plan": {
    as: "owner",
    visit: at(({ slug, planned }) => `/w/${slug}/reviews/${planned}/plan`),
  },
  "watch/[token]": { as: "visitor", visit: at(({ watch }) => `/watch/${watch}`) },
  "w/[slug]/reviews/events": { as: "owner", visit: inWorkspace("/reviews/events") },
  "w/[slug]/segments": { as: "owner", visit: inWorkspace("/segments") },
  "w/[slug]/segments/compare": {
    as: "owner",
    visit: at(({ slug, segment }) => `/w/${slug}/segments/compare?ids=${segment}`),
  },
  "w/[slug]/segments/[documentId]": { as: "owner", visit: ofSegment("") },
  "w/[slug]/segments/[documentId]/compare": { as: "owner", visit: ofSegment("/compare?from=1&to=draft") },
  "w/[slug]/segments/[documentId]/versions/[number]": { as: "owner", visit: ofSegment("/versions/1") },
  "w/[slug]/personas": { as: "owner", visit: inWorkspace("/personas") },
  "w/[slug]/personas/compare": {
    as: "owner",
    visit: at(({ slug, persona }) => `/w/${slug}/personas/compare?ids=${persona}`),
  },
  "w/[slug]/segments/import": { as: "owner", visit: inWorkspace("/segments/import") },
  "w/[slug]/personas/import": {
    as: "owner",
    visit: async (page, { slug }) => {
      await page.goto(`/w/${slug}/personas/import`);
      await page.getByLabel("Or paste a text").fill(`# ${LONG}\n\n## Goals\n\n- ${LONG}\n\n## Car\n\n${LONG}\n`);
      await page.getByRole("button", { name: "See what goes where" }).click();
      await expect(page.getByRole("button", { name: "Import 1 persona" })).toBeVisible();
    },
  },
  "w/[slug]/personas/[documentId]": { as: "owner", visit: ofPersona("") },
  "w/[slug]/personas/[documentId]/review": { as: "owner", visit: ofPersona("/review") },
  "w/[slug]/segments/[documentId]/review": { as: "owner", visit: ofSegment("/review") },
  "w/[slug]/scenarios/[documentId]/review": { as: "owner", visit: ofScenario("/review") },
  "w/[slug]/personas/[documentId]/compare": { as: "owner", visit: ofPersona("/compare?from=1&to=2") },
  "w/[slug]/personas/[documentId]/versions/[number]": { as: "owner", visit: ofPersona("/versions/2") },
  "w/[slug]/scenarios": { as: "owner", visit: inWorkspace("/scenarios?view=cast") },
  "w/[slug]/scenarios/needs": { as: "owner", visit: inWorkspace("/scenarios/needs") },
  "w/[slug]/scenarios/compare": {
    as: "owner",
    visit: at(({ slug, scenario }) => `/w/${slug}/scenarios/compare?ids=${scenario}`),
  },
  "w/[slug]/scenarios/import": { as: "owner", visit: inWorkspace("/scenarios/import") },
  "w/[slug]/scenarios/[documentId]": { as: "owner", visit: ofScenario("") },
  "w/[slug]/scenarios/[documentId]/compare": { as: "owner", visit: ofScenario("/compare?from=1&to=draft") },
  "w/[slug]/scenarios/[documentId]/print": { as: "owner", visit: ofScenario("/print") },
  "w/[slug]/scenarios/[documentId]/versions/[number]": { as: "owner", visit: ofScenario("/versions/1") },
  "w/[slug]/personas/[documentId]/print": { as: "owner", visit: ofPersona("/print") },
  "w/[slug]/segments/[documentId]/print": { as: "owner", visit: ofSegment("/print?of=draft") },
  "w/[slug]/data": { as: "owner", visit: inWorkspace("/data") },
  "w/[slug]/data/[datasetId]": { as: "owner", visit: at(({ slug, dataset }) => `/w/${slug}/data/${dataset}`) },
  "w/[slug]/data/[datasetId]/discover": {
    as: "owner",
    visit: at(({ slug, dataset }) => `/w/${slug}/data/${dataset}/discover`),
  },
  "w/[slug]/data/people": { as: "owner", visit: inWorkspace("/data/people") },
  "w/[slug]/data/import": {
    as: "owner",
    visit: async (page, { slug }) => {
      await page.goto(`/w/${slug}/data/import`);
      const file = { name: `${LONG}.csv`, mimeType: "text/csv", buffer: Buffer.from(CUSTOMERS) };
      await page.getByLabel("File to import").setInputFiles(file);
      await expect(page.getByRole("button", { name: "Import 60 rows" })).toBeVisible({ timeout: 30_000 });
    },
  },
  "w/[slug]/settings": { as: "owner", visit: inWorkspace("/settings") },
  "w/[slug]/settings/profile": { as: "owner", visit: inWorkspace("/settings/profile") },
  "w/[slug]/settings/notifications": { as: "owner", visit: inWorkspace("/settings/notifications") },
  "w/[slug]/settings/security": { as: "owner", visit: inWorkspace("/settings/security") },
  "w/[slug]/settings/retention": { as: "owner", visit: inWorkspace("/settings/retention") },
  "w/[slug]/settings/sign-in": { as: "owner", visit: inWorkspace("/settings/sign-in") },
  "w/[slug]/settings/danger": { as: "owner", visit: inWorkspace("/settings/danger") },
  "w/[slug]/settings/members": { as: "owner", visit: inWorkspace("/settings/members") },
  "w/[slug]/settings/policy": { as: "owner", visit: inWorkspace("/settings/policy") },
  "w/[slug]/settings/verification": { as: "owner", visit: inWorkspace("/settings/verification") },
  "w/[slug]/settings/fields": { as: "owner", visit: inWorkspace("/settings/fields") },
  "w/[slug]/settings/webhooks": { as: "owner", visit: inWorkspace("/settings/webhooks") },
  "w/[slug]/settings/audit": { as: "owner", visit: inWorkspace("/settings/audit") },
  "w/[slug]/guide": { as: "owner", visit: inWorkspace("/guide") },
  // The chapter with tables in it.
  "w/[slug]/guide/[chapter]": { as: "owner", visit: inWorkspace("/guide/keyboard") },
  "w/[slug]/guide/glossary": { as: "owner", visit: inWorkspace("/guide/glossary") },
};

test("every page is visited", () => {
  const files = readdirSync("src/app", { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const pages = files.filter((path) => /(^|\/)page\.tsx$/.test(path)).map((path) => path.replace(/\/?page\.tsx$/, ""));
  expect(
    pages.filter((path) => !(path in VISITS)),
    "add them to VISITS in e2e/journeys/pages.spec.ts",
  ).toEqual([]);
});

test.describe("every page is for everybody", () => {
  for (const [path, { as, visit }] of Object.entries(VISITS)) {
    test(path || "home", async ({ furnished, newBrowser, problems }) => {
      const owners = furnished.context;
      const shown = await (as === "owner" ? owners : await newBrowser()).newPage();
      if (as === "owner") problems.listen(shown);
      await visit(shown, furnished, apiOf(owners));
      await expect(shown.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(shown.locator("[aria-busy=true]")).toHaveCount(0);
      await expectAccessible(shown);
      await expectFitsPhone(shown);
      await shown.close();
    });
  }
});

test("a page that doesn't exist says so, to visitors as well", async ({ page }) => {
  const response = await page.goto("/no/such/page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectFitsPhone(page);
});

test("every page carries its policy with a nonce of its own", async ({ request }) => {
  const policies = await Promise.all(
    ["/sign-in", "/sign-in", "/no/such/page"].map(async (path) => {
      const headers = (await request.get(`${ground().url}${path}`)).headers();
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["x-powered-by"]).toBeUndefined();
      return headers["content-security-policy"] ?? "";
    }),
  );
  for (const policy of policies) expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(new Set(policies).size).toBe(policies.length);
});
