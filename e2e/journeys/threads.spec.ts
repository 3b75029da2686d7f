// What people say about a document, as its readers live it: a mention that comes by mail, the answer, the resolution,
// a viewer's word on what is published, and the feed that tells of it all.
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "../fixtures";
import { join } from "../ground/accounts";
import { ground } from "../ground/ground";
import { expectAccessible, expectFitsPhone } from "../ground/look";
import { linkIn, mailFor } from "../ground/mailbox";
import { noonZone } from "../ground/time";

const GOAL = "Ten quiet minutes";

/** Presses the speech bubble of a claim, which shows itself when one reaches its row. */
async function openThreads(page: Page, name: RegExp): Promise<void> {
  const mark = page.getByRole("button", { name }).first();
  await mark.focus();
  await mark.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
}

/** A workspace of the owner's that the other has joined. */
async function share(owner: Person, other: Person, role: "viewer" | "editor") {
  const { id: workspaceId, slug } = await owner.api.workspaces.create.mutate({ name: "Harbour Coffee" });
  await owner.api.workspaces.changeTimeZone.mutate({ workspaceId, timeZone: noonZone() });
  await join(owner, other, workspaceId, role);
  return { workspaceId, slug };
}

test("a thread is begun, mentioned by mail, answered, resolved, and told in the feed", async ({ newPerson }) => {
  test.setTimeout(180_000);
  const ada = await newPerson("Ada");
  const ben = await newPerson("Ben");
  const { api, page: hers } = ada;
  const { page } = ben;
  const { workspaceId, slug } = await share(ada, ben, "viewer");

  const { documentId } = await api.personas.create.mutate({ workspaceId, title: "Maya Okafor" });
  const target = { workspaceId, documentId };
  const claim = crypto.randomUUID();
  const written = await api.personas.edit.mutate({
    ...target,
    batchId: crypto.randomUUID(),
    edits: [
      { op: "set", path: ["archetype"], value: "Brews before everybody is up" },
      { op: "set", path: ["quote"], value: "Not before the kettle." },
      {
        op: "insert",
        path: ["claims", "goals"],
        item: { id: claim, text: GOAL, provenance: "assumption", source: "" },
        before: null,
      },
    ],
  });
  await api.personas.publish.mutate({ ...target, revision: written.revision, note: "From five interviews" });
  const persona = `/w/${slug}/personas/${documentId}`;

  await test.step("Ben, who only reads, comments on a claim of what is published and mentions Ada", async () => {
    await page.goto(persona);
    await openThreads(page, /^Comment on Goals, 1 of 1/);
    const box = page.getByRole("textbox", { name: "New thread" });
    await box.pressSequentially("Only one of five said so, @ad");
    await expect(page.getByRole("option", { name: /Ada/ })).toBeVisible();
    await box.press("Enter");
    await box.pressSequentially("right?");
    await expect(box).toHaveValue("Only one of five said so, @Ada right?");
    await box.press("Control+Enter");
    await expect(page.getByRole("dialog").getByText("Began on v1")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: /^1 open thread on Goals/ })).toBeVisible();
    await expect(page.getByRole("tab", { name: "Threads 1" })).toBeVisible();
  });

  await test.step("it reaches Ada by mail, and the mail's link opens the thread", async () => {
    const mail = await mailFor(ada.email, /mentioned you/);
    expect(mail.subject).toBe("Ben mentioned you on Goals of Maya Okafor");
    expect(mail.text).toContain(GOAL);
    expect(mail.text).toContain("Only one of five said so, @Ada right?");
    const link = linkIn(mail);
    expect(link).toMatch(new RegExp(`^${ground().url}${persona}\\?thread=`));
    await hers.goto(link);
    const thread = hers.getByRole("dialog");
    await expect(thread.getByText("Only one of five said so")).toBeVisible();
    await expect(thread.getByText(GOAL)).toBeVisible();
    await expect(hers.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
    await expectAccessible(hers);
  });

  await test.step("she answers with an address, and words that are no markup", async () => {
    await hers.getByRole("textbox", { name: "Reply" }).fill("See https://example.org/study <b>first</b>.");
    await hers.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(hers.getByRole("link", { name: "https://example.org/study" })).toHaveAttribute("rel", /noopener/);
    await expect(hers.getByText("<b>first</b>.")).toBeVisible();
  });

  await test.step("Ben is told, reads the answer, and resolves what he began", async () => {
    await page.goto(`/w/${slug}/notifications`);
    await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
    await page.getByRole("link", { name: /Ada replied in a thread on Goals of Maya Okafor/ }).click();
    await expect(page.getByRole("dialog").getByText("<b>first</b>")).toBeVisible();
    await page.getByRole("button", { name: "Resolve" }).click();
    await expect(page.getByText("Resolved by Ben")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Reply" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  });

  await test.step("a thread on Ada's draft is not his to see", async () => {
    await hers.goto(persona);
    await openThreads(hers, /^Comment on Goals, 1 of 1/);
    await hers.getByRole("textbox", { name: "New thread" }).fill("Shall we drop it?");
    await expect(hers.getByText("Seen by those who read drafts.")).toBeVisible();
    await hers.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(hers.getByText("Began on the draft")).toBeVisible();
    await page.goto(persona);
    await expect(page.getByRole("tab", { name: "Threads", exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: /open thread/ })).toHaveCount(0);
  });

  await test.step("what is half written stays when its thread is closed", async () => {
    const box = hers.getByRole("textbox", { name: "Reply" });
    await box.fill("Not before we");
    await hers.keyboard.press("Escape");
    await expect(hers.getByRole("dialog")).toHaveCount(0);
    await hers.getByRole("tab", { name: /^Threads/ }).click();
    await hers
      .getByRole("region", { name: "Threads" })
      .getByRole("button", { name: /Shall we drop it/ })
      .click();
    await expect(hers.getByRole("textbox", { name: "Reply" })).toHaveValue("Not before we");
    await hers.keyboard.press("Escape");
    await hers.getByRole("button", { name: "Show 1 resolved" }).click();
    await expect(hers.getByText("Only one of five said so")).toBeVisible();
  });

  await test.step("the feeds tell of it, and tell Ben nothing of the draft", async () => {
    await hers.getByRole("tab", { name: "Activity" }).click();
    const beside = hers.getByRole("region", { name: "Activity" });
    await expect(beside.getByRole("listitem").filter({ hasText: "Ben resolved a thread on Goals" })).toBeVisible();
    await expect(beside.getByRole("listitem").filter({ hasText: "Ada published v1" })).toBeVisible();
    await page.goto(`/w/${slug}/activity`);
    const told = page.getByRole("listitem").filter({ hasText: "Maya Okafor" });
    await expect(told.filter({ hasText: "Ben commented on Goals of Maya Okafor" })).toBeVisible();
    await expect(told.filter({ hasText: "created" })).toHaveCount(0);
    await page.getByLabel("By whom").selectOption("Ada");
    await expect(told.filter({ hasText: "Ben" })).toHaveCount(0);
    await expect(told.filter({ hasText: "published v1" })).toBeVisible();
  });

  await test.step("on a phone a thread is a drawer at the bottom", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(persona);
    await openThreads(page, /^Comment on Goals, 1 of 1/);
    const drawer = await page.getByRole("dialog").boundingBox();
    expect(drawer).toMatchObject({ x: 0, width: 360 });
    expect(Math.round((drawer?.y ?? 0) + (drawer?.height ?? 0))).toBe(740);
    await expectAccessible(page);
    await expectFitsPhone(page);
  });
});

test("mails of notices can be turned off, and a page of one's own marks all as read", async ({ newPerson }) => {
  const ada = await newPerson("Ada");
  const { page, ...ben } = await newPerson("Ben");
  const { workspaceId, slug } = await share(ada, { page, ...ben }, "editor");
  await page.goto(`/w/${slug}/notifications`);
  await page.getByRole("link", { name: "What comes by mail" }).click();
  const choice = page.getByRole("combobox", { name: "Mentions and comments" });
  await choice.selectOption("In the app only");
  await page.getByRole("button", { name: "Save" }).click();
  const own = async () => (await ben.api.preferences.read.query({ workspaceId })).preferences.mail.discussion;
  await expect.poll(own).toBe("no");
  await page.goto(`/w/${slug}/notifications`);

  const { documentId } = await ada.api.personas.create.mutate({ workspaceId, title: "Maya" });
  const members = await ada.api.members.list.query({ workspaceId });
  const userId = members.find(({ role }) => role === "editor")?.userId;
  const body = `@[Ben](${userId}), what do you think?`;
  await ada.api.threads.start.mutate({ workspaceId, documentId, place: null, version: null, body });
  await page.reload();
  await expect(page.getByRole("link", { name: "Notifications, 1 unread" })).toBeVisible();
  await page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
});
