// What changed between two versions, told so that nobody has to ask, and personas side by side: what sets them apart.
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "../../src/api/root";
import { expect, test } from "../fixtures";
import { expectFitsPhone } from "../ground/look";

type Api = TRPCClient<AppRouter>;

const GOALS = ["Finish a project in one weekend", "Buy everything in one trip", "Save money", "Teach the children"];

function claim(text: string) {
  return { id: crypto.randomUUID(), text, provenance: "assumption", source: "" };
}

/** A persona with its claims in two versions; the second one changes, moves, removes and adds. */
async function twoVersions(api: Api, workspaceId: string) {
  const { documentId } = await api.personas.create.mutate({ workspaceId, title: "Maya Okafor" });
  const target = { workspaceId, documentId };
  const [weekend, trip, money, children] = GOALS.map(claim);
  if (!weekend || !trip || !money || !children) throw new Error("There are four goals.");
  const write = async (edits: Parameters<typeof api.personas.edit.mutate>[0]["edits"]) =>
    (await api.personas.edit.mutate({ ...target, batchId: crypto.randomUUID(), edits })).revision;
  const goals = ["claims", "goals"];
  const one = await write([
    { op: "set", path: ["archetype"], value: "The busy rebuilder" },
    { op: "set", path: goals, value: [weekend, trip, money, children] },
  ]);
  await api.personas.publish.mutate({ ...target, revision: one, note: "From five interviews" });
  const two = await write([
    { op: "set", path: ["archetype"], value: "The Saturday rebuilder" },
    { op: "set", path: [...goals, trip.id, "text"], value: "Buy everything in a single trip" },
    { op: "set", path: [...goals, trip.id, "provenance"], value: "measured" },
    { op: "remove", path: goals, id: money.id },
    { op: "move", path: goals, id: children.id, before: weekend.id },
    { op: "insert", path: goals, item: claim("Know what fits before leaving home"), before: null },
  ]);
  await api.personas.publish.mutate({
    ...target,
    revision: two,
    note: "Spring survey folded in",
    reason: "new-evidence",
    reasons: [{ place: "archetype", reason: "wording" }],
  });
  return documentId;
}

test("somebody reads what changed, sends the link on, and finds the same behind it", async ({ newPerson }) => {
  const { api, page, context } = await newPerson("Ada");
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Compared" });
  const documentId = await twoVersions(api, workspaceId);
  await page.goto(`/w/${slug}/personas/${documentId}/compare?from=1&to=2`);
  const archetype = page.getByRole("region", { name: "Archetype" });
  const goals = page.getByRole("region", { name: "Goals" });

  await test.step("how much changed, and why", async () => {
    await expect(page.getByRole("heading", { name: "What changed" })).toBeVisible();
    await expect(page.getByText("2 changed, 1 added, 1 removed, 1 moved")).toBeVisible();
    await expect(page.getByRole("region", { name: "Published in between" })).toContainText("Spring survey folded in");
    await expect(archetype).toContainText("Why, in v2: Wording only");
  });

  await test.step("word by word, claim by claim", async () => {
    await expect(archetype.getByRole("deletion")).toHaveText("busy");
    await expect(archetype.getByRole("insertion")).toHaveText("Saturday");
    const changed = goals.getByRole("listitem").filter({ hasText: "Changed" });
    await expect(changed.getByRole("deletion").first()).toHaveText("one");
    await expect(changed.getByRole("insertion").first()).toHaveText("a single");
    await expect(changed).toContainText("Provenance");
    await expect(changed.getByRole("insertion").last()).toHaveText("Measured");
    await expect(goals.getByRole("listitem").filter({ hasText: "Moved up" })).toContainText(
      "was number 4, is number 1",
    );
    await expect(goals.getByRole("listitem").filter({ hasText: "Removed" })).toContainText("Save money");
    await expect(goals.getByRole("listitem").filter({ hasText: "Added" })).toContainText("Know what fits");
    await expect(goals).not.toContainText(GOALS[0] ?? "");
  });

  await test.step("from change to change by keys", async () => {
    const focused = page.locator(":focus");
    await page.keyboard.press("Alt+ArrowDown");
    await expect(focused).toContainText("Saturday");
    await page.keyboard.press("n");
    await expect(focused).toContainText("Teach the children");
    await page.keyboard.press("p");
    await expect(focused).toContainText("Saturday");
    await expect(page.getByText("1 of 5", { exact: true })).toBeVisible();
  });

  await test.step("side by side, with what is the same, and the link says so", async () => {
    await page.getByRole("button", { name: "Side by side" }).click();
    await page.getByRole("button", { name: "Show unchanged" }).click();
    await expect(goals).toContainText(GOALS[0] ?? "");
    await expect(page).toHaveURL(/view=split&show=all/);
    const other = await context.newPage();
    await other.goto(page.url());
    const same = other.getByRole("region", { name: "Goals" });
    await expect(same).toContainText(GOALS[0] ?? "");
    await expect(same.getByText("Not there yet")).toBeVisible();
    await expect(same.getByText("No longer there")).toBeVisible();
    await other.close();
  });

  await test.step("the other way round, and against the draft", async () => {
    await page.getByRole("button", { name: "Swap the two sides" }).click();
    await expect(archetype.getByRole("insertion")).toHaveText("busy");
    await page.getByLabel("From", { exact: true }).selectOption("draft");
    await page.getByLabel("To", { exact: true }).selectOption("2");
    await expect(page.getByRole("heading", { name: "Nothing differs" })).toBeVisible();
  });
});

