// What people say about words of a text while others go on writing in it: by people without the right to write, kept when
// the words are parted, cut and removed, with other words proposed and taken over.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { join } from "../ground/accounts";
import { expectAccessible, expectFitsPhone } from "../ground/look";

const text = (page: Page) => page.getByRole("textbox", { name: "Story" });
const marked = (page: Page) => text(page).locator(".thread-words");
/** All of them in one: where somebody else selects, their elements are parted. */
const expectMarked = (page: Page, words: string) =>
  expect.poll(async () => (await marked(page).allTextContents()).join("")).toBe(words);
const thread = (page: Page) => page.getByRole("dialog");

/** Drags over words; with `at` presses after so many of their letters instead. */
async function select(page: Page, words: string, at?: number): Promise<void> {
  const place = await page.evaluate(
    ({ words, at }) => {
      const within = document.querySelector(".live-body") ?? document.querySelector(".prose-body");
      const walker = within && document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
      const letters: { node: Text; offset: number }[] = [];
      let flat = "";
      for (let node = walker?.nextNode() as Text | null; node; node = walker?.nextNode() as Text | null) {
        flat += node.data;
        for (let offset = 0; offset < node.length; offset += 1) letters.push({ node, offset });
      }
      const start = flat.indexOf(words);
      if (start < 0) return null;
      letters[start]?.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const boxOf = (index: number) => {
        const letter = letters[index];
        const range = document.createRange();
        if (letter) range.setStart(letter.node, letter.offset);
        if (letter) range.setEnd(letter.node, letter.offset + 1);
        return range.getBoundingClientRect();
      };
      const first = boxOf(start + (at ?? 0));
      const last = boxOf(start + words.length - 1);
      return {
        from: { x: first.left + 0.5, y: first.top + first.height / 2 },
        to: { x: last.right - 0.5, y: last.top + last.height / 2 },
      };
    },
    { words, at },
  );
  expect(place, `“${words}” stands on the page`).not.toBeNull();
  if (!place) return;
  await page.mouse.move(place.from.x, place.from.y);
  await page.mouse.down();
  if (at === undefined) await page.mouse.move(place.to.x, place.to.y, { steps: 5 });
  await page.mouse.up();
  if (at === undefined) await expect.poll(() => page.evaluate(() => String(document.getSelection()))).toBe(words);
}

