// Webhooks from the fact to the other side: real receivers on loopback, calls made as the worker makes them.
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { eq } from "drizzle-orm";
import { Logger, runOnce } from "graphile-worker";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { deliveries, webhooks } from "@/server/db/schema/reminder";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { deliveryDue } from "../delivery/delivery-jobs";
import { type Carriers, deliverDue } from "../delivery/use-cases/deliver-due";
import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  renewSecret,
  testWebhook,
} from "./use-cases/manage-webhooks";
import { tellWebhooks } from "./use-cases/tell-webhooks";
import { webhookCarrier } from "./webhook-carrier";
import { taskFact } from "./webhook-fact-rules";
import type { WebhookFact, WebhookFormat } from "./webhook-rules";
import { newSecret } from "./webhook-signature";

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let database: TestDatabase;
let receiver: Server;
let address: string;
let heard: Heard[] = [];
/** What the receiver does with the next calls; the last for all that follow. */
let answers: ((response: import("node:http").ServerResponse) => void)[] = [];
const say =
  (status: number, text = "", headers = {}) =>
  (response: import("node:http").ServerResponse) =>
    void response.writeHead(status, headers).end(text);

beforeAll(async () => {
  database = await createTestDatabase();
  receiver = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      heard.push({ headers: request.headers, body });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      answer?.(response);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(() => {
  heard = [];
  answers = [say(200, "ok")];
});
afterEach(() => receiver.closeAllConnections());
afterAll(async () => {
  receiver.close();
  await database.drop();
});

type Admin = { readonly workspaceId: string; readonly userId: string };

async function newAdmin(): Promise<Admin> {
  const { workspaceId, people } = await addWorkspace(database.owner, ["admin"]);
  return { workspaceId, userId: people.admin };
}

const asAdmin = <T>(who: Admin, work: Parameters<typeof inScope<"workspace.configure", T>>[3]) =>
  inScope(database.app, who, "workspace.configure", work);

/** Straight into the table: loopback may be called in this test, and named nowhere. */
async function addHook(who: Admin, format: WebhookFormat = "standard", kinds: string[] = []): Promise<string> {
  const [row] = await database.owner.db
    .insert(webhooks)
    .values({
      workspaceId: who.workspaceId,
      name: "Hook",
      format,
      url: address,
      secret: format === "slack" ? new Uint8Array() : newSecret(),
      kinds,
      createdBy: who.userId,
    })
    .returning();
  return row?.id ?? "";
}

const at = new Date("2026-11-22T18:00:00Z");
const task = (taskId = crypto.randomUUID()): WebhookFact =>
  taskFact({
    taskId,
    documentId: "7b0c2f4e-0000-4000-8000-000000000001",
    kind: "persona",
    title: "Maya & <!channel> | R&D",
    text: "Ask <b>five</b> buyers",
    dueOn: "2026-12-01",
    createdAt: at,
    assignee: "Ben",
    giver: "Ana",
  });

const tellAll = (who: Admin, facts: readonly WebhookFact[]) =>
  asAdmin(who, (scope) => tellWebhooks(scope, async () => facts));

const carriers = (more: object = {}): Carriers => ({
  webhook: webhookCarrier(() => ({ isPrivateAllowed: true, patienceMs: 400, ...more })),
});

/** Makes every call that may be made then, as a worker would. */
async function work({ workspaceId }: Admin, now = new Date(), more = {}) {
  const waiting = await database.owner.db.select().from(deliveries).where(eq(deliveries.workspaceId, workspaceId));
  for (const { id } of waiting.filter(
    ({ state, notBefore }) => state === "waiting" && !(notBefore && notBefore > now),
  )) {
    await deliverDue(database.app.db, { workspaceId, deliveryId: id, userId: null }, carriers(more), now);
  }
}
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

async function only(who: Admin, webhookId: string) {
  const [delivery, ...others] = await asAdmin(who, (scope) => listWebhookDeliveries(scope, webhookId));
  expect(others).toEqual([]);
  return delivery;
}
async function hook(who: Admin) {
  const [one] = await asAdmin(who, (scope) => listWebhooks(scope));
  return one;
}

test("Slack is told in its own format, and nothing that people wrote calls the channel", async () => {
  const admin = await newAdmin();
  await addHook(admin, "slack");
  await tellAll(admin, [task()]);
  await work(admin);
  expect(heard).toHaveLength(1);
  expect(heard[0]?.headers["webhook-signature"]).toBeUndefined();
  const body = JSON.parse(heard[0]?.body ?? "");
  const said =
    "Ana asks Ben to do something about Maya &amp; &lt;!channel&gt; | R&amp;D by 1 Dec: Ask &lt;b&gt;five&lt;/b&gt; buyers";
  expect(body.blocks[0]).toEqual({ type: "section", text: { type: "mrkdwn", text: said, verbatim: true } });
  expect(body.blocks[1].elements[0].text).toMatch(
    /^<http:\/\/localhost:3000\/w\/test-[\w-]+\/personas\/7b0c2f4e-[\w-]+\|Open Maya &amp; &lt;!channel&gt; R&amp;D>$/,
  );
  expect(body.text.startsWith(said)).toBe(true);
});

test("others are told as Standard Webhooks say, signed by the new secret and for a day by the one before", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin);
  const renew = () => asAdmin(admin, (scope) => renewSecret(scope, webhookId));
  const { secret: first } = await renew();
  const fact = task();
  // The same fact, however often and by however many it is told, is one call.
  await Promise.all([tellAll(admin, [fact]), tellAll(admin, [fact]), tellAll(admin, [fact, fact])]);
  await Promise.all([work(admin), work(admin)]);
  await work(admin, later(5));
  expect(heard).toHaveLength(1);
  const verify = (secret: string | null, call = heard[0]) =>
    new Webhook(secret ?? "").verify(call?.body ?? "", call?.headers as Record<string, string>);
  const delivery = await only(admin, webhookId);
  expect(heard[0]?.headers["webhook-id"]).toBe(delivery?.id);
  expect(verify(first)).toMatchObject({
    type: "task.given",
    timestamp: at.toISOString(),
    data: { workspace: { id: admin.workspaceId, name: "Test" }, task: { dueOn: "2026-12-01", assignee: "Ben" } },
  });
  expect(delivery).toMatchObject({ state: "sent", attempts: 1, lastError: "" });

  const { secret: second } = await renew();
  await tellAll(admin, [task()]);
  await work(admin);
  expect(verify(first, heard[1])).toEqual(verify(second, heard[1]));
  // Too old to be believed by the library's clock, so the signature itself is looked at.
  const tomorrow = later(25 * 3600);
  await tellAll(admin, [task()]);
  await work(admin, tomorrow);
  expect(heard[2]?.headers["webhook-signature"]?.toString().split(" ")).toHaveLength(1);
  expect(() => verify(first, heard[2])).toThrow();
  expect(heard[2]?.headers["webhook-signature"]).toBe(
    new Webhook(second ?? "").sign(`${heard[2]?.headers["webhook-id"]}`, tomorrow, heard[2]?.body ?? ""),
  );
});

