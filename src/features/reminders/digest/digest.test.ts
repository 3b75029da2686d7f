// The weekly letter: when it is due, what it says, and when there is none, on a real database.
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fillEnv } from "@/env";
import { closeMail } from "@/server/mail/deliver";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { inScope } from "@/testing/factories";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { addTenant, type Tenant } from "@/testing/tenant";
import { CARRIERS } from "../delivery/carriers";
import { deliveryDue } from "../delivery/delivery-jobs";
import { deliverDue } from "../delivery/use-cases/deliver-due";
import { DEFAULT_PREFERENCES } from "../preferences/preference-rules";
import { nextDigestAt, quietUntil } from "../preferences/quiet-hours";
import { savePreferences } from "../preferences/use-cases/read-preferences";
import { makeDigests } from "./use-cases/make-digests";

const QUIET = DEFAULT_PREFERENCES.quiet;
const DIGEST = DEFAULT_PREFERENCES.digest;
const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"];

describe("quiet hours", () => {
  it.each([
    ["Europe/Berlin", "2026-11-16T19:30:00Z", "2026-11-17T06:00:00.000Z"],
    ["Europe/Berlin", "2026-11-17T05:59:00Z", "2026-11-17T06:00:00.000Z"],
    ["Europe/Berlin", "2026-11-17T06:00:00Z", null],
    ["Europe/Berlin", "2026-11-17T18:59:00Z", null],
    // The night in which clocks go forward is an hour shorter, the one in autumn an hour longer.
    ["Europe/Berlin", "2027-03-27T20:00:00Z", "2027-03-28T05:00:00.000Z"],
    ["Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00.000Z"],
    ["America/New_York", "2026-03-08T03:00:00Z", "2026-03-08T11:00:00.000Z"],
    // Half an hour, by a clock that stands half an hour beside most.
    ["Australia/Lord_Howe", "2026-10-03T12:00:00Z", "2026-10-03T20:00:00.000Z"],
  ])("in %s at %s end at %s", (zone, at, end) => {
    expect(quietUntil(QUIET, zone, new Date(at))?.toISOString() ?? null).toBe(end);
  });

  it("end at a time that is skipped right after the gap, and at one that comes twice still ahead", () => {
    const quiet = { isOn: true, from: "22:00", to: "02:30" };
    const skipped = quietUntil(quiet, "Europe/Berlin", new Date("2027-03-28T00:30:00Z"));
    expect(skipped?.toISOString()).toBe("2027-03-28T01:30:00.000Z");
    const twice = quietUntil(quiet, "Europe/Berlin", new Date("2026-10-25T01:10:00Z"));
    expect(twice?.toISOString()).toBe("2026-10-25T01:30:00.000Z");
  });

  it("end within a day, at a moment that isn't quiet itself, whenever and wherever", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 23 }),
        (zone, at, begin, length) => {
          const clock = (hour: number) => `${String(hour % 24).padStart(2, "0")}:30`;
          const quiet = { isOn: true, from: clock(begin), to: clock(begin + length) };
          const end = quietUntil(quiet, zone, at);
          if (!end) return;
          expect(end.getTime()).toBeGreaterThan(at.getTime());
          expect(end.getTime() - at.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
          expect(quietUntil(quiet, zone, end)).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("the day of the weekly letter", () => {
  it.each([
    ["Europe/Berlin", "2026-11-16T06:59:00Z", "2026-11-16T07:00:00.000Z"],
    ["Europe/Berlin", "2026-11-16T07:00:00Z", "2026-11-23T07:00:00.000Z"],
    ["Europe/Berlin", "2026-10-21T12:00:00Z", "2026-10-26T07:00:00.000Z"],
    ["Europe/Berlin", "2027-03-27T12:00:00Z", "2027-03-29T06:00:00.000Z"],
    ["America/New_York", "2026-10-28T12:00:00Z", "2026-11-02T13:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-11-15T12:00:00Z", "2026-11-15T21:00:00.000Z"],
  ])("in %s after %s is %s", (zone, at, next) => {
    expect(nextDigestAt(DIGEST, zone, new Date(at))?.toISOString()).toBe(next);
  });
});

describe("the weekly letter", () => {
  let database: TestDatabase;
  let server: MailServer;
  let tenant: Tenant;
  let who: { workspaceId: string; userId: string };
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3_600_000);

  beforeAll(async () => {
    [database, server] = await Promise.all([createTestDatabase(), startMailServer()]);
    fillEnv({ SMTP_URL: server.url });
    tenant = await addTenant(database);
    who = { workspaceId: tenant.workspaceId, userId: tenant.people.editor.userId };
  });
  afterAll(async () => {
    closeMail();
    await Promise.all([server.close(), database.drop()]);
  });
  beforeEach(async () => {
    server.arrived.length = 0;
    await database.owner.sql`delete from graphile_worker._private_jobs`;
    await database.owner.sql`delete from deliveries`;
    await database.owner.sql`delete from notice_preferences`;
  });

  async function pass(now: Date): Promise<void> {
    await makeDigests(database.app.db, now);
    const rows = await database.owner.sql<{ payload: unknown }[]>`
      select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${deliveryDue.name}`;
    for (const { payload } of rows) {
      await deliverDue(database.app.db, deliveryDue.payload.parse(payload), CARRIERS, now);
    }
  }
  const editors = async () => {
    const mine = server.arrived.filter(({ to }) => to.startsWith("editor-"));
    return Promise.all(mine.map((mail) => server.parsed(server.arrived.indexOf(mail))));
  };

  it("is planned for who never chose, and then comes once a week, however long nobody looked", async () => {
    await pass(inDays(0));
    expect(server.arrived).toEqual([]);
    await pass(inDays(8));
    expect(await editors()).toHaveLength(1);
    await pass(inDays(8));
    expect(await editors()).toHaveLength(1);
    // After a month of downtime one, and not four.
    await pass(inDays(40));
    await pass(inDays(40));
    expect(await editors()).toHaveLength(2);
  });

  it("says what is overdue, what is ahead and what one has to do, each with its address", async () => {
    await pass(inDays(-6));
    await database.owner.sql`
      insert into review_tasks (workspace_id, document_id, text, assignee_id, due_on, created_by)
      values (${who.workspaceId}, ${tenant.persona.documentId}, 'Ask ten more people', ${who.userId}, '2030-01-31', ${who.userId})`;
    await database.owner.sql`
      update freshness set due_on = '2020-01-31', due_from = '2020-01-17', overdue_at = '2020-02-01'
      where document_id = ${tenant.persona.documentId}`;
    await database.owner.sql`update notice_preferences set next_digest_at = now() - interval '1 minute'`;
    await pass(inDays(0));
    const [mail] = await editors();
    expect(mail?.subject).toBe("Your week in Test");
    for (const words of [
      "Overdue",
      "due 31 Jan 2020",
      "Coming review sessions",
      "Autumn review",
      "Ask ten more people",
    ]) {
      expect(mail?.text).toContain(words);
    }
    expect(mail?.html).toContain(`/personas/${tenant.persona.documentId}"`);
    expect(mail?.html).toContain(`/reviews/${tenant.session.sessionId}"`);
    // The viewer is asked to the session as well; the bystander has nothing to hear.
    const told = server.arrived.map(({ to }) => to.split("-")[0]);
    expect(told).toContain("viewer");
    expect(told).not.toContain("bystander");
  });

  it("comes to nobody who wants none", async () => {
    const preferences = { ...DEFAULT_PREFERENCES, digest: { ...DIGEST, isOn: false } };
    await inScope(database.app, who, "workspace.read", (scope) =>
      savePreferences(scope, { preferences, isMailed: true }, inDays(0)),
    );
    await pass(inDays(0));
    await pass(inDays(8));
    expect(await editors()).toEqual([]);
    expect(server.arrived.length).toBeGreaterThan(0);
  });
});