/** Comments on what is selected, by keyboard. */
async function comment(page: Page, body: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await page.getByRole("textbox", { name: "New thread" }).fill(body);
  await page.getByRole("button", { name: "Comment", exact: true }).last().click();
  await expect(thread(page).getByText(body)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(thread(page)).toBeHidden();
}

test("words are commented on, rewritten by proposal, and not forgotten when they go", async ({ newPerson }) => {
  test.setTimeout(240_000);
  const ada = await newPerson("Ada");
  const rita = await newPerson("Rita");
  const vic = await newPerson("Vic");
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Harbour Coffee" });
  await join(ada, rita, workspaceId, "reviewer");
  await join(ada, vic, workspaceId, "viewer");
  const { documentId } = await ada.api.scenarios.create.mutate({ workspaceId, title: "Late delivery" });
  const address = `/w/${slug}/scenarios/${documentId}`;
  const hers = ada.page;
  const ritas = rita.page;

  await test.step("Ada writes while Rita, who may not, reads along", async () => {
    await hers.goto(address);
    await text(hers).click();
    await hers.keyboard.press("ControlOrMeta+End");
    await hers.keyboard.type("On Friday the parcel is late again. She calls the shop, and nobody answers.");
    await hers.keyboard.press("Enter");
    await hers.keyboard.type("Her neighbour has it all the time.");
    await ritas.goto(address);
    await expect(text(ritas)).toContainText("has it all the time.");
    await expect(text(ritas)).toHaveAttribute("contenteditable", "false");
  });

  await test.step("Rita comments on words; both see them tinted, and Ada opens the thread from them", async () => {
    await select(ritas, "the parcel is late");
    await comment(ritas, "How late is late?");
    await expectMarked(ritas, "the parcel is late");
    await expectMarked(hers, "the parcel is late");
    await marked(hers).click();
    await expect(thread(hers).getByText("How late is late?")).toBeVisible();
    await expectAccessible(hers);
    await hers.keyboard.press("Escape");
    await expect(thread(hers)).toBeHidden();
  });

  await test.step("Ada parts the words and cuts some: the thread stays on what is left", async () => {
    // The thread opens beside, and one writes on all the same.
    await select(hers, "parcel is late again", 10);
    await expect(thread(hers)).toBeVisible();
    await hers.keyboard.press("Enter");
    await expectMarked(hers, "the parcel is late");
    await expectMarked(ritas, "the parcel is late");
    await hers.keyboard.press("Backspace");
    await expectMarked(hers, "the parcel is late");
    await hers.keyboard.press("Escape");
    await expect(thread(hers)).toBeHidden();
    await select(hers, "the parcel ");
    await hers.keyboard.press("Delete");
    await expectMarked(ritas, "is late");
    await hers.keyboard.press("ControlOrMeta+z");
    await expectMarked(ritas, "the parcel is late");
  });

  await test.step("Rita proposes other words, and Ada takes them into the text", async () => {
    await select(ritas, "She calls the shop, and nobody answers");
    await ritas.getByRole("toolbar", { name: "Tools for the chosen words" }).getByRole("button").last().click();
    await ritas.getByRole("button", { name: "Propose other words" }).click();
    await ritas.getByLabel("In their place").fill("She calls the shop twice, and a tape answers");
    await ritas.getByRole("button", { name: "Propose", exact: true }).click();
    await expect(thread(ritas).getByRole("button", { name: "Take back" })).toBeVisible();
    await expect(thread(ritas).getByRole("button", { name: "Accept" })).toHaveCount(0);
    await ritas.keyboard.press("Escape");
    await expect.poll(async () => (await marked(hers).allTextContents()).join("")).toContain("nobody answers");
    await marked(hers).last().click();
    await expect(thread(hers).locator("ins")).toHaveText(/twice, and a tape/);
    await expectAccessible(hers);
    await thread(hers).getByRole("button", { name: "Accept" }).click();
    await expect(thread(hers).getByText("Accepted into the text by Ada.")).toBeVisible();
    await expect(text(ritas)).toContainText("She calls the shop twice, and a tape answers.");
    await expectMarked(hers, "the parcel is late");
    await hers.keyboard.press("Escape");
    await ritas.goto(`/w/${slug}/notifications`);
    await expect(ritas.getByText(/accepted your proposal for Story of Late delivery/)).toBeVisible();
  });

  await test.step("Ada removes the words: the thread keeps its quote; undo brings both together again", async () => {
    await select(hers, "the parcel is late");
    await hers.keyboard.press("Delete");
    await expect(marked(hers)).toHaveCount(0);
    await hers.getByRole("tab", { name: /^Threads/ }).click();
    const row = hers.getByRole("region", { name: "Threads" }).getByRole("listitem");
    await expect(row).toContainText("The words were removed", { timeout: 15_000 });
    await expect(row).toContainText("the parcel is late");
    await text(hers).focus();
    await hers.keyboard.press("ControlOrMeta+z");
    await expectMarked(hers, "the parcel is late");
    await expect(row).not.toContainText("The words were removed", { timeout: 15_000 });
    await row.getByRole("button").click();
    await expect(thread(hers).getByText("How late is late?")).toBeVisible();
    await hers.keyboard.press("Escape");
  });

  await test.step("its link opens it beside its words, on a phone as a sheet", async () => {
    const [first] = await rita.api.threads.inText.query({ workspaceId, documentId });
    await ritas.setViewportSize({ width: 360, height: 740 });
    await ritas.goto(`${address}?thread=${first?.threadId}`);
    await expect(thread(ritas).getByText("How late is late?")).toBeVisible();
    await expectFitsPhone(ritas);
    await expectAccessible(ritas);
    await ritas.keyboard.press("Escape");
    await expect(marked(ritas)).toBeVisible();
  });

  await test.step("Vic, who reads what is published, comments on its words; Ada finds them in the draft", async () => {
    await expect(hers.locator("[data-state=saved]").first()).toBeVisible();
    const { revision } = await ada.api.scenarios.draft.query({ workspaceId, documentId });
    await ada.api.scenarios.publish.mutate({ workspaceId, documentId, revision, note: "First", reasons: [] });
    await vic.page.goto(address);
    await expect(vic.page.getByText("Her neighbour has it")).toBeVisible();
    await select(vic.page, "Her neighbour");
    await vic.page.getByRole("button", { name: "Comment", exact: true }).first().click();
    await vic.page.getByRole("textbox", { name: "New thread" }).fill("Which one?");
    await vic.page.getByRole("button", { name: "Comment", exact: true }).last().click();
    await expect(thread(vic.page).getByText("Began on v1")).toBeVisible();
    await expectMarked(hers, "the parcel is lateHer neighbour");
  });
});
