// The loop that the product exists for: two documents are overdue, four people look at them together, one is published anew
// and one is still true, everybody gets the minutes, and the badges turn.
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, type Person, test } from "../fixtures";
import { join } from "../ground/accounts";
import { ground } from "../ground/ground";
import { expectAccessible, expectFitsPhone } from "../ground/look";
import { mailFor } from "../ground/mailbox";
import { letDaysPass, noonZone } from "../ground/time";

const CLAIM = "Buy everything in a single trip";

/** A persona that was published, and then changed. */
async function writePersona({ api }: Person, workspaceId: string, title: string): Promise<string> {
  const { documentId } = await api.personas.create.mutate({ workspaceId, title });
  const edit = async (path: string[], value: unknown) =>
    api.personas.edit.mutate({
      ...{ workspaceId, documentId, batchId: crypto.randomUUID() },
      edits: [{ op: "set", path, value }],
    });
  await edit(["archetype"], "Rebuilds at weekends");
  const goal = { id: crypto.randomUUID(), text: CLAIM, provenance: "assumption", source: "" };
  await edit(["claims", "goals"], [goal]);
  const { revision } = await edit(["location"], "Harrogate");
  await api.personas.publish.mutate({ workspaceId, documentId, revision, note: "First picture" });
  return documentId;
}

const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const marks = (page: Page) => page.getByRole("group", { name: `What you think of “${CLAIM}”` });