test("what fails is tried again with growing pauses as the same message, and meanwhile nothing else is tried there", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin);
  const other = await newAdmin();
  await addHook(other);
  await tellAll(admin, [task(), task()]);
  await tellAll(other, [task()]);
  answers = [say(500, "<html>\n  busy"), say(200)];
  await work(admin);
  // One call, and the other waits for better times; whoever else is called is not concerned.
  expect(heard).toHaveLength(1);
  const [first] = await asAdmin(admin, (scope) => listWebhookDeliveries(scope, webhookId)).then((all) =>
    all.filter(({ attempts }) => attempts === 1),
  );
  expect(first).toMatchObject({ state: "waiting", lastError: "It answered 500: <html> busy" });
  expect((await hook(admin))?.failingSince).toEqual(expect.any(String));
  await work(other);
  expect(heard).toHaveLength(2);
  await work(admin, later(1));
  expect(heard).toHaveLength(2);
  await work(admin, later(15));
  expect(heard).toHaveLength(4);
  const ids = heard.map(({ headers }) => headers["webhook-id"]);
  expect(ids.filter((id) => id === first?.id)).toHaveLength(2);
  expect((await hook(admin))?.failingSince).toBeNull();
  // Each try has its own job, at its own time.
  const { sql } = database.owner;
  const jobs =
    await sql`select key, run_at from graphile_worker.jobs where key like ${`delivery:${first?.id}%`} order by id`;
  expect(jobs.map(({ key }) => String(key).replace(`${first?.id}`, "…"))).toEqual([
    "delivery:…",
    "delivery:…:attempt:1",
  ]);
});

