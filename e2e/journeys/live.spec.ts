// Two people in one persona at the same moment: they see each other, write beside and over each other, lose the
// network and come back, and take back what is theirs.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { linkIn, mailFor } from "../ground/mailbox";

const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const saved = (page: Page) => page.locator("[data-state=saved]");

test("two people write in one persona", async ({ newPerson, problems }) => {
  test.setTimeout(240_000);
  problems.forgive(/net::ERR_INTERNET_DISCONNECTED/);
  const ada = await newPerson("Ada");
  const ben = await newPerson("Ben");
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Harbour Coffee" });
  await ada.api.invitations.send.mutate({ workspaceId, email: ben.email, role: "editor" });
  await ben.page.goto(linkIn(await mailFor(ben.email, /invites you to Harbour Coffee/)));
  await ben.page.getByRole("button", { name: /^Join/ }).click();
  await ben.page.waitForURL(new RegExp(`/w/${slug}`));
  const { documentId } = await ada.api.personas.create.mutate({ workspaceId, title: "Maya" });
  const address = `/w/${slug}/personas/${documentId}`;

  await test.step("both open it and see each other", async () => {
    await ada.page.goto(address);
    await ben.page.goto(address);
    await expect(ada.page.getByRole("list", { name: "Also here" }).getByRole("img", { name: "Ben" })).toBeVisible();
    await expect(ben.page.getByRole("list", { name: "Also here" }).getByRole("img", { name: "Ada" })).toBeVisible();
  });

  await test.step("each sees what the other types, and in which field", async () => {
    await box(ada.page, "Archetype").click();
    await expect(ben.page.locator("[data-place=archetype]")).toContainText("Ada");
    await box(ada.page, "Archetype").pressSequentially("The hurried rebuilder");
    await box(ben.page, "Quote").click();
    await box(ben.page, "Quote").pressSequentially("I have an hour on Saturday.");
    await expect(box(ben.page, "Archetype")).toHaveValue("The hurried rebuilder");
    await expect(box(ada.page, "Quote")).toHaveValue("I have an hour on Saturday.");
    await expect(ada.page.locator("[data-place=quote]")).toContainText("Ben");
  });

  await test.step("in the same field the last one to write wins, and both see the same", async () => {
    await box(ben.page, "Archetype").click();
    await box(ada.page, "Archetype").press("End");
    await box(ada.page, "Archetype").pressSequentially(" of Leeds");
    await expect(box(ben.page, "Archetype")).toHaveValue("The hurried rebuilder of Leeds");
    await box(ben.page, "Archetype").press("Home");
    await box(ben.page, "Archetype").pressSequentially("Maya: ");
    await expect(box(ada.page, "Archetype")).toHaveValue("Maya: The hurried rebuilder of Leeds");
    // What came from the other side left the caret at its words.
    await box(ada.page, "Archetype").pressSequentially("!");
    await expect(box(ben.page, "Archetype")).toHaveValue("Maya: The hurried rebuilder of Leeds!");
  });

  await test.step("each takes back what is theirs, and only that", async () => {
    await box(ben.page, "Quote").click();
    await box(ben.page, "Quote").press("End");
    await box(ben.page, "Quote").pressSequentially(" No more.");
    await expect(box(ada.page, "Quote")).toHaveValue("I have an hour on Saturday. No more.");
    await box(ben.page, "Quote").press("ControlOrMeta+z");
    await expect(box(ada.page, "Quote")).toHaveValue("I have an hour on Saturday.");
    await ben.page.getByRole("button", { name: /^Redo/ }).click();
    await expect(box(ada.page, "Quote")).toHaveValue("I have an hour on Saturday. No more.");
    await ada.page.getByRole("button", { name: /^Undo/ }).click();
    await expect(box(ben.page, "Archetype")).toHaveValue("Maya: The hurried rebuilder of Leeds");
    await expect(box(ada.page, "Quote")).toHaveValue("I have an hour on Saturday. No more.");
  });

  await test.step("who is cut off goes on writing, and nothing is lost on either side", async () => {
    await ben.context.setOffline(true);
    await box(ben.page, "Summary").click();
    await box(ben.page, "Summary").pressSequentially("Buys on Saturdays");
    await expect(ben.page.locator("[data-state=unsaved]")).toBeVisible();
    await box(ada.page, "Name").fill("Maya Okafor");
    await expect(saved(ada.page)).toBeVisible();
    await expect(ada.page.getByRole("img", { name: "Ben" })).toBeHidden({ timeout: 25_000 });
    await ben.context.setOffline(false);
    await expect(box(ada.page, "Summary")).toHaveValue("Buys on Saturdays");
    await expect(box(ben.page, "Name")).toHaveValue("Maya Okafor");
    await expect(saved(ben.page)).toBeVisible();
  });

  await test.step("what could not be sent survives a closed tab", async () => {
    await ben.context.setOffline(true);
    await box(ben.page, "Summary").click();
    await box(ben.page, "Summary").press("End");
    await box(ben.page, "Summary").pressSequentially(", early");
    await expect(ben.page.locator("[data-state=unsaved]")).toBeVisible();
    await ben.page.close();
    await ben.context.setOffline(false);
    const again = await ben.context.newPage();
    await again.goto(address);
    await expect(box(again, "Summary")).toHaveValue("Buys on Saturdays, early");
    await expect(box(ada.page, "Summary")).toHaveValue("Buys on Saturdays, early");
  });
});