test("two overdue personas are reviewed by four people: one is published, one is still true", async ({
  newPerson,
  newBrowser,
}) => {
  test.setTimeout(240_000);
  const [ada, ben, cleo, dan] = [
    await newPerson("Ada"),
    await newPerson("Ben"),
    await newPerson("Cleo"),
    await newPerson("Dan"),
  ];
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Alder Harbour" });
  await ada.api.workspaces.changeTimeZone.mutate({ workspaceId, timeZone: noonZone() });
  await join(ada, ben, workspaceId, "editor");
  await join(ada, cleo, workspaceId, "reviewer");
  await join(ada, dan, workspaceId, "viewer");
  const maya = await writePersona(ben, workspaceId, "Maya Okafor");
  const ruth = await writePersona(ben, workspaceId, "Ruth Lindqvist");
  let session = "";

  await test.step("guesses keep for thirty days: after forty both are overdue, and Ben is told", async () => {
    for (const documentId of [maya, ruth]) await letDaysPass(documentId, 40);
    await ben.page.goto(`/w/${slug}/personas`);
    await expect(ben.page.getByText("Overdue by 10 days")).toHaveCount(2);
    await ben.page.goto(`/w/${slug}`);
    await expect(ben.page.getByText("Two things need you.")).toBeVisible();
    await expect(ben.page.getByRole("link", { name: "Review Maya Okafor" })).toBeVisible();
    const mail = await mailFor(ben.email, /Maya Okafor|documents/);
    expect(mail.links.some((link) => link.startsWith(`${ground().url}/w/${slug}/`))).toBe(true);
  });

  await test.step("Ada plans a session of what is overdue, and her people are invited", async () => {
    const { page } = ada;
    await page.goto(`/w/${slug}/reviews`);
    await page.getByRole("link", { name: "Plan a session" }).first().click();
    await page.getByLabel("Title").fill("Autumn review");
    for (const name of ["Ben", "Cleo", "Dan"]) await page.getByRole("checkbox", { name: new RegExp(name) }).check();
    await page.getByRole("button", { name: "Add documents" }).click();
    const dialog = page.getByRole("dialog", { name: "Add documents to the agenda" });
    await dialog.getByRole("checkbox", { name: "All 2" }).check();
    await dialog.getByRole("button", { name: "Add 2" }).click();
    await page.getByRole("button", { name: "Plan it and invite" }).click();
    await page.waitForURL(/\/reviews\/[0-9a-f-]{36}$/);
    session = new URL(page.url()).pathname;
    const mail = await mailFor(cleo.email, /Autumn review/);
    const [invitation] = mail.calendars.map((text) => new ICAL.Component(ICAL.parse(text)));
    expect(invitation?.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(invitation?.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).toBe("Autumn review");
  });

  await test.step("Ada begins, the others come, and everybody follows her to the next document", async () => {
    await ada.page.getByRole("button", { name: "Start" }).click();
    await expect(title(ada.page, "Maya Okafor")).toBeVisible();
    for (const { page } of [ben, cleo, dan]) {
      await page.goto(session);
      await expect(title(page, "Maya Okafor")).toBeVisible();
    }
    await expect(ada.page.getByText("Everyone follows you")).toBeVisible();
    await expect(ada.page.getByRole("list", { name: "Also here" }).getByRole("listitem")).toHaveCount(3);
    await ada.page.getByRole("button", { name: /Ruth Lindqvist/ }).click();
    for (const { page } of [ada, ben, cleo, dan]) await expect(title(page, "Ruth Lindqvist")).toBeVisible();
    await ada.page.getByRole("button", { name: /Maya Okafor/ }).click();
    for (const { page } of [ada, ben, cleo, dan]) await expect(title(page, "Maya Okafor")).toBeVisible();
  });

  await test.step("Cleo looks elsewhere for a moment, and comes back with one click", async () => {
    await cleo.page.getByRole("button", { name: /Ruth Lindqvist/ }).click();
    await expect(title(cleo.page, "Ruth Lindqvist")).toBeVisible();
    await expect(title(dan.page, "Maya Okafor")).toBeVisible();
    await cleo.page.getByRole("button", { name: "Follow Ada again" }).click();
    await expect(title(cleo.page, "Maya Okafor")).toBeVisible();
  });

  await test.step("what others say of a claim is seen by who has spoken", async () => {
    await marks(cleo.page).getByRole("button", { name: "Keep" }).click();
    await expect(ben.page.getByText("1 has marked it")).toBeVisible();
    await marks(ben.page).getByRole("button", { name: "Change" }).click();
    await expect(ben.page.getByText("1 keep, 1 change")).toBeVisible();
    await expect(cleo.page.getByText("1 keep, 1 change")).toBeVisible();
    // Viewers follow.
    await expect(marks(dan.page)).toHaveCount(0);
    await expectAccessible(cleo.page);
    await expectFitsPhone(cleo.page);
  });

  await test.step("they vote, and see it once they have", async () => {
    const vote = (page: Page, name: RegExp) =>
      page.getByRole("group", { name: "Is this still true?" }).getByRole("button", { name });
    await vote(cleo.page, /^Approve/).click();
    await expect(vote(cleo.page, /^Approve\s*1$/)).toBeVisible();
    await expect(ben.page.getByText("What they voted is shown once you have.")).toBeVisible();
    await vote(ben.page, /^Change/).click();
    await expect(vote(ben.page, /^Approve\s*1$/)).toBeVisible();
    await expect(vote(cleo.page, /^Change\s*1$/)).toBeVisible();
    await cleo.page.getByLabel("Add a note").fill("Ask at the counter in Leeds.");
    await cleo.page.getByRole("button", { name: "Add note" }).click();
    await expect(dan.page.getByText("Ask at the counter in Leeds.")).toBeVisible();
  });

  await test.step("Maya moves on during the session: what was looked at is not what is published unseen", async () => {
    await ben.api.personas.edit.mutate({
      ...{ workspaceId, documentId: maya, batchId: crypto.randomUUID() },
      edits: [{ op: "set", path: ["location"], value: "Leeds" }],
    });
    await expect(ada.page.getByRole("insertion").filter({ hasText: "Leeds" })).toBeVisible();
    await ada.page.getByRole("button", { name: "Approve and publish v2" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Approve and publish v2" });
    await dialog.getByLabel("What is new").fill("She has moved to Leeds");
    await dialog.getByRole("button", { name: "Approve and publish v2" }).click();
    await expect(dialog).toBeHidden();
    for (const { page } of [ada, ben, cleo, dan]) await expect(page.getByText("Published as v2")).toBeVisible();
  });

  await test.step("Ruth is still true", async () => {
    await ada.page.getByRole("button", { name: /Ruth Lindqvist/ }).click();
    await expect(title(dan.page, "Ruth Lindqvist")).toBeVisible();
    await ada.page.getByRole("button", { name: "Still true", exact: true }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Still true" });
    await dialog.getByRole("button", { name: "Still true" }).click();
    await expect(dialog).toBeHidden();
    await expect(ben.page.getByRole("heading", { name: "Agenda · 2 of 2 decided" })).toBeVisible();
  });

  await test.step("Ada ends it; the minutes are on the page and in everybody's mail", async () => {
    await ada.page.getByRole("button", { name: "End session" }).click();
    await ada.page.getByRole("alertdialog").getByRole("button", { name: "End session" }).click();
    await expect(ada.page.getByText("She has moved to Leeds")).toBeVisible();
    await expect(dan.page.getByText("She has moved to Leeds")).toBeVisible();
    const mail = await mailFor(dan.email, /[Mm]inutes/);
    expect(mail.text).toContain("She has moved to Leeds");
    expect(mail.text).toContain("Ask at the counter in Leeds.");
  });

  await test.step("the badges have turned, and the history says who, when and why", async () => {
    await ben.page.goto(`/w/${slug}/personas`);
    await expect(ben.page.getByText(/^Fresh until/)).toHaveCount(2);
    const told = await ben.api.verification.history.query({ workspaceId, documentId: maya });
    expect(told.verifications[0]).toMatchObject({
      result: "published",
      note: "She has moved to Leeds",
      person: { name: "Ada" },
    });
    await ben.page.goto(`/w/${slug}`);
    await expect(ben.page.getByText("Nothing needs you.")).toBeVisible();
  });

  await test.step("Ben's calendar, read by another program, has the next reviews of both", async () => {
    const { address } = await ben.api.calendar.makeAddress.mutate({ workspaceId });
    // A calendar has no cookies.
    const calendar = await newBrowser();
    const answer = await calendar.request.get(address);
    expect(answer.headers()["content-type"]).toContain("text/calendar");
    const feed = new ICAL.Component(ICAL.parse(await answer.text()));
    const events = feed.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    for (const name of ["Maya Okafor", "Ruth Lindqvist"]) {
      expect(events.filter(({ summary }) => summary.includes(name))).toHaveLength(1);
    }
  });
});
