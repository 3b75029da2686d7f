// Somebody with many personas finds the ones they mean: narrowed, sorted, tagged, copied, put away and brought back, all
// in an address that can be sent on, and any word of theirs from anywhere.
import type { Page } from "@playwright/test";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "../../src/api/root";
import { expect, test } from "../fixtures";
import { expectAccessible, expectFitsPhone } from "../ground/look";
import { linkIn, mailFor } from "../ground/mailbox";

type Api = TRPCClient<AppRouter>;

async function addPersona(api: Api, workspaceId: string, title: string, kind: string, goal: string): Promise<string> {
  const { documentId } = await api.personas.create.mutate({ workspaceId, title });
  await api.personas.edit.mutate({
    workspaceId,
    documentId,
    batchId: crypto.randomUUID(),
    edits: [
      { op: "set", path: ["archetype"], value: `${title}, in short` },
      { op: "set", path: ["kind"], value: kind },
      { op: "insert", path: ["claims", "goals"], item: { id: crypto.randomUUID(), text: goal }, before: null },
    ],
  });
  return documentId;
}

function rowsOf(page: Page) {
  return page.getByRole("table").getByRole("rowheader").getByRole("link");
}

test("somebody finds, sorts, tags, copies and puts away personas", async ({ newPerson }) => {
  test.setTimeout(120_000);
  const { api, page, context } = await newPerson("Ada");
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Many lists" });
  await addPersona(api, workspaceId, "Zoë Brandt", "primary", "Reads the menu of every café aloud");
  await addPersona(api, workspaceId, "anna Okafor", "primary", "Finish a project in one weekend");
  await addPersona(api, workspaceId, "Émile Roux", "negative", "Never pays the full price");
  await addPersona(api, workspaceId, "Bo Lind", "secondary", "Know what fits before leaving home");
  const list = `/w/${slug}/personas`;
  await page.goto(list);

  await test.step("a word inside a claim narrows the list, whatever its accents", async () => {
    await expect(page.getByRole("main").getByRole("link", { name: /Zoë|anna|Émile|Bo/ })).toHaveCount(4);
    await page.getByRole("searchbox", { name: "Find a persona" }).fill("CAFE");
    await expect(page.getByRole("main").getByRole("link", { name: /Zoë|anna|Émile|Bo/ })).toHaveCount(1);
    await expect(page).toHaveURL(`${list}?text=CAFE`);
    await page.getByRole("button", { name: /“CAFE”/ }).click();
    await expect(page.getByRole("main").getByRole("link", { name: /Zoë|anna|Émile|Bo/ })).toHaveCount(4);
    await expect(page.getByRole("searchbox", { name: "Find a persona" })).toHaveValue("");
  });

  await test.step("as a table it sorts by its headers, and the address says so", async () => {
    await page.getByRole("button", { name: "Table" }).click();
    await page.getByRole("button", { name: "Name" }).click();
    await expect(rowsOf(page)).toHaveText(["anna Okafor", "Bo Lind", "Émile Roux", "Zoë Brandt"]);
    await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
    await page.getByRole("button", { name: "Name" }).click();
    await expect(rowsOf(page)).toHaveText(["Zoë Brandt", "Émile Roux", "Bo Lind", "anna Okafor"]);
    await expect(page).toHaveURL(`${list}?sort=title&order=desc&view=table`);
  });

  await test.step("filters show themselves, and the back button takes them away again", async () => {
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByLabel("Kind").selectOption("Primary");
    await expect(rowsOf(page)).toHaveText(["Zoë Brandt", "anna Okafor"]);
    await page.getByLabel("Owner").selectOption("Me");
    await expect(page.getByRole("list", { name: "Narrowed by" }).getByRole("button")).toHaveCount(2);
    await page.goBack();
    await expect(page.getByRole("list", { name: "Narrowed by" }).getByRole("button")).toHaveCount(1);
    await page.goBack();
    await expect(rowsOf(page)).toHaveCount(4);
    await page.goForward();
    await expect(rowsOf(page)).toHaveCount(2);
  });

  await test.step("somebody with the link sees the same list", async () => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(rowsOf(other)).toHaveText(["Zoë Brandt", "anna Okafor"]);
    await expect(other.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "descending");
    await other.close();
    await page.getByRole("button", { name: /^Primary/ }).click();
    await expect(rowsOf(page)).toHaveCount(4);
  });

  const chosen = page.getByRole("region", { name: "Chosen" });
  await test.step("several are chosen as a range and tagged at once", async () => {
    await page.getByRole("checkbox", { name: "Choose Zoë Brandt" }).click();
    await page.getByRole("checkbox", { name: "Choose Bo Lind" }).click({ modifiers: ["Shift"] });
    await expect(chosen).toContainText("3 personas chosen");
    await expect(chosen.getByRole("link", { name: "Compare 3" })).toHaveAttribute("href", /compare\?ids=[^,]+,[^,]+,/);
    await chosen.getByRole("button", { name: "Tags" }).click();
    const dialog = page.getByRole("dialog", { name: "Tags of 3 personas" });
    await dialog.getByLabel("Add a tag to 3 personas").fill("Retail");
    await dialog.getByLabel("Add a tag to 3 personas").press("Enter");
    await expect(dialog.getByRole("button", { name: "Remove the tag Retail" })).toBeVisible();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("table").getByRole("list", { name: "Tags" })).toHaveCount(3);
    await expectAccessible(page);
    await expectFitsPhone(page);
  });

  await test.step("they are put away together and brought back by one click", async () => {
    await chosen.getByRole("button", { name: "Retire" }).click();
    await expect(rowsOf(page)).toHaveText(["anna Okafor"]);
    await page.getByLabel("State", { exact: true }).selectOption("Retired");
    await expect(rowsOf(page)).toHaveCount(3);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { name: "No persona fits" })).toBeVisible();
    await page.getByRole("button", { name: "Show all in use" }).click();
    await expect(rowsOf(page)).toHaveCount(4);
  });

  await test.step("a tag narrows the list to those that have it", async () => {
    await page.getByLabel("Tag", { exact: true }).selectOption("Retail");
    await expect(rowsOf(page)).toHaveText(["Zoë Brandt", "Émile Roux", "Bo Lind"]);
  });

  await test.step("a copy has the tags and claims of its original and a name that says what it is", async () => {
    await page.getByRole("button", { name: "More for Zoë Brandt" }).click();
    await page.getByRole("menuitem", { name: "Duplicate" }).click();
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Copy of Zoë Brandt");
    await expect(page.getByRole("button", { name: "Remove the tag Retail" })).toBeVisible();
    await page.getByRole("button", { name: "Remove the tag Retail" }).click();
    await expect(page.getByRole("button", { name: "Remove the tag Retail" })).toHaveCount(0);
  });

  await test.step("from anywhere, a word of a claim leads to the persona", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    const palette = page.getByRole("dialog", { name: "Find anything" });
    await expect(palette.getByRole("option", { name: /Copy of Zoë Brandt/ })).toBeVisible();
    await palette.getByRole("combobox").fill("weekénd proj");
    const hit = palette.getByRole("option", { name: /anna Okafor/ });
    await expect(hit).toContainText("Goals: Finish a project in one weekend");
    await expect(hit.locator("mark")).toHaveText(["proj", "weekend"]);
    await palette.getByRole("combobox").press("Enter");
    await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("anna Okafor");
  });

  await test.step("what can't be found can be written", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    const palette = page.getByRole("dialog", { name: "Find anything" });
    await palette.getByRole("combobox").fill("xylophone & (");
    await expect(palette.getByText("Nothing found. Try another word, or fewer.")).toBeVisible();
    await palette.getByRole("combobox").press("Enter");
    await expect(page.getByRole("dialog", { name: "New persona" })).toBeVisible();
  });
});

