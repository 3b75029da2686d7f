// Two people in one text: what each writes is with the other at once and on disk before it counts as saved; the network,
// a role and a browser come and go, and no word does.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { signIn } from "../ground/accounts";
import { expectAccessible, expectFitsPhone } from "../ground/look";
import { linkIn, mailFor } from "../ground/mailbox";

const text = (page: Page) => page.getByRole("textbox", { name: "Story" });
const state = (page: Page, name: string) => page.locator(`header [data-state=${name}]`);

/** Its words without the names of those who write in it. */
async function words(page: Page): Promise<string> {
  return text(page).evaluate((editor) => {
    const copy = editor.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".live-caret")) caret.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  });
}

async function expectSame(one: Page, other: Page): Promise<void> {
  await expect.poll(async () => (await words(one)) === (await words(other))).toBe(true);
}

/** Resolves when the browser has on its disk what it was given before: a tab that is killed takes the last letters along. */
async function keptOnDevice(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name ?? ""));
      if (database.objectStoreNames.contains("updates")) {
        await result(database.transaction("updates").objectStore("updates").count());
      }
      database.close();
    }
  });
}

/** Types at the very end of the text. */
async function write(page: Page, words: string): Promise<void> {
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(words);
}

test("two people write one text, apart and together", async ({ newPerson, problems }) => {
  test.setTimeout(300_000);
  problems.forgive(/net::ERR_INTERNET_DISCONNECTED|WebSocket connection to/);
  const ada = await newPerson("Ada");
  const ben = await newPerson("Ben");
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Harbour Coffee" });
  await ada.api.invitations.send.mutate({ workspaceId, email: ben.email, role: "editor" });
  await ben.page.goto(linkIn(await mailFor(ben.email, /invites you to Harbour Coffee/)));
  await ben.page.getByRole("button", { name: /^Join/ }).click();
  await ben.page.waitForURL(new RegExp(`/w/${slug}`));
  const { documentId } = await ada.api.scenarios.create.mutate({ workspaceId, title: "Saturday" });
  const address = `/w/${slug}/scenarios/${documentId}`;
  let bens = ben.page;
  const userId =
    (await ada.api.members.list.query({ workspaceId })).find(({ email }) => email === ben.email)?.userId ?? "";
  const giveRole = (role: "editor" | "reviewer") => ada.api.members.changeRole.mutate({ workspaceId, userId, role });
  const stored = async () => JSON.stringify((await ada.api.scenarios.draft.query({ workspaceId, documentId })).content);

  await test.step("both write at once and see each other's words and names", async () => {
    await ada.page.goto(address);
    await bens.goto(address);
    await write(ada.page, "The shop opens.");
    await expect(text(bens)).toContainText("The shop opens.");
    await expect(text(bens).locator(".live-caret")).toContainText("Ada");
    await Promise.all([write(ada.page, " Ada goes on."), write(bens, " Ben goes on.")]);
    await expectSame(ada.page, bens);
    await expect(text(ada.page).locator(".live-caret")).toContainText("Ben");
    await expect(state(ada.page, "saved")).toBeVisible();
    await expect(state(bens, "saved")).toBeVisible();
  });

  await test.step("each takes back what is theirs, and only that", async () => {
    const before = await words(ada.page);
    await write(bens, " A slip.");
    await expect(text(ada.page)).toContainText("A slip.");
    await bens.keyboard.press("ControlOrMeta+z");
    await expect(text(ada.page)).not.toContainText("slip");
    // Both wrote at one place at once: letters of the other may stand between hers, which are all there.
    expect(await words(ada.page)).toMatch(/A.*d.*a.* .*g.*o.*e.*s.* .*o.*n.*\./);
    expect(await words(ada.page)).toContain(before.slice(0, 15));
  });

  await test.step("others' carets can be hidden, which this browser remembers", async () => {
    await ada.page.getByRole("button", { name: "Hide where the others write" }).click();
    await expect(text(ada.page).locator(".live-caret")).toBeHidden();
    await ada.page.reload();
    await expect(ada.page.getByRole("button", { name: "Show where the others write" })).toBeVisible();
    await ada.page.getByRole("button", { name: "Show where the others write" }).click();
  });

  await test.step("one follows the other until one acts oneself", async () => {
    const follow = ada.page.getByRole("button", { name: "Follow Ben" });
    await follow.click();
    await expect(follow).toHaveAttribute("aria-pressed", "true");
    await ada.page.keyboard.press("Escape");
    await expect(follow).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("who is cut off goes on writing; on return both have everything once", async () => {
    await ben.context.setOffline(true);
    await write(bens, " Written in a tunnel.");
    await expect(state(bens, "offline")).toContainText("Offline, kept on this device");
    await write(ada.page, " Written at the desk.");
    await expect(state(ada.page, "saved")).toBeVisible();
    await expect(text(ada.page)).not.toContainText("tunnel");
    await ben.context.setOffline(false);
    await expect(text(ada.page)).toContainText("Written in a tunnel.");
    await expectSame(ada.page, bens);
    expect((await words(ada.page)).match(/Written in a tunnel/g)).toHaveLength(1);
    await expect(state(bens, "saved")).toBeVisible();
    await expect.poll(stored).toContain("Written in a tunnel.");
  });

  await test.step("words that could not be sent outlive the tab", async () => {
    await ben.context.setOffline(true);
    await write(bens, " Kept on the device.");
    await expect(state(bens, "offline")).toBeVisible();
    await keptOnDevice(bens);
    await bens.close();
    await ben.context.setOffline(false);
    const again = await ben.context.newPage();
    await again.goto(address);
    await expect(text(again)).toContainText("Kept on the device.");
    await expect(text(ada.page)).toContainText("Kept on the device.");
    await expect(state(again, "saved")).toBeVisible();
    bens = again;
  });

  await test.step("a role lowered while one writes makes the text one to read; given back, it heals", async () => {
    await giveRole("reviewer");
    await expect(text(bens)).toHaveAttribute("contenteditable", "false", { timeout: 4_000 });
    await write(ada.page, " Ben reads this.");
    await expect(text(bens)).toContainText("Ben reads this.");
    await giveRole("editor");
    await expect(text(bens)).toHaveAttribute("contenteditable", "true", { timeout: 4_000 });
    await write(bens, " Ben writes again.");
    await expect(text(ada.page)).toContainText("Ben writes again.");
  });

  await test.step("words of who lost the right while cut off are offered, and taken once it is back", async () => {
    await ben.context.setOffline(true);
    await write(bens, " Too late.");
    await giveRole("reviewer");
    await ben.context.setOffline(false);
    await expect(bens.getByText("Your last words were not taken")).toBeVisible();
    await expect(bens.getByRole("button", { name: "Copy what I wrote" })).toBeVisible();
    await expect(state(bens, "unsaved")).toBeVisible();
    await expect(text(ada.page)).not.toContainText("Too late.");
    await giveRole("editor");
    await expect(text(ada.page)).toContainText("Too late.");
    await expect(bens.getByText("Your last words were not taken")).toBeHidden();
  });

  await test.step("a page with a live text can be used by everybody and on a phone", async () => {
    await expectAccessible(bens);
    await expectFitsPhone(bens);
    await bens.setViewportSize({ width: 360, height: 740 });
    await text(bens).scrollIntoViewIfNeeded();
    await bens.mouse.wheel(0, 400);
    await expect(bens.locator(".live-phone-state > span")).toBeInViewport();
  });

  await test.step("after signing out nothing of the text is left in the browser", async () => {
    const kept = () =>
      bens.evaluate(
        async () => (await indexedDB.databases()).filter(({ name }) => name?.startsWith("dramatis.body.")).length,
      );
    expect(await kept()).toBe(1);
    await bens.setViewportSize({ width: 1280, height: 860 });
    await bens.getByRole("button", { name: /your account/ }).click();
    await bens.getByRole("menuitem", { name: "Sign out" }).click();
    await bens.waitForURL(/sign-in/);
    await expect.poll(kept).toBe(0);
    await signIn(ben.context, ada);
    await bens.goto(address);
    await expect(text(bens)).toContainText("Ben writes again.");
  });
});

test("what can't be saved is never called saved, and never lost without a word", async ({
  newPerson,
  newBrowser,
  problems,
}) => {
  test.setTimeout(240_000);
  problems.forgive(/net::ERR_INTERNET_DISCONNECTED|WebSocket connection to/);
  const ada = await newPerson("Ada");
  const { page } = ada;
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Harbour Coffee" });
  const { documentId } = await ada.api.scenarios.create.mutate({ workspaceId, title: "Saturday" });
  const address = `/w/${slug}/scenarios/${documentId}`;
  await page.goto(address);
  await write(page, "What is saved.");
  await expect(state(page, "saved")).toBeVisible();

  await test.step("something too large is refused once, with a way to copy and a way back", async () => {
    await write(page, " Before it.");
    await text(page).evaluate((editor) => {
      // The browser would take its time to lay out a line of two million letters, which is not what this is about.
      const unseen = new CSSStyleSheet();
      unseen.replaceSync(".live-body p { max-height: 3rem; content-visibility: hidden }");
      document.adoptedStyleSheets.push(unseen);
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "too much ".repeat(200_000));
      editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText("This is too large to be saved")).toBeVisible({ timeout: 60_000 });
    await expect(state(page, "unsaved")).toBeVisible();
    await expect(page.getByRole("button", { name: "Copy what I wrote" })).toBeVisible();
    await page.getByRole("button", { name: "Go back to what is saved" }).click();
    await page.evaluate(() => document.adoptedStyleSheets.pop());
    await expect(text(page)).toContainText("What is saved. Before it.");
    await expect(text(page)).not.toContainText("too much");
    await write(page, " After it.");
    await expect(state(page, "saved")).toBeVisible();
    await page.reload();
    await expect(text(page)).toContainText("After it.");
    await expect(text(page)).not.toContainText("too much");
  });

  await test.step("a browser that keeps nothing on the device goes on without, and says so", async () => {
    const blocked = await newBrowser(await ada.context.cookies());
    await blocked.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("blocked", "SecurityError");
      };
    });
    const other = await blocked.newPage();
    await other.goto(address);
    await write(other, " Without a copy.");
    await expect(text(page)).toContainText("Without a copy.");
    await expect(state(other, "saved")).toContainText("This browser keeps nothing on the device.");
    await blocked.setOffline(true);
    await write(other, " Unkept.");
    await expect(state(other, "unsaved")).toContainText("Leave this page open.");
    await blocked.setOffline(false);
    await expect(text(page)).toContainText("Unkept.");
    await other.close();
  });

  await test.step("a page that is older than the product keeps its words and asks to be reloaded", async () => {
    await page.addInitScript(() => {
      if (sessionStorage.getItem("old") !== "yes") return;
      const Newer = window.WebSocket;
      window.WebSocket = class extends Newer {
        constructor(url: string | URL, protocols?: string | string[]) {
          super(String(url).replace(/schema=\d+/, "schema=0"), protocols);
        }
      };
    });
    await page.evaluate(() => sessionStorage.setItem("old", "yes"));
    await page.reload();
    await expect(page.getByText("The product has been renewed")).toBeVisible();
    await expect(page.getByText("What is saved.")).toBeVisible();
    await expect(text(page)).toHaveCount(0);
    await page.evaluate(() => sessionStorage.removeItem("old"));
    await page.getByRole("button", { name: "Reload the page" }).click();
    await expect(text(page)).toContainText("What is saved.");
  });

  await test.step("who is signed out elsewhere keeps what they wrote until they have signed in again", async () => {
    const copy = await newBrowser(await ada.context.cookies());
    await ada.context.setOffline(true);
    await write(page, " Written signed out.");
    await copy.request.post("/sign-out", { headers: { origin: new URL(page.url()).origin }, maxRedirects: 0 });
    await ada.context.setOffline(false);
    await expect(page.getByText("You are signed out", { exact: true })).toBeVisible();
    await expect(state(page, "unsaved")).toContainText("kept on this device");
    await signIn(ada.context, ada);
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(state(page, "saved")).toBeVisible();
    await page.reload();
    await expect(text(page)).toContainText("Written signed out.");
  });
});
