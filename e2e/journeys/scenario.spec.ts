// A scenario as a team lives it: two editors write in one story, a reviewer comments on words without a right to write,
// somebody is cut off and comes back, the story is published, compared, and restored while somebody goes on writing.
import type { Page } from "@playwright/test";
import { type Body, bodyText } from "../../src/features/documents/bodies/body-rules";
import { expect, test } from "../fixtures";
import { join } from "../ground/accounts";
import { publish } from "../ground/steps";

const story = (page: Page) => page.getByRole("textbox", { name: "Story", exact: true });
const saved = (page: Page) => page.locator("[data-state=saved]").first();
/** The words of the text without carets' names and what else is drawn between them. */
const words = (page: Page) => story(page).locator("p");

/** Puts the caret at the end of a paragraph and types. */
async function write(page: Page, paragraph: string | RegExp, text: string): Promise<void> {
  await words(page).filter({ hasText: paragraph }).first().click();
  await page.keyboard.press("End");
  await page.keyboard.type(text);
}

test("three people and a story that loses no word", async ({ newPerson, problems }) => {
  test.setTimeout(300_000);
  problems.forgive(/net::ERR_INTERNET_DISCONNECTED|WebSocket connection/);
  const ada = await newPerson("Ada");
  const ben = await newPerson("Ben");
  const rita = await newPerson("Rita");
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Harbour Coffee" });
  await join(ada, ben, workspaceId, "editor");
  await join(ada, rita, workspaceId, "reviewer");
  const { documentId } = await ada.api.scenarios.create.mutate({ workspaceId, title: "Before the house wakes" });
  const address = `/w/${slug}/scenarios/${documentId}`;

  await test.step("two write at the same moment, and a third reads along", async () => {
    for (const { page } of [ada, ben, rita]) await page.goto(address);
    for (const { page } of [ada, ben]) await expect(story(page)).toHaveAttribute("contenteditable", "true");
    await story(ada.page).locator("p").first().click();
    await ada.page.keyboard.type("Maya stands in the kitchen at six.");
    await expect(story(ben.page)).toContainText("Maya stands in the kitchen at six.");
    // Each has a paragraph before both type: a line that grows would move the other's from under the mouse.
    await story(ben.page).locator("p").nth(1).click();
    await ben.page.keyboard.type("The kettle");
    await expect(words(ada.page).filter({ hasText: "The kettle" })).toBeVisible();
    await Promise.all([
      write(ada.page, "Maya stands", " The children sleep."),
      ben.page.keyboard.type(" is louder than she thought."),
    ]);
    for (const { page } of [ada, ben, rita]) {
      await expect(story(page)).toContainText("Maya stands in the kitchen at six. The children sleep.");
      await expect(story(page)).toContainText("The kettle is louder than she thought.");
    }
    await expect(story(rita.page)).toHaveAttribute("contenteditable", "false");
    await expect(saved(ada.page)).toBeVisible();
  });

  await test.step("the reviewer comments on words, and both editors see it on them", async () => {
    await words(rita.page).filter({ hasText: "The kettle" }).first().click({ clickCount: 3 });
    await rita.page.getByRole("button", { name: "Comment", exact: true }).first().click();
    const dialog = rita.page.getByRole("dialog").last();
    await dialog.getByRole("textbox", { name: "New thread" }).fill("Is that in the interviews?");
    await dialog.getByRole("button", { name: "Comment", exact: true }).click();
    for (const { page } of [ada, ben]) {
      await expect(story(page).locator("[data-thread]").first()).toContainText("The kettle");
    }
  });

  await test.step("Ben is cut off and writes on; so does Ada; nothing is lost when he comes back", async () => {
    await ben.context.setOffline(true);
    await write(ben.page, "The kettle", " It wakes the dog.");
    await expect(ben.page.locator("[data-state=offline], [data-state=unsaved]").first()).toBeVisible();
    await write(ada.page, "Maya stands", " She is in no hurry.");
    await expect(saved(ada.page)).toBeVisible();
    await ben.context.setOffline(false);
    for (const { page } of [ada, ben, rita]) {
      await expect(story(page)).toContainText("It wakes the dog.", { timeout: 30_000 });
      await expect(story(page)).toContainText("She is in no hurry.");
    }
    await expect(saved(ben.page)).toBeVisible();
  });

  await test.step("published, changed by Ben, published again, and compared", async () => {
    await publish(ada.page, 1, "As three of us know it");
    await write(ben.page, "The kettle", " And then the child.");
    await expect(story(ada.page)).toContainText("And then the child.");
    await publish(ada.page, 2, "Who wakes up");
    await ada.page.goto(`${address}/compare?from=1&to=2`);
    await expect(ada.page.getByRole("insertion").filter({ hasText: "And then the child" }).first()).toBeVisible();
    await expect(ada.page.getByRole("deletion")).toHaveCount(0);
  });

  await test.step("version 1 is restored under Ben's hands, who goes on writing", async () => {
    await words(ben.page).filter({ hasText: "Maya stands" }).first().click();
    await ben.page.keyboard.press("End");
    await ada.page.goto(`${address}/versions/1`);
    await ada.page.getByRole("button", { name: "Restore as draft" }).click();
    await ada.page.getByRole("button", { name: "Restore v1 as draft" }).click();
    await ada.page.waitForURL(new RegExp(`${address}$`));
    await expect(story(ben.page)).not.toContainText("And then the child.");
    await ben.page.keyboard.type(" Today is Saturday.");
    await expect(story(ada.page)).toContainText("Today is Saturday.");
    await expect(story(ada.page)).not.toContainText("And then the child.");
    await expect(story(ben.page).locator("[data-thread]").first()).toContainText("The kettle");
    await expect(saved(ben.page)).toBeVisible();
  });

  await test.step("what is in the database is what is on the screens, each word once", async () => {
    const stored = async () => {
      const { content } = await ada.api.scenarios.draft.query({ workspaceId, documentId });
      return bodyText(content.story as Body);
    };
    await expect.poll(stored, { timeout: 15_000 }).toContain("Today is Saturday.");
    const text = await stored();
    for (const once of ["Maya stands", "The kettle", "Today is Saturday", "It wakes the dog", "She is in no hurry"]) {
      expect(text.split(once), once).toHaveLength(2);
    }
    await ada.page.reload();
    const lines = text.split("\n");
    for (const { page } of [ada, ben, rita]) for (const line of lines) await expect(story(page)).toContainText(line);
  });
});
