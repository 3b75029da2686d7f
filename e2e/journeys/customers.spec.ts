// The loop of customer data as a marketer lives it: an export of orders is dropped on the page, the six groups most shops
// begin with are made of it, a rule is written by keyboard and published, a persona is written from it, the next export
// comes, and the data have moved away from both.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { expectAccessible, expectFitsPhone } from "../ground/look";

/** So many that what moves among them can't be chance. */
const CUSTOMERS = 900;
const CITIES = ["Lyon", "Graz", "Porto"];

/** Everybody orders once to four times; who ordered twice or more buys other things in the second export. */
function orders(month: number): string {
  const lines = ["Order no;Customer;Ordered at;Category;City;Total"];
  for (let n = 0; n < CUSTOMERS; n += 1) {
    for (let k = 0; k <= n % 4; k += 1) {
      const day = String(1 + ((n * 7 + k * 5) % 28)).padStart(2, "0");
      const ordered = `2026-${String(10 + month - k).padStart(2, "0")}-${day} 1${k}:30`;
      const category = n % 4 > 0 && month === 1 && n % 5 > 0 ? "Tools" : n % 2 ? "Garden" : "Paint";
      lines.push([`O${n}-${k}`, `K${n}`, ordered, category, CITIES[n % 3], `${20 + (n % 50)},50`].join(";"));
    }
  }
  return lines.join("\n");
}

async function chooseFile(page: Page, month: number): Promise<void> {
  await page.getByLabel("File to import").setInputFiles({
    name: `orders-${month}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(orders(month)),
  });
  await expect(page.getByRole("columnheader", { name: /Customer/ }).first()).toBeVisible({ timeout: 30_000 });
}

async function importFile(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Import [\d,]+ rows/ }).click();
  await expect(page.getByRole("heading", { name: "What next" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("900", { exact: true })).toBeVisible();
}

test("customers come in, segments and a persona rest on them, and the next export moves away from both", async ({
  newPerson,
}) => {
  test.setTimeout(240_000);
  const ada = await newPerson("Ada");
  const { page, api } = ada;
  const { keyboard } = page;
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Orchard" });

  await test.step("an export of orders is dropped and understood", async () => {
    await page.goto(`/w/${slug}/data`);
    await page.getByRole("link", { name: "Import a file" }).click();
    await chooseFile(page, 0);
    await expect(page.getByRole("button", { name: /Customer.*Customer’s id/ }).first()).toBeVisible();
    await page.getByRole("textbox", { name: "Name" }).fill("Orders");
    await page.getByRole("textbox", { name: "What the data may be used for" }).fill("To see who buys");
    await importFile(page);
    await expectAccessible(page);
  });

  await test.step("the six groups to begin with become drafts", async () => {
    await page.getByRole("link", { name: "Discover segments" }).click();
    const six = page.getByRole("region", { name: "Six groups to begin with" });
    await expect(six.getByText("Nobody’s")).toBeVisible({ timeout: 30_000 });
    await six.getByRole("button", { name: /^Make all \d as drafts$/ }).click();
    await expect(page).toHaveURL(/\/segments$/);
    await expect(page.getByRole("link", { name: /Repeat/ }).first()).toBeVisible();
  });

  const { documentId } = await api.segments.create.mutate({ workspaceId, title: "Regulars" });
  await test.step("a rule is written by keyboard, counted, and published with who enters", async () => {
    await page.goto(`/w/${slug}/segments/${documentId}`);
    const data = page.getByRole("combobox", { name: "Customer data" });
    await data.focus();
    await keyboard.type("Orders");
    await page.getByRole("button", { name: "Add condition" }).focus();
    await keyboard.press("Enter");
    await expect(page.getByRole("combobox", { name: "Find a trait" })).toBeFocused();
    await keyboard.type("orders");
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Orders", exact: true })).toBeFocused();
    await keyboard.type("2");
    await expect(page.getByText("675", { exact: true }).first()).toBeVisible();
    await expectFitsPhone(page);
    await expect(page.locator("[data-state=saved]").first()).toBeVisible();
    await page.getByRole("button", { name: "Publish v1" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish v1" });
    await expect(dialog.getByText(/675/).first()).toBeVisible();
    await dialog.getByLabel("What is new?").fill("From the data");
    await dialog.getByRole("button", { name: "Publish v1" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("a persona is written from it, filled with what was measured", async () => {
    await expect
      .poll(async () => (await api.segments.measures.query({ workspaceId, documentId, version: null })).newest)
      .not.toBeNull();
    await page.reload();
    await page.getByRole("button", { name: "Write a persona" }).click();
    await expect(page).toHaveURL(/\/personas\/[0-9a-f-]{36}$/);
    await expect(page.getByText(/Orders, 1 Nov 2026|Orders/).first()).toBeVisible();
  });
  const persona = page.url();

  await test.step("the next export is read as the last one, with one press", async () => {
    await page.goto(`/w/${slug}/data/import`);
    await chooseFile(page, 1);
    await page.getByRole("button", { name: "Read as last time" }).click();
    await importFile(page);
  });

  await test.step("the segment and its persona are marked with what moved", async () => {
    await page.goto(`/w/${slug}/segments/${documentId}`);
    await expect(page.getByRole("heading", { name: "Drifting since v1" })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/Most frequent Category.* went from 0% to 80%/).first()).toBeVisible();
    await expectAccessible(page);
    await page.goto(persona);
    await expect(page.getByText("The customer data have moved away from what it stands for")).toBeVisible();
    await page.goto(`/w/${slug}/segments`);
    await expect(page.getByText("Drifting")).toBeVisible();
  });
});
