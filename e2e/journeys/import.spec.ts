// Personas that a team wrote before, in whatever text: brought in with every word, completed, published, taken out as a
// file and brought in again, the same to the letter.

import { existsSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type Body, bodyText } from "../../src/features/documents/bodies/body-rules";
import { expect, type Person, test } from "../fixtures";

/** Not part of the product: beside a checkout, where somebody put it. */
const REAL = new URL("../../../shared/data/personas/large-data-website-personas.md", import.meta.url);

const OWN = `# Our two guests

Written after the winter workshop.

## 1. Nora — night-shift reader

*29, female, nurse*

> I read until the tram comes.

**Goals**

- Finish one book a month
- Find the next one without searching

**Technology skills**

- An old telephone with a broken corner
- A charger in every bag

**Dislikes**

- Summaries that tell the end

## 2. Ole — Sunday collector

**Likes**

- Maps
`;

/** Paste into the page and look at what goes where. */
async function look(page: Page, text: string): Promise<void> {
  await page.getByLabel("Or paste a text").fill(text);
  await page.getByRole("button", { name: "See what goes where" }).click();
  await expect(page.getByRole("button", { name: "Back to the text" })).toBeVisible();
}

async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: "Publish v1" }).click();
  const dialog = page.getByRole("dialog", { name: "Publish v1" });
  await dialog.getByLabel("What is new?").fill(note);
  await dialog.getByRole("button", { name: "Publish v1" }).click();
  await expect(dialog).toBeHidden();
}