test("a viewer chooses personas to compare, and is offered nothing that they may not do", async ({ newPerson }) => {
  const { api, page } = await newPerson("Ada");
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Read only" });
  for (const title of ["Maya", "Dev"]) {
    const documentId = await addPersona(api, workspaceId, title, "primary", "Quiet");
    const { revision } = await api.personas.draft.query({ workspaceId, documentId });
    await api.personas.publish.mutate({ workspaceId, documentId, revision, note: "First" });
  }
  await addPersona(api, workspaceId, "Unpublished", "primary", "Quiet");
  const viewer = await newPerson("Vera");
  const { email } = viewer;
  await api.invitations.send.mutate({ workspaceId, email, role: "viewer" });
  const invitation = await mailFor(email, /invites you/);
  await viewer.page.goto(linkIn(invitation));
  await viewer.page.getByRole("button", { name: "Join Read only" }).click();
  await viewer.page.waitForURL(new RegExp(`/w/${slug}$`));

  await viewer.page.goto(`/w/${slug}/personas?view=table&text=quiet`);
  await expect(rowsOf(viewer.page)).toHaveText(["Dev", "Maya"]);
  await expect(viewer.page.getByRole("button", { name: /^More for/ })).toHaveCount(0);
  await viewer.page.getByRole("checkbox", { name: "Choose Dev" }).check();
  await viewer.page.getByRole("checkbox", { name: "Choose Maya" }).check();
  const chosen = viewer.page.getByRole("region", { name: "Chosen" });
  await expect(chosen.getByRole("link", { name: "Compare 2" })).toBeVisible();
  await expect(chosen.getByRole("button", { name: /Tags|Retire/ })).toHaveCount(0);
  await page.close();
});
