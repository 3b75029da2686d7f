// Somebody writes a scenario with nothing but keys: blocks from the slash list, a table, tasks, a link, a picture with
// its words, finding and replacing, the toolbar; then the same editor on a phone. Every menu is looked at while open.
import type { Locator, Page } from "@playwright/test";
import { expect, type Person, test } from "../fixtures";
import { expectAccessible, expectFitsPhone } from "../ground/look";

async function furnish({ api }: Person): Promise<string> {
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Harbour Coffee" });
  const { documentId } = await api.scenarios.create.mutate({ workspaceId, title: "The hinge that didn't fit" });
  return `/w/${slug}/scenarios/${documentId}`;
}

/** The text, ready to be written in. */
async function openText(page: Page, address: string): Promise<Locator> {
  await page.goto(address);
  const text = page.getByRole("textbox", { name: "Story" });
  await expect(text).toHaveAttribute("contenteditable", "true");
  await text.focus();
  return text;
}

/** What the clipboard holds after a picture was copied, given to the text as a paste. */
async function pastePicture(text: Locator, name: string): Promise<void> {
  await text.evaluate(async (element, fileName) => {
    const canvas = document.createElement("canvas");
    canvas.width = 320;
    canvas.height = 200;
    canvas.getContext("2d")?.fillRect(40, 40, 120, 80);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob ?? ""], fileName, { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, name);
}

test("a scenario is written by keys alone", async ({ newPerson, problems }) => {
  // Every menu is looked at in light and in dark.
  test.slow();
  const ana = await newPerson("Ana");
  const { page } = ana;
  const { keyboard } = page;
  const text = await openText(page, await furnish(ana));
  await keyboard.press("ControlOrMeta+A");
  await keyboard.press("Delete");

  await test.step("the slash list puts in a heading, and Escape leaves what was typed", async () => {
    await keyboard.type("/");
    const list = page.getByRole("listbox", { name: "Put in" });
    await expect(list).toBeVisible();
    await expect(text).toHaveAttribute("aria-activedescendant", /.+/);
    await expectAccessible(page);
    await keyboard.type("heading2");
    await expect(list.getByRole("option")).toHaveText([/Heading 2/]);
    await keyboard.press("Enter");
    await keyboard.type("In the aisle");
    await keyboard.press("Enter");
    await expect(text.getByRole("heading", { name: "In the aisle" })).toBeVisible();
    await keyboard.type("/or");
    await expect(list).toBeVisible();
    await keyboard.press("Escape");
    await expect(list).toBeHidden();
    await keyboard.type(" not.");
    await expect(text).toContainText("/or not.");
    await keyboard.press("Enter");
  });

  await test.step("signs become lists and tasks", async () => {
    await keyboard.type("- a list");
    await keyboard.press("Enter");
    await keyboard.type("deeper");
    await keyboard.press("Tab");
    await expect(text.locator("ul ul > li")).toHaveText("deeper");
    for (let press = 0; press < 3; press += 1) await keyboard.press("Enter");
    await keyboard.type("[ ] measure the door");
    await expect(text.getByRole("checkbox", { name: "measure the door" })).toBeVisible();
    await keyboard.press("Enter");
    await keyboard.press("Enter");
  });

  await test.step("a table grows by Tab and is changed from the toolbar, with Alt+F10", async () => {
    await keyboard.type("/table");
    await expect(page.getByRole("option", { name: "Table" })).toBeVisible();
    await keyboard.press("Enter");
    for (const cell of ["Store", "Hinge", "Fits"]) {
      await keyboard.type(cell);
      await keyboard.press("Tab");
    }
    await expect(text.getByRole("row")).toHaveCount(3);
    for (let press = 0; press < 6; press += 1) await keyboard.press("Tab");
    await expect(text.getByRole("row")).toHaveCount(4);

    await keyboard.press("Alt+F10");
    await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeFocused();
    await keyboard.press("End");
    await expect(page.getByRole("button", { name: "More tools" })).toBeFocused();
    await keyboard.press("Home");
    const table = page.getByRole("button", { name: "Table", exact: true });
    for (let press = 0; press < 25; press += 1) {
      if (await table.evaluate((element) => element === document.activeElement)) break;
      await keyboard.press("ArrowRight");
    }
    await expect(table).toBeFocused();
    await keyboard.press("ArrowDown");
    await expect(page.getByRole("menu", { name: "Table" })).toBeVisible();
    await expectAccessible(page);
    await keyboard.press("Escape");
    await expect(table).toBeFocused();
    await keyboard.press("Enter");
    const act = page.getByRole("menuitem", { name: "Delete row" });
    for (let press = 0; press < 15; press += 1) {
      if (await act.evaluate((element) => element === document.activeElement)) break;
      await keyboard.press("ArrowDown");
    }
    await keyboard.press("Enter");
    await expect(text.getByRole("row")).toHaveCount(3);
    await expect(text).toBeFocused();
    await keyboard.press("Alt+F10");
    await keyboard.press("Escape");
    await expect(text).toBeFocused();
  });

  await test.step("a link leads nowhere that it shouldn't", async () => {
    await keyboard.press("ControlOrMeta+Home");
    await keyboard.press("End");
    await keyboard.press("Enter");
    await keyboard.type("as the leaflet");
    for (let press = 0; press < "leaflet".length; press += 1) await keyboard.press("Shift+ArrowLeft");
    await expect(page.getByRole("toolbar", { name: "Tools for the chosen words" })).toBeVisible();
    await keyboard.press("ControlOrMeta+K");
    const address = page.getByRole("textbox", { name: "Where does it lead?" });
    await expect(address).toBeFocused();
    await keyboard.type("javascript:alert(1)");
    await keyboard.press("Enter");
    await expect(page.getByText("and to nothing else")).toBeVisible();
    await expectAccessible(page);
    await address.fill("example.org/leaflet");
    await keyboard.press("Enter");
    await expect(text.getByRole("link", { name: "leaflet" })).toHaveAttribute("href", "https://example.org/leaflet");
    await expect(text).toBeFocused();
    await keyboard.press("End");
  });

  await test.step("a pasted picture is asked for its words, and made smaller by arrows", async () => {
    await keyboard.press("Enter");
    await pastePicture(text, "shelf.png");
    const words = page.getByRole("textbox", { name: /What does one see/ });
    await expect(words).toBeFocused();
    await keyboard.type("A shelf of hinges");
    await expect(text.getByRole("img", { name: "A shelf of hinges" })).toBeVisible();
    await expectAccessible(page);
    const width = page.getByRole("slider", { name: "Width of the picture" });
    await width.focus();
    await keyboard.press("ArrowLeft");
    await keyboard.press("ArrowLeft");
    await expect(width).toHaveAttribute("aria-valuenow", "90");
    await keyboard.press("Escape");
    await expect(text).toBeFocused();
    await keyboard.press("ArrowDown");
  });

  await test.step("a picture that can't be kept stays beside the text, to be tried again", async () => {
    problems.forgive(/net::ERR_FAILED/);
    await page.route(/documents\.uploadPicture/, (route) => route.abort());
    await pastePicture(text, "door.png");
    await expect(page.getByText(/Not uploaded/)).toBeVisible();
    await expect(text.locator("img[data-picture]")).toHaveCount(1);
    await page.unroute(/documents\.uploadPicture/);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(text.locator("img[data-picture]")).toHaveCount(2);
  });

  await test.step("words are found and replaced", async () => {
    await text.focus();
    await keyboard.press("ControlOrMeta+F");
    const find = page.getByRole("textbox", { name: "Find", exact: true });
    await expect(find).toBeFocused();
    await find.fill("HINGE");
    await expect(page.getByRole("search").getByRole("status")).toHaveText("1 of 1");
    await expectAccessible(page);
    await page.getByRole("textbox", { name: "Replace with" }).fill("Screw");
    await page.getByRole("button", { name: "Replace all" }).press("Enter");
    await expect(text.getByRole("columnheader", { name: "Screw" })).toBeVisible();
    await keyboard.press("Escape");
    await expect(text).toBeFocused();
    await keyboard.press("ControlOrMeta+Z");
    await expect(text.getByRole("columnheader", { name: "Hinge" })).toBeVisible();
  });

  await test.step("a block is moved by keys", async () => {
    await text.getByRole("heading", { name: "In the aisle" }).click();
    // The browser tells of a caret that it has moved itself a moment later.
    await expect(page.getByRole("button", { name: "Style of the block: Heading 2" })).toBeVisible();
    await keyboard.press("Alt+Shift+ArrowDown");
    await expect(text.locator(":scope > *").nth(1)).toHaveText("In the aisle");
    await keyboard.press("Alt+Shift+ArrowUp");
    await expect(text.locator(":scope > *").first()).toHaveText("In the aisle");
  });

  await test.step("the other menus can be read by everybody", async () => {
    for (const name of ["Put in", "More tools", /^Style of the block/]) {
      const tool = page.getByRole("toolbar", { name: "Writing tools" }).getByRole("button", { name });
      await tool.press("Enter");
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(page);
      await keyboard.press("Escape");
      await expect(page.getByRole("menu")).toBeHidden();
    }
    await page.getByRole("button", { name: "Emoji" }).press("Enter");
    await page.getByRole("searchbox", { name: "Find an emoji" }).fill("idea");
    await expectAccessible(page);
    await keyboard.press("Enter");
    await expect(text).toContainText("💡");
    // The popover gives the focus back a moment after it has closed.
    await expect(text).toBeFocused();
    await page.getByRole("button", { name: "Contents and length" }).press("Enter");
    await expect(page.getByRole("navigation", { name: "Contents" })).toContainText("In the aisle");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Close contents" }).press("Enter");
    await text.focus();
    await keyboard.press("ControlOrMeta+/");
    await expect(page.getByRole("dialog", { name: "Keys and signs" })).toBeVisible();
    await expectAccessible(page);
    await keyboard.press("Escape");
  });

  await test.step("all of it is there after a reload", async () => {
    await expect(page.locator("[data-state=saved]").first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Story" })).toContainText("measure the door");
    await expect(page.getByRole("textbox", { name: "Story" }).locator("img[data-picture]")).toHaveCount(2);
  });
});

test("on a phone the tools lie over the keyboard's place and nothing is wider than the page", async ({ newPerson }) => {
  const ana = await newPerson("Ana");
  const { page } = ana;
  await page.setViewportSize({ width: 360, height: 740 });
  const text = await openText(page, await furnish(ana));
  const tools = page.getByRole("toolbar", { name: "Writing tools" });
  await expect(tools).toBeVisible();
  await expectFitsPhone(page);
  await expectAccessible(page);
  await text.getByRole("paragraph").last().click();
  await page.keyboard.type("/");
  await page.getByRole("option", { name: /Numbered list/ }).click();
  await page.keyboard.type("on the bus");
  await expect(text.locator("ol > li")).toHaveText("on the bus");
  await page.getByRole("button", { name: "More tools" }).click();
  await expect(page.getByRole("menuitem", { name: "Strike through" })).toBeVisible();
  await expectFitsPhone(page);
});