/** The file that the document's menu gives, as a path and its text. */
async function exportAs(page: Page, format: "Markdown" | "JSON") {
  await page.getByRole("button", { name: "More for this persona" }).click();
  await page.getByRole("menuitem", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Export this persona" });
  await dialog.getByRole("radio", { name: format }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Export" }).click(),
  ]);
  await expect(dialog).toBeHidden();
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function contentAt(person: Person, workspaceId: string, address: string) {
  const documentId = new URL(address).pathname.split("/").at(-1) ?? "";
  return (await person.api.personas.draft.query({ workspaceId, documentId })).content;
}

test("a team's text becomes personas, and a persona a file that becomes the same persona", async ({ newPerson }) => {
  test.setTimeout(180_000);
  const ada = await newPerson("Ada");
  const { page } = ada;
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Reading room" });
  const importPage = `/w/${slug}/personas/import`;
  let nora = "";

  await test.step("she pastes a text and sees where every piece of it goes", async () => {
    await page.goto(`/w/${slug}/personas`);
    await page.getByRole("link", { name: "Import" }).first().click();
    await page.waitForURL(`**${importPage}`);
    await look(page, OWN);
    await expect(page.getByText("2 personas found in Pasted text", { exact: true })).toBeVisible();
    const first = page.getByRole("region", { name: "Nora" });
    await expect(first.getByLabel("Archetype")).toHaveValue("night-shift reader");
    await expect(first.getByLabel("Where “Finish one book a month” goes")).toHaveValue("claims.goals");
    await expect(first.getByLabel("Where “Summaries that tell the end” goes")).toHaveValue("claims.pains");
    const phone = first.getByRole("listitem").filter({ hasText: "An old telephone" });
    await expect(phone.getByText("No field: kept in the story")).toBeVisible();
  });

  await test.step("going back keeps what she pasted", async () => {
    await page.getByRole("button", { name: "Back to the text" }).click();
    await expect(page.getByLabel("Or paste a text")).toHaveValue(OWN);
    await page.goto(`/w/${slug}`);
    await page.goto(importPage);
    await expect(page.getByLabel("Or paste a text")).toHaveValue(OWN);
    await look(page, OWN);
  });

  await test.step("she moves a piece, leaves the second one, and imports the first", async () => {
    const first = page.getByRole("region", { name: "Nora" });
    await first.getByLabel("Where all of “Technology skills” goes").selectOption("Behaviours");
    await first.getByLabel("Where “A charger in every bag” goes").selectOption("Needs");
    await first.getByLabel("Name").fill("Nora Lind");
    await page.getByRole("checkbox", { name: "Import Ole" }).uncheck();
    await page.getByRole("button", { name: "Import 1 persona" }).click();
    await page.waitForURL(/\/personas\/[0-9a-f-]{36}$/);
    nora = page.url();
    const content = await contentAt(ada, workspaceId, nora);
    expect(bodyText(content.story as Body)).toContain("Written after the winter workshop.");
    expect(content).toMatchObject({
      title: "Nora Lind",
      archetype: "night-shift reader",
      age: 29,
      quote: "I read until the tram comes.",
      claims: {
        goals: [
          { text: "Finish one book a month", provenance: "assumption", source: "Pasted text" },
          { text: "Find the next one without searching" },
        ],
        needs: [{ text: "A charger in every bag" }],
        behaviours: [{ text: "An old telephone with a broken corner", source: "Pasted text · Technology skills" }],
        pains: [{ text: "Summaries that tell the end" }],
      },
    });
  });

  await test.step("she completes and publishes it", async () => {
    await page.getByRole("textbox", { name: "Summary", exact: true }).fill("Reads at *night*, | and # everywhere.");
    await page.getByRole("textbox", { name: "Summary", exact: true }).blur();
    await expect(page.locator("[data-state=saved]")).toBeVisible();
    await publish(page, "From the winter workshop");
  });

  for (const format of ["Markdown", "JSON"] as const) {
    await test.step(`as ${format} it comes back the same`, async () => {
      await page.goto(nora);
      const file = await exportAs(page, format);
      expect(file.name).toBe(`Nora Lind v1.${format === "JSON" ? "json" : "md"}`);
      await page.goto(importPage);
      await page.getByLabel("File to import").setInputFiles({
        name: file.name,
        mimeType: "text/plain",
        buffer: Buffer.from(file.text),
      });
      await expect(page.getByLabel("Or paste a text")).not.toHaveValue("");
      await page.getByRole("button", { name: "See what goes where" }).click();
      await page.getByRole("button", { name: "Import 1 persona" }).click();
      await page.waitForURL(/\/personas\/[0-9a-f-]{36}$/);
      expect(page.url()).not.toBe(nora);
      expect(await contentAt(ada, workspaceId, page.url())).toEqual(await contentAt(ada, workspaceId, nora));
    });
  }

  await test.step("a file that is too large is refused before it is sent, one that harms by its place", async () => {
    await page.goto(importPage);
    await page.getByLabel("File to import").setInputFiles({
      name: "huge.md",
      mimeType: "text/markdown",
      buffer: Buffer.alloc(10 * 1024 * 1024, "# a\n"),
    });
    await expect(page.getByText("“huge.md” is 10.0 MB; an import takes up to 512 kB.")).toBeVisible();
    await page.getByLabel("Or paste a text").fill('{"name": "A", "goals": [{"__proto__": 1}]}');
    await page.getByRole("button", { name: "See what goes where" }).click();
    const refused = page.getByRole("alert").filter({ hasText: "This can't be imported as it is" });
    await expect(refused).toContainText("/goals/0/__proto__ is a name that no document may use");
  });

  await test.step("and from a template she has one to look at", async () => {
    await page.goto(`/w/${slug}/personas`);
    await page.getByRole("button", { name: "New persona" }).click();
    const dialog = page.getByRole("dialog", { name: "New persona" });
    await dialog.getByRole("radio", { name: /Hanna/ }).check();
    await expect(dialog.getByLabel("Name")).toHaveValue("Hanna");
    await dialog.getByRole("button", { name: "Create persona" }).click();
    await page.waitForURL(/\/personas\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("textbox", { name: "Archetype" })).toHaveValue("The careful planner who buys once");
  });
});

test("a text from the world is imported with every word", async ({ newPerson }) => {
  if (!existsSync(REAL)) {
    test.info().annotations.push({ type: "nothing to do", description: `There is no text at ${REAL.pathname}.` });
    return;
  }
  const ada = await newPerson("Ada");
  const { page } = ada;
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Real texts" });
  await page.goto(`/w/${slug}/personas/import`);
  await look(page, readFileSync(REAL, "utf8"));
  await page.getByRole("button", { name: "Import 2 personas" }).click();
  await page.waitForURL(`**/w/${slug}/personas`);
  await expect(page.getByRole("link", { name: "Pascale" })).toBeVisible();
  const { items } = await ada.api.personas.list.query({ workspaceId });
  const texts = await Promise.all(
    items.map(async ({ id }) => JSON.stringify(await ada.api.personas.draft.query({ workspaceId, documentId: id }))),
  );
  const held = texts.join(" ").toLowerCase();
  const words =
    readFileSync(REAL, "utf8")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  expect(words.filter((word) => !held.includes(word))).toEqual([]);
});
