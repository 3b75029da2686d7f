// Somebody says who belongs without touching the mouse: conditions, a box, an exclusion and a window of time, counted as
// they are written; muted, moved, undone and still there after a reload; then read by somebody who may not write.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { importCustomers } from "../ground/customer-data";
import { expectAccessible, expectFitsPhone } from "../ground/look";

const CITIES = ["Lyon", "Graz", "Porto", "Hull"];
const ROWS = Array.from({ length: 240 }, (_, n) => ({
  id: `C${1000 + n}`,
  home: n % 3 !== 0,
  city: CITIES[n % 4] ?? "",
  spent: (n * 7) % 200,
  // Every second one joined in October 2026, the others a year before.
  joined: `${n % 2 === 0 ? 2026 : 2025}-10-${String((n % 28) + 1).padStart(2, "0")}`,
}));
const CSV = [
  "Customer ID,Owns home,City,Spent,Joined",
  ...ROWS.map(({ id, home, city, spent, joined }) => [id, home ? "yes" : "no", city, spent, joined].join()),
].join("\n");

const counted = (fits: (row: (typeof ROWS)[number]) => boolean) => ROWS.filter(fits).length;

function total(page: Page) {
  return page.getByText("Customers who match", { exact: true }).locator("xpath=following-sibling::p[1]");
}

/** The row of a condition, by how its sentence begins. */
function row(page: Page, sentence: string) {
  return page.getByRole("group", { name: new RegExp(`^${sentence}`) });
}

test("a rule is written by keyboard alone, counted as it grows, muted, moved, undone and kept", async ({
  newPerson,
}) => {
  test.setTimeout(180_000);
  const ada = await newPerson("Ada");
  const { page, api } = ada;
  const { keyboard } = page;
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Rules" });
  const { documentId } = await api.segments.create.mutate({ workspaceId, title: "Rebuilders" });
  const address = `/w/${slug}/segments/${documentId}`;

  await test.step("without data there is the prose, and the way to them", async () => {
    await page.goto(address);
    await expect(page.getByRole("link", { name: "Import customers" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Who belongs" })).toBeVisible();
  });

  await importCustomers(ada, workspaceId, { csv: CSV, name: "Loyalty cards", asOf: "2026-11-01" });
  await page.reload();

  /** Presses a button by its key and writes into what opens. */
  async function press(name: string, text?: string): Promise<void> {
    await page.getByRole("button", { name, exact: true }).focus();
    await keyboard.press("Enter");
    if (text === undefined) return;
    await expect(page.getByRole("combobox", { name: "Find a trait" })).toBeFocused();
    await keyboard.type(text);
    await keyboard.press("Enter");
  }

  await test.step("the data are chosen and the first condition is counted", async () => {
    const data = page.getByRole("combobox", { name: "Customer data" });
    await data.focus();
    await keyboard.type("Loyalty");
    await expect(data).toHaveValue(/.{36}/);
    await press("Add condition", "owns");
    await expect(page.getByRole("combobox", { name: "Comparison of Owns home" })).toBeFocused();
    await expect(total(page)).toHaveText(String(counted(({ home }) => home)));
    await expect(row(page, "Owns home")).toContainText(String(counted(({ home }) => home)));
  });

  const inWindow = (joined: string) => joined >= "2026-10-02" && joined <= "2026-11-01";
  await test.step("a window of time", async () => {
    await press("Add condition", "joined");
    await expect(page.getByRole("button", { name: /^Window of Joined/ })).toBeFocused();
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Window of Joined" });
    await expect(dialog.getByRole("combobox", { name: "Window of time" })).toBeFocused();
    await dialog.getByRole("textbox", { name: "How many" }).focus();
    await keyboard.press("ControlOrMeta+a");
    await keyboard.type("30");
    await dialog.getByRole("combobox", { name: "Unit" }).focus();
    await keyboard.type("days");
    await keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Window of Joined: the last 30 days" })).toBeFocused();
    await expect(total(page)).toHaveText(String(counted(({ home, joined }) => home && inWindow(joined))));
  });

  await test.step("a box with two conditions, of which one is enough", async () => {
    await press("Add group");
    await expect(page.getByRole("combobox", { name: "The group holds" })).toBeFocused();
    await press("Condition", "city");
    await keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Find or write values of City" })).toBeFocused();
    await keyboard.type("lyo");
    await keyboard.press("Enter");
    await keyboard.press("Escape");
    await press("Condition", "spent");
    await expect(page.getByRole("textbox", { name: "Spent", exact: true })).toBeFocused();
    await keyboard.type("100");
  });
  const base = ({ home, joined, city, spent }: (typeof ROWS)[number]) =>
    home && inWindow(joined) && (city === "Lyon" || spent >= 100);
  await expect(total(page)).toHaveText(String(counted(base)));

  await test.step("an exclusion", async () => {
    await press("Leave out", "spent");
    await keyboard.type("150");
    await expect(total(page)).toHaveText(String(counted((one) => base(one) && one.spent < 150)));
    await expect(page.getByText("but not", { exact: true })).toBeVisible();
  });
  const whole = String(counted((one) => base(one) && one.spent < 150));

  await test.step("a muted condition counts for nothing, and undo hears it again", async () => {
    const grip = page.getByRole("button", { name: /^Move or change: Owns home/ });
    await grip.focus();
    await keyboard.press("Enter");
    await page.getByRole("menuitem", { name: /^Mute/ }).focus();
    await keyboard.press("Enter");
    const heard = counted((one) => base({ ...one, home: true }) && one.spent < 150);
    await expect(total(page)).toHaveText(String(heard));
    await expect(row(page, "Owns home is yes \\(muted\\)")).toBeVisible();
    await expect(page.getByRole("menu")).toHaveCount(0);
    await keyboard.press("ControlOrMeta+z");
    await expect(total(page)).toHaveText(whole);
  });

  await test.step("a row goes into the box and out again by its keys, and keeps the focus", async () => {
    const grip = page.getByRole("button", { name: /^Move or change: Joined/ });
    await grip.focus();
    await keyboard.press("Alt+ArrowUp");
    await expect(row(page, "Joined in the last 30 days, 1 of 3 in who belongs")).toBeVisible();
    await keyboard.press("Alt+ArrowDown");
    await keyboard.press("Alt+Shift+ArrowRight");
    await expect(row(page, "Joined in the last 30 days, 1 of 3 in any of")).toBeVisible();
    await expect(grip).toBeFocused();
    await keyboard.press("Alt+Shift+ArrowLeft");
    await expect(total(page)).toHaveText(whole);
  });

  await expect(page.locator("[data-state=saved]")).toBeVisible();
  await page.reload();
  await expect(total(page)).toHaveText(whole);
  await expectAccessible(page);
  await expectFitsPhone(page);

  await test.step("who may not write reads it as sentences", async () => {
    const { revision } = await api.segments.draft.query({ workspaceId, documentId });
    await api.segments.publish.mutate({ workspaceId, documentId, revision, note: "First" });
    await page.goto(`${address}/versions/1`);
    const region = page.getByRole("region", { name: "Who belongs" });
    await expect(region.getByText("City is Lyon")).toBeVisible();
    await expect(region.getByText("Spent at least 150")).toBeVisible();
    await expect(region.getByRole("combobox")).toHaveCount(0);
  });
});