test("four personas stand side by side, and what they share can be put away", async ({ newPerson }) => {
  const { api, page, context } = await newPerson("Bea");
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Cast" });
  const ids: string[] = [];
  for (const title of ["Maya", "Dev", "Ruth", "Tom"]) {
    const { documentId } = await api.personas.create.mutate({ workspaceId, title });
    await api.personas.edit.mutate({
      workspaceId,
      documentId,
      batchId: crypto.randomUUID(),
      edits: [
        { op: "set", path: ["archetype"], value: `What ${title} is like` },
        { op: "set", path: ["location"], value: "Leeds" },
        { op: "set", path: ["claims", "needs"], value: [claim("Somebody to ask"), claim(`A need of ${title}`)] },
      ],
    });
    ids.push(documentId);
  }
  await page.goto(`/w/${slug}/personas/compare?ids=${ids.slice(0, 3).join(",")}`);
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveCount(3);

  await test.step("the fourth is found and put beside them", async () => {
    await page.getByRole("button", { name: "Add another persona" }).click();
    await page.getByRole("dialog").getByRole("button", { name: /^Tom/ }).click();
    await expect(table.getByRole("columnheader", { name: "Tom" })).toBeVisible();
    await expect(table.getByRole("row", { name: /^Lives in/ })).toContainText("The same in all");
    await expect(table.getByText("Somebody to ask")).toHaveCount(4);
  });

  await test.step("differences only, behind a link that shows the same", async () => {
    // The address says it first, and the box after it.
    await page.getByRole("checkbox", { name: "Differences only" }).click();
    await expect(table.getByRole("row", { name: /^Lives in/ })).toHaveCount(0);
    await expect(page).toHaveURL(/only=differences/);
    const other = await context.newPage();
    await other.goto(page.url());
    const same = other.getByRole("table");
    await expect(same.getByRole("columnheader", { name: "Tom" })).toBeVisible();
    await expect(same.getByText("A need of Ruth")).toBeVisible();
    await expect(same.getByText("Somebody to ask")).toHaveCount(0);
    await other.close();
  });

  await test.step("on a phone the table scrolls and the page doesn't", async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await expectFitsPhone(page);
    await page.getByRole("button", { name: "Take Tom out of the comparison" }).click();
    await expect(table.getByRole("columnheader")).toHaveCount(3);
  });
});
