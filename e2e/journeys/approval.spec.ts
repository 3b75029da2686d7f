// A workspace that lets nothing out unseen: two named people approve the very draft, an edit takes their approvals back,
// and of two people who publish at once one wins and the other is shown what happened.
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "../fixtures";
import { join } from "../ground/accounts";

/** Types into a field of a document and waits until it is stored. */
async function write(page: Page, field: string, text: string): Promise<void> {
  const box = page.getByRole("textbox", { name: field, exact: true });
  await box.fill(text);
  await box.blur();
  await expect(page.locator("[data-state=saved]")).toBeVisible();
}

async function ask(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: /^Ask (for approval|again)/ }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for approval" });
  await dialog.getByLabel("A word to those who approve").fill(note);
  await dialog.getByRole("button", { name: "Ask for approval" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("You asked for approval")).toBeVisible();
}

/** Decides on the request that was made with this word, not on one of before that the page still shows. */
async function approve(page: Page, word: string): Promise<void> {
  await expect(page.getByText(`“${word}”`)).toBeVisible();
  await page.getByRole("button", { name: "See the changes and decide" }).click();
  const dialog = page.getByRole("dialog", { name: /^Approve v/ });
  await dialog.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(dialog).toBeHidden();
}

test("two named verifiers approve, an edit takes it back, and one of two publishers wins", async ({ newPerson }) => {
  test.setTimeout(180_000);
  const [ada, ben, cleo, dan] = [
    await newPerson("Ada"),
    await newPerson("Ben"),
    await newPerson("Cleo"),
    await newPerson("Dan"),
  ];
  const { id: workspaceId, slug } = await ada.api.workspaces.create.mutate({ name: "Quiet Harbour" });
  await join(ada, ben, workspaceId, "editor");
  await join(ada, cleo, workspaceId, "reviewer");
  await join(ada, dan, workspaceId, "reviewer");
  const { documentId } = await ben.api.personas.create.mutate({ workspaceId, title: "Maya Okafor" });
  const persona = `/w/${slug}/personas/${documentId}`;
  const set = (person: Person, path: string[], value: unknown) =>
    person.api.personas.edit.mutate({
      workspaceId,
      documentId,
      batchId: crypto.randomUUID(),
      edits: [{ op: "set", path, value }],
    });

  await test.step("Ada says in settings that two named verifiers approve what is published", async () => {
    await ada.page.goto(`/w/${slug}/settings/policy`);
    await ada.page.getByRole("radio", { name: "Editors publish after approval" }).check();
    await ada.page.getByLabel("How many?").selectOption("2 approvals");
    await ada.page.getByRole("radio", { name: "The verifiers named on the document" }).check();
    await ada.page.getByRole("button", { name: "Save" }).click();
    await expect(ada.page.getByText("Saved.")).toBeVisible();
  });

  await test.step("Ben writes a persona and can't ask before he has named the verifiers", async () => {
    const goal = { id: crypto.randomUUID(), text: "Ten quiet minutes", provenance: "assumption", source: "" };
    await set(ben, ["claims", "goals"], [goal]);
    await ben.page.goto(persona);
    await write(ben.page, "Archetype", "Brews before everybody is up");
    await expect(ben.page.getByRole("button", { name: "Ask for approval" })).toBeDisabled();
    await ben.page.getByRole("button", { name: "More for this persona" }).click();
    await ben.page.getByRole("menuitem", { name: "Name verifiers…" }).click();
    const dialog = ben.page.getByRole("dialog", { name: "Verifiers" });
    await dialog.getByRole("checkbox", { name: "Cleo" }).check();
    await dialog.getByRole("checkbox", { name: "Dan" }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("he asks, and both approve", async () => {
    await ask(ben.page, "From five interviews");
    await cleo.page.goto(persona);
    await expect(cleo.page.getByText("Ben asks for approval")).toBeVisible();
    await approve(cleo.page, "From five interviews");
    await expect(ben.page.getByText("Cleo approved")).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "Publish v1" })).toBeDisabled();
    await dan.page.goto(persona);
    await approve(dan.page, "From five interviews");
    await expect(ben.page.getByText("Dan approved")).toBeVisible();
    await expect(ben.page.getByRole("button", { name: "Publish v1" })).toBeEnabled();
  });

  await test.step("Ada's edit takes the approvals back, for Ben at once", async () => {
    await ada.page.goto(persona);
    await write(ada.page, "Archetype", "Brews while the house wakes");
    await expect(ben.page.getByText("Approval starts anew")).toBeVisible();
    const refused = { data: { code: "BLOCKED" } };
    const { revision } = await ben.api.personas.draft.query({ workspaceId, documentId });
    const target = { workspaceId, documentId, revision };
    await expect(ben.api.personas.publish.mutate({ ...target, note: "Past it" })).rejects.toMatchObject(refused);
  });

  await test.step("asked and approved again, it is published with the names of those who approved", async () => {
    await ask(ben.page, "With Ada's correction");
    for (const verifier of [cleo, dan]) await approve(verifier.page, "With Ada's correction");
    await ben.page.getByRole("button", { name: "Publish v1" }).click();
    const dialog = ben.page.getByRole("dialog", { name: "Publish v1" });
    await dialog.getByLabel("What is new?").fill("First picture");
    await dialog.getByRole("button", { name: "Publish v1" }).click();
    await expect(dialog).toBeHidden();
    const versions = ben.page.getByRole("region", { name: "Versions" });
    await expect(versions.getByText("Approved by Cleo, Dan")).toBeVisible();
    await versions.getByRole("link", { name: "v1", exact: true }).click();
    await expect(ben.page.getByText("Approved by Cleo and Dan.")).toBeVisible();
  });

  await test.step("where editors publish directly, two do so at once: one wins, the other is shown what happened", async () => {
    await ada.api.policies.change.mutate({ workspaceId, approval: { needed: 0, by: "reviewers" } });
    await ben.page.goto(persona);
    await ada.page.goto(persona);
    await set(ben, ["location"], "Porto");
    await ben.page.getByRole("button", { name: "Publish v2" }).click();
    const bens = ben.page.getByRole("dialog", { name: "Publish v2" });
    await bens.getByLabel("What is new?").fill("Where she lives");
    await bens.getByLabel("Why: Lives in").selectOption("Correction");

    await write(ada.page, "Archetype", "Brews for the whole house");
    await ada.page.getByRole("button", { name: "Publish v2" }).click();
    const adas = ada.page.getByRole("dialog", { name: "Publish v2" });
    await adas.getByLabel("What is new?").fill("A better word");
    await adas.getByLabel("Why did it change?").selectOption("Wording only");
    await adas.getByRole("button", { name: "Publish v2" }).click();
    await expect(adas).toBeHidden();

    const told = ben.page.getByRole("region", { name: "Changed meanwhile" });
    await expect(told.getByText("Ada published v2 meanwhile")).toBeVisible();
    await expect(told.getByRole("insertion")).toHaveText("Brews for the whole house");
    await told.getByRole("button", { name: "I have read it" }).click();
    const dialog = ben.page.getByRole("dialog", { name: "Publish v3" });
    await expect(dialog.getByRole("button", { name: "Publish v3" })).toBeDisabled();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    const stale = { workspaceId, documentId, revision: 1, note: "Too late", reason: "wording" as const };
    await expect(ben.api.personas.publish.mutate(stale)).rejects.toMatchObject({ data: { code: "CONFLICT" } });
  });

  await test.step("an admin deletes it for good, and who has it open is told", async () => {
    await ada.page.getByRole("button", { name: "More for this persona" }).click();
    await ada.page.getByRole("menuitem", { name: "Delete for good…" }).click();
    const dialog = ada.page.getByRole("dialog", { name: /^Delete this persona/ });
    await expect(dialog.getByText("2 versions")).toBeVisible();
    await dialog.getByLabel("Type “Maya Okafor” to go on").fill("Maya Okafor");
    await dialog.getByRole("button", { name: "Delete for good" }).click();
    await ada.page.waitForURL(`**/w/${slug}/personas`);
    await expect(ben.page.getByRole("heading", { name: "This persona is gone" })).toBeVisible();
  });
});
