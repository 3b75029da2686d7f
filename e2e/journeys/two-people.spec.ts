// The story that the product exists for, by two people in two browsers: one writes and publishes, the other is invited,
// reads along, and sees no more than their role allows.
import type { Page } from "@playwright/test";
import { expect, newAddress, test } from "../fixtures";
import { apiOf } from "../ground/accounts";
import { acceptByForm, inviteByForm, signUpByForm } from "../ground/steps";

/** Types into a field of a document and waits until it is stored. */
async function write(page: Page, field: string, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: field, exact: true });
  await box.fill(text);
  await box.blur();
  await expect(page.locator("[data-state=saved]")).toBeVisible();
}

async function publish(page: Page, number: number, note: string): Promise<void> {
  await page.getByRole("button", { name: `Publish v${number}` }).click();
  const dialog = page.getByRole("dialog", { name: `Publish v${number}` });
  await dialog.getByLabel("What is new?").fill(note);
  await dialog.getByRole("button", { name: `Publish v${number}` }).click();
  await expect(dialog).toBeHidden();
  const versions = page.getByRole("region", { name: "Versions" });
  await expect(versions.getByRole("link", { name: `v${number}`, exact: true })).toBeVisible();
}

test("two people with different roles work on a segment and a persona", async ({ newBrowser }) => {
  test.setTimeout(180_000);
  const ada = { name: "Ada Lund", email: newAddress("ada"), password: "four loud herons wading" };
  const ben = { name: "Ben Osei", email: newAddress("ben"), password: "nine slow tractors humming" };
  const adas = await (await newBrowser()).newPage();
  const bens = await (await newBrowser()).newPage();
  let workspace = "";
  let persona = "";

  await test.step("Ada signs up and makes a workspace", async () => {
    await adas.goto("/sign-up");
    await signUpByForm(adas, ada);
    await expect(adas.getByRole("heading", { name: "Welcome, Ada Lund" })).toBeVisible();
    await adas.getByLabel("Name", { exact: true }).fill("Harbour Coffee");
    await adas.getByRole("button", { name: "Create the workspace" }).click();
    await adas.waitForURL(/\/w\/harbour-coffee[^/]*$/);
    workspace = new URL(adas.url()).pathname;
  });

  await test.step("she invites Ben as reviewer", async () => {
    await adas.getByRole("link", { name: "Settings" }).click();
    await adas.getByRole("link", { name: "Members" }).click();
    await inviteByForm(adas, ben.email, "Reviewer");
  });

  await test.step("Ben follows the link, signs up and accepts", async () => {
    await acceptByForm(bens, ben, "Harbour Coffee");
    await bens.waitForURL(workspace);
  });

  await test.step("Ada writes a segment and publishes it", async () => {
    await adas.getByRole("link", { name: "Segments" }).click();
    await adas.getByRole("button", { name: "New segment" }).first().click();
    await adas.getByRole("dialog").getByLabel("Name").fill("Family kitchens");
    await adas.getByRole("button", { name: "Create segment" }).click();
    await write(adas, "Who belongs", "Households with children who buy beans at least monthly");
    await write(adas, "Add to needs", "Coffee that is ready when the children wake");
    await publish(adas, 1, "First picture");
  });

  await test.step("she writes a persona, which Ben reads while it is a draft", async () => {
    await adas.getByRole("link", { name: "Personas" }).first().click();
    await adas.getByRole("button", { name: "New persona" }).first().click();
    await adas.getByRole("dialog").getByLabel("Name").fill("Maya Okafor");
    await adas.getByRole("button", { name: "Create persona" }).click();
    await expect(adas.getByRole("button", { name: "Publish v1" })).toBeDisabled();
    await write(adas, "Archetype", "Brews before everybody is up");
    await write(adas, "Add to goals", "Ten quiet minutes");
    persona = new URL(adas.url()).pathname;

    await bens.goto(persona);
    await expect(bens.getByText("You are reading the draft.")).toBeVisible();
    await expect(bens.getByText("Brews before everybody is up")).toBeVisible();
    await expect(bens.getByRole("textbox", { name: "Archetype" })).toHaveCount(0);
    await expect(bens.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  });

  await test.step("she publishes version 1, changes the draft, compares, and publishes version 2", async () => {
    await publish(adas, 1, "From five interviews");
    await write(adas, "Archetype", "Brews while the house wakes");
    await expect(adas.getByText("v1, changed since")).toBeVisible();
    await adas.getByRole("link", { name: "Compare with v1" }).first().click();
    const change = adas.getByRole("region", { name: "Archetype" });
    await expect(change.getByRole("deletion")).toHaveText("before everybody is up");
    await expect(change.getByRole("insertion")).toHaveText("while the house wakes");
    await adas.getByRole("link", { name: "Maya Okafor" }).click();
    await publish(adas, 2, "Two more interviews");
  });

  await test.step("she restores version 1 as a draft, and version 2 stays what is published", async () => {
    const versions = adas.getByRole("region", { name: "Versions" });
    await versions.getByRole("link", { name: "v1", exact: true }).press("Enter");
    await adas.getByRole("button", { name: "Restore as draft" }).click();
    await adas.getByRole("button", { name: "Restore v1 as draft" }).click();
    await adas.waitForURL(persona);
    await expect(adas.getByRole("textbox", { name: "Archetype" })).toHaveValue("Brews before everybody is up");
    await expect(adas.getByText("v2, changed since")).toBeVisible();
  });

  await test.step("made a viewer, Ben reads what is published and nothing else", async () => {
    await adas.goto(`${workspace}/settings/members`);
    await adas.getByLabel("Role of Ben Osei").selectOption("Viewer");
    await expect(adas.getByText("Ben Osei is viewer now.")).toBeVisible();

    await bens.goto(persona);
    await expect(bens.getByText("Brews while the house wakes")).toBeVisible();
    await expect(bens.getByText("Brews before everybody is up")).toHaveCount(0);
    await expect(bens.getByRole("link", { name: "Draft", exact: true })).toHaveCount(0);
    await bens.getByRole("region", { name: "Versions" }).getByRole("link", { name: "v1", exact: true }).press("Enter");
    await expect(bens.getByText("Brews before everybody is up")).toBeVisible();
    await expect(bens.getByRole("button", { name: "Restore as draft" })).toHaveCount(0);
  });

  await test.step("and is refused what is not a viewer's, by pages and procedures alike", async () => {
    for (const page of [`${persona}/compare?from=2&to=draft`, `${workspace}/settings/audit`]) {
      expect((await bens.goto(page))?.status(), page).toBe(404);
      await expect(bens.getByRole("heading", { level: 1 })).toBeVisible();
    }

    const api = apiOf(bens.context());
    const { id: workspaceId } = await api.workspaces.bySlug.query({ slug: workspace.split("/").at(-1) ?? "" });
    const target = { workspaceId, documentId: persona.split("/").at(-1) ?? "" };
    const refused = { data: { code: "FORBIDDEN" } };
    await expect(api.personas.draft.query(target)).rejects.toMatchObject(refused);
    await expect(api.personas.publish.mutate({ ...target, revision: 1, note: "Mine" })).rejects.toMatchObject(refused);
    await expect(api.personas.restore.mutate({ ...target, number: 1 })).rejects.toMatchObject(refused);
    await expect(api.audit.list.query({ workspaceId })).rejects.toMatchObject(refused);
    expect((await api.personas.get.query(target)).published?.number).toBe(2);
  });

  await test.step("the audit log tells Ada what happened", async () => {
    await adas.goto(`${workspace}/settings/audit`);
    for (const act of ["published", "restored", "Ben Osei"]) {
      await expect(adas.getByRole("listitem").filter({ hasText: act }).first()).toBeVisible();
    }
  });
});