test("silence, redirects, endless answers and broken lines are failures that say so", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin);
  await tellAll(admin, [task()]);
  const error = async (now: Date) => {
    await work(admin, now);
    return (await only(admin, webhookId))?.lastError;
  };
  answers = [() => {}];
  expect(await error(later(0))).toBe("There was no answer within 0.4 seconds.");
  answers = [say(302, "", { location: "http://127.0.0.1:1/elsewhere" })];
  expect(await error(later(20))).toBe("It answered 302, a redirect. These are not followed: name the final address.");
  answers = [(response) => void response.destroy()];
  expect(await error(later(120))).toBe("The connection broke off.");
  answers = [(response) => void response.writeHead(400).write("x".repeat(1_000_000))];
  expect(await error(later(600))).toBe(`It answered 400: ${"x".repeat(200)}`);
  answers = [say(429, "slow down", { "retry-after": "3000" })];
  expect(await error(later(3600))).toBe("It answered 429: slow down");
  const calls = heard.length;
  await work(admin, later(3600 + 2400));
  expect(heard).toHaveLength(calls);
  // After days it is given up, and the webhook is known to fail.
  answers = [say(503)];
  await work(admin, later(6 * 24 * 3600));
  expect(await only(admin, webhookId)).toMatchObject({ state: "failed", lastError: "It answered 503." });
  expect((await hook(admin))?.failingSince).toEqual(expect.any(String));
});

test("whoever says that they are gone is not asked again, and a test is made once whatever happened before", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin);
  answers = [say(410)];
  await tellAll(admin, [task()]);
  await work(admin);
  expect(await only(admin, webhookId)).toMatchObject({ state: "failed", attempts: 1 });
  const newest = () => asAdmin(admin, async (scope) => (await listWebhookDeliveries(scope, webhookId))[0]);
  answers = [say(500)];
  await asAdmin(admin, (scope) => testWebhook(scope, webhookId));
  await work(admin);
  expect(await newest()).toMatchObject({ type: "webhook.test", state: "failed", lastError: "It answered 500." });
  answers = [say(204)];
  await asAdmin(admin, (scope) => testWebhook(scope, webhookId));
  await work(admin);
  expect(await newest()).toMatchObject({ type: "webhook.test", state: "sent" });
  expect((await hook(admin))?.failingSince).toBeNull();
  await expect(
    asAdmin(admin, async (scope) => {
      for (let times = 0; times < 10; times++) await testWebhook(scope, webhookId);
    }),
  ).rejects.toMatchObject({ code: "LIMIT" });
});

test("tells only what is wanted, nothing while it pauses, and nothing to who was removed", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin, "standard", ["document.overdue"]);
  await tellAll(admin, [task()]);
  expect(await only(admin, webhookId)).toBeUndefined();
  const change = (kinds: "task.given"[]) =>
    asAdmin(admin, (scope) => changeWebhook(scope, { workspaceId: admin.workspaceId, webhookId, name: "H", kinds }));
  await change(["task.given"]);
  await tellAll(admin, [task()]);
  const pause = (isPaused: boolean) => asAdmin(admin, (scope) => pauseWebhook(scope, webhookId, isPaused));
  await pause(true);
  await tellAll(admin, [task()]);
  expect(await only(admin, webhookId)).toMatchObject({ state: "dropped", lastError: "It is paused." });
  await expect(asAdmin(admin, (scope) => testWebhook(scope, webhookId))).rejects.toMatchObject({ code: "BLOCKED" });
  await pause(false);
  await tellAll(admin, [task()]);
  await asAdmin(admin, (scope) => removeWebhook(scope, webhookId));
  await work(admin);
  expect(heard).toEqual([]);
  expect(await asAdmin(admin, (scope) => listWebhooks(scope))).toEqual([]);
});

test("a worker makes the calls, and one that is slow or fails takes one worker and no more", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin);
  const failing = { failures: 1, failingSince: new Date(), quietUntil: null };
  await database.owner.db.update(webhooks).set(failing).where(eq(webhooks.id, webhookId));
  await tellAll(admin, [task(), task(), task(), task()]);
  let atOnce = 0;
  let most = 0;
  answers = [
    (response) => {
      most = Math.max(most, ++atOnce);
      setTimeout(() => {
        atOnce--;
        response.writeHead(500).end();
      }, 200);
    },
  ];
  await runOnce({
    connectionString: database.ownerUrl,
    concurrency: 4,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: {
      [deliveryDue.name]: (payload) => deliverDue(database.app.db, deliveryDue.payload.parse(payload), carriers(), at),
    },
  });
  expect(most).toBe(1);
  const states = await asAdmin(admin, (scope) => listWebhookDeliveries(scope, webhookId));
  expect(states.map(({ state, attempts }) => `${state} ${attempts}`).sort()).toEqual([
    "waiting 0",
    "waiting 0",
    "waiting 0",
    "waiting 1",
  ]);
});

test("people are told of many things at once, machines of each", async () => {
  const admin = await newAdmin();
  await addHook(admin, "slack");
  await addHook(admin, "standard");
  const many = Array.from({ length: 12 }, () => task());
  await tellAll(admin, many);
  await tellAll(admin, many);
  await work(admin);
  const bodies = heard.map(({ body }) => JSON.parse(body));
  const [slack, ...others] = [...bodies.filter(({ blocks }) => blocks), ...bodies.filter(({ type }) => type)];
  expect(others).toHaveLength(12);
  expect(slack.blocks[0].text.text.split("\n")).toHaveLength(11);
  expect(slack.blocks[0].text.text).toMatch(/… and 2 more\.$/);
});

test("calls nothing that isn't public: not by an address, and not by a name that leads there a moment later", async () => {
  const admin = await newAdmin();
  const webhookId = await addHook(admin);
  const urlIs = (url: string) => database.owner.db.update(webhooks).set({ url }).where(eq(webhooks.id, webhookId));
  const { port } = new URL(address);
  const asked: string[] = [];
  /** Public at the first question, and ours ever after. */
  const lookup: LookupFunction = (hostname, options, done) => {
    asked.push(hostname);
    const answer = { address: "127.0.0.1", family: 4 };
    if (options.all) done(null, [answer]);
    else done(null, answer.address, answer.family);
  };
  const errors = new Set<string | undefined>();
  for (const [times, url] of [
    `http://hooks.example.org:${port}/hook`,
    `https://hooks.example.org:${port}/hook`,
    address,
    `https://localhost:${port}/hook`,
    `https://[::1]:${port}/hook`,
    `https://[::ffff:127.0.0.1]:${port}/hook`,
    `https://2130706433:${port}/hook`,
    "https://169.254.169.254/latest/meta-data",
    `https://user:secret@hooks.example.org:${port}/hook`,
    "file:///etc/passwd",
  ].entries()) {
    await urlIs(url);
    const before = { failures: 0, quietUntil: null };
    await database.owner.db.update(webhooks).set(before).where(eq(webhooks.id, webhookId));
    await tellAll(admin, [task()]);
    await work(admin, later(times), { isPrivateAllowed: false, lookup });
    for (const { lastError, state } of await asAdmin(admin, (scope) => listWebhookDeliveries(scope, webhookId))) {
      expect(state).toBe("waiting");
      errors.add(lastError);
    }
    await database.owner.db.delete(deliveries).where(eq(deliveries.workspaceId, admin.workspaceId));
  }
  expect(heard).toEqual([]);
  expect(asked).toEqual(["hooks.example.org"]);
  expect([...errors].sort()).toEqual([
    "An address with a password in it can’t be kept. Use the secret instead.",
    "Name a host on the internet: nothing inside our own network can be called.",
    "The address must begin with https://.",
    "This address is not public, and calls may only leave for public ones.",
  ]);
  // The machine's own secrets are told nobody, even where private addresses are allowed.
  await urlIs("http://169.254.169.254/latest/meta-data");
  await tellAll(admin, [task()]);
  await work(admin, later(100));
  expect((await only(admin, webhookId))?.lastError).toBe(
    "This address is not public, and calls may only leave for public ones.",
  );
});

test("an address that can't be called is refused, and twenty are enough", async () => {
  const admin = await newAdmin();
  const add = (given: string) =>
    asAdmin(admin, (scope) =>
      addWebhook(scope, {
        workspaceId: admin.workspaceId,
        name: "Hook",
        format: "standard",
        address: given,
        kinds: [],
      }),
    );
  for (const bad of [
    "x",
    "https://",
    "http://example.org/",
    "https://10.0.0.1/",
    "https://intranet/",
    "ftp://a.org/",
  ]) {
    await expect(add(bad)).rejects.toMatchObject({ code: "INVALID", details: { path: "address" } });
  }
  expect(await asAdmin(admin, (scope) => listWebhooks(scope))).toEqual([]);
  const made = await add("https://hooks.example.org/very/secret?token=1");
  expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const [listed] = await asAdmin(admin, (scope) => listWebhooks(scope));
  expect(JSON.stringify(listed)).not.toContain("secret?");
  expect(listed).toMatchObject({ host: "hooks.example.org", format: "standard", kinds: [], isPaused: false });
  for (let count = 1; count < 20; count++) await addHook(admin);
  await expect(add("https://hooks.example.org/")).rejects.toMatchObject({ code: "LIMIT" });
});
