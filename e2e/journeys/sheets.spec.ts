// A persona is filled from nothing: claims with what they rest on, sorted by keys, sliders, a picture, a segment with its
// share, a field that the workspace added; then read by somebody who may not write, and filled once more on a phone.
import { deflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, type Person, test } from "../fixtures";
import { expectAccessible, expectFitsPhone } from "../ground/look";

async function saved(page: Page): Promise<void> {
  await expect(page.locator("[data-state=saved]")).toBeVisible();
}

/** A workspace with a segment and an empty persona, both drafts of this person. */
async function furnish({ api }: Person) {
  const { id: workspaceId, slug } = await api.workspaces.create.mutate({ name: "Harbour Coffee" });
  const { documentId: segment } = await api.segments.create.mutate({ workspaceId, title: "Weekend rebuilders" });
  await api.segments.edit.mutate({
    workspaceId,
    documentId: segment,
    batchId: crypto.randomUUID(),
    edits: [{ op: "set", path: ["sizeEstimate"], value: 18_204 }],
  });
  const { documentId: persona } = await api.personas.create.mutate({ workspaceId, title: "Maya Okafor" });
  return { workspaceId, segment, persona: `/w/${slug}/personas/${persona}`, slug, personaId: persona };
}

/** A PNG of one colour, made here so that the file is known to the byte. */
function picture(width: number, height: number): Buffer {
  const crcOf = (bytes: Buffer) => {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
  };
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crcOf(body), body.length + 4);
    return whole;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 180)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The details of a claim, opened from its row. */
async function details(page: Page, claim: string) {
  await page.getByRole("textbox", { name: claim, exact: true }).focus();
  await page.getByRole("button", { name: `More for ${claim}` }).click();
  return page.getByRole("dialog", { name: `Details of ${claim}` });
}

test("a persona is filled, sorted, pictured and linked", async ({ newPerson }) => {
  test.setTimeout(180_000);
  const ada = await newPerson("Ada");
  const { page, api } = ada;
  const place = await furnish(ada);

  await test.step("the workspace adds a field to its personas", async () => {
    await page.goto(`/w/${place.slug}/settings/fields`);
    await page.getByRole("region", { name: "Personas" }).getByRole("button", { name: "Add a field" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a field to personas" });
    await dialog.getByLabel("Name").fill("Favourite tool");
    await dialog.getByRole("button", { name: "Add the field" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "Favourite tool" })).toBeVisible();
  });

  await page.goto(place.persona);

  await test.step("claims are written one after the other, and several lines pasted become several claims", async () => {
    const composer = page.getByRole("textbox", { name: "Add to goals" });
    await composer.fill("Finish a project in one weekend");
    await composer.press("Enter");
    await expect(page.getByRole("textbox", { name: "Goals, 1 of 1" })).toHaveValue("Finish a project in one weekend");
    await page.getByRole("textbox", { name: "Add to goals" }).evaluate((box) => {
      const data = new DataTransfer();
      data.setData("text", "- Buy everything in a single trip\n- Teach the children to build things");
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(page.getByRole("textbox", { name: "Goals, 3 of 3" })).toHaveValue(
      "Teach the children to build things",
    );
    await saved(page);
  });

  await test.step("a folded section opens to be written in", async () => {
    await page.getByRole("button", { name: "Add how they decide" }).click();
    await expect(page.getByRole("textbox", { name: "Add to how they decide" })).toBeFocused();
    await page.keyboard.type("Partner vetoes anything above £150");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "How they decide, 1 of 1" })).toBeVisible();
  });

  await test.step("claims are sorted by keyboard, and it is read aloud", async () => {
    await page.getByRole("textbox", { name: "Goals, 1 of 3" }).focus();
    const handle = page.getByRole("button", { name: "Move Finish a project in one weekend" });
    await handle.focus();
    await page.keyboard.press("Space");
    await expect(page.getByText("Finish a project in one weekend is taken, at place 1 of 3.")).toBeAttached();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByText("Finish a project in one weekend is at place 2 of 3.")).toBeAttached();
    await page.keyboard.press("Space");
    await expect(page.getByRole("textbox", { name: "Goals, 2 of 3" })).toHaveValue("Finish a project in one weekend");
    await page.getByRole("textbox", { name: "Goals, 3 of 3" }).press("Alt+ArrowUp");
    await expect(page.getByRole("textbox", { name: "Goals, 2 of 3" })).toHaveValue(
      "Teach the children to build things",
    );
  });

  await test.step("a claim says what it rests on, and the figure of what is backed follows", async () => {
    const dialog = await details(page, "Goals, 1 of 3");
    await dialog.getByRole("radio", { name: /^Grounded/ }).check();
    await dialog.getByLabel("Rests on").fill("Interviews 4 and 7");
    await dialog.getByLabel("Level").selectOption("End");
    await page.keyboard.press("Escape");
    await expect(page.getByText("1 of 4")).toBeVisible();
    await expect(page.getByText("3 assumptions left to test")).toBeVisible();
    await expect(page.getByRole("article").getByText("Grounded", { exact: true })).toBeVisible();
  });

  await test.step("a claim that is removed comes back", async () => {
    const dialog = await details(page, "Goals, 3 of 3");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expect(page.getByRole("textbox", { name: "Goals, 2 of 2" })).toBeVisible();
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect(page.getByRole("textbox", { name: "Goals, 3 of 3" })).toBeVisible();
  });

  await test.step("a slider between two poles", async () => {
    await page.getByRole("button", { name: "Add personality" }).click();
    await page.getByRole("button", { name: /Add two poles/ }).click();
    await page.keyboard.type("Careful");
    await page.getByRole("textbox", { name: "Right pole of Careful" }).fill("Bold");
    const slider = page.getByRole("slider", { name: "Careful to Bold" });
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "Careful to bold: 51 of 100");
  });

  await test.step("a segment with its share", async () => {
    await page.getByRole("button", { name: "Add segments" }).click();
    await page.getByRole("textbox", { name: "Find a segment" }).fill("week");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Weekend rebuilders/ })
      .click();
    await page.getByLabel("Share of Weekend rebuilders").fill("40");
    await expect(page.getByText(", 18,204 customers, estimated")).toBeVisible();
    await saved(page);
  });

  await test.step("the field of the workspace, and words as chips", async () => {
    await page.getByRole("button", { name: "Add favourite tool" }).click();
    await page.keyboard.type("A cordless drill");
    await page.getByRole("button", { name: "Add words to use" }).click();
    await page.keyboard.type("sorted, fits");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Remove fits" })).toBeVisible();
    await saved(page);
  });

  await test.step("a picture in the face's place, once it has words", async () => {
    await page.getByRole("button", { name: "Change the portrait" }).click();
    const dialog = page.getByRole("dialog", { name: "Choose a face" });
    const file = dialog.getByLabel("Picture file");
    await file.setInputFiles({
      name: "me.png",
      mimeType: "image/png",
      buffer: Buffer.from("<svg onload='alert(1)'/>"),
    });
    await dialog.getByLabel("What does one see?").fill("A woman at a workbench");
    await dialog.getByRole("button", { name: "Use this picture" }).click();
    await expect(dialog.getByText("This is not a picture we can use.")).toBeVisible();
    await file.setInputFiles({ name: "me.png", mimeType: "image/png", buffer: picture(300, 400) });
    await dialog.getByLabel("What does one see?").fill("A woman at a workbench");
    await dialog.getByRole("button", { name: "Use this picture" }).click();
    await expect(dialog.getByRole("button", { name: "Back to the drawn face" })).toBeVisible();
    await dialog.getByRole("button", { name: "Done" }).click();
    const portrait = page.getByRole("article").getByRole("img", { name: "A woman at a workbench" });
    await expect(portrait).toBeVisible();
    await expect(portrait).toHaveAttribute("src", /^\/pictures\//);
    await expect.poll(() => portrait.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
    await saved(page);
  });

  await test.step("nobody else is given the picture, whether it is there or not", async () => {
    const stranger = await newPerson("Eve");
    const { content } = await api.personas.draft.query({ workspaceId: place.workspaceId, documentId: place.personaId });
    const { picture: pictureId } = content.portrait as { readonly picture: string };
    const address = `/pictures/${place.workspaceId}/${pictureId}`;
    const own = await page.request.get(address);
    expect(own.headers()).toMatchObject({ "content-type": "image/webp", "x-content-type-options": "nosniff" });
    expect(own.headers()["cache-control"]).toContain("private");
    const none = await stranger.page.request.get(`/pictures/${place.workspaceId}/${crypto.randomUUID()}`);
    const foreign = await stranger.page.request.get(address);
    expect([foreign.status(), await foreign.text()]).toEqual([404, await none.text()]);
    expect((await stranger.page.request.get("/pictures/nonsense/../x")).status()).toBe(404);
  });

  await test.step("what is worth a look is said and leads there", async () => {
    const hints = page.getByRole("region", { name: "Worth a look" });
    await expect(hints).toContainText("Nothing said yet about quote and pain points.");
  });

  await test.step("everything is there after a reload, for everybody, and the segment knows its persona", async () => {
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Favourite tool" })).toHaveValue("A cordless drill");
    await expect(page.getByText("1 of 4")).toBeVisible();
    await expectAccessible(page);
    await expectFitsPhone(page);
    await page.goto(`/w/${place.slug}/segments/${place.segment}`);
    const personas = page.getByRole("region", { name: "Personas" });
    await expect(personas.getByRole("link", { name: "Maya Okafor" })).toBeVisible();
    await expect(personas).toContainText("Together 40% of the segment");
    await expectAccessible(page);
    await expectFitsPhone(page);
  });
});

test("a version is read without a control, and a new persona is begun on a phone", async ({ newPerson }) => {
  test.setTimeout(120_000);
  const ada = await newPerson("Ada");
  const { page, api } = ada;
  const { workspaceId, persona, personaId: documentId } = await furnish(ada);
  await page.setViewportSize({ width: 360, height: 740 });

  await test.step("claims are written and told apart on a phone", async () => {
    await page.goto(persona);
    await page.getByRole("textbox", { name: "Archetype" }).fill("The Saturday-hour rebuilder");
    await page.getByRole("textbox", { name: "Add to goals" }).fill("One trip, one weekend");
    await page.getByRole("textbox", { name: "Add to goals" }).press("Enter");
    const dialog = await details(page, "Goals, 1 of 1");
    await dialog.getByRole("radio", { name: /^Measured/ }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add journey" }).click();
    await page.keyboard.type("Sees the video");
    await page.keyboard.press("Enter");
    await saved(page);
    await expectFitsPhone(page);
    await expectAccessible(page);
  });

  await test.step("what is published shows no empty section and nothing to write in", async () => {
    const { revision } = await api.personas.draft.query({ workspaceId, documentId });
    await api.personas.publish.mutate({ workspaceId, documentId, revision, note: "First", reasons: [] });
    await page.goto(`${persona}/versions/1`);
    const sheet = page.getByRole("article");
    await expect(sheet.getByRole("heading", { name: "Goals" })).toBeVisible();
    await expect(sheet.getByRole("heading", { name: "Needs" })).toHaveCount(0);
    await expect(sheet.getByRole("textbox")).toHaveCount(0);
    await expect(sheet.getByText("Add:")).toHaveCount(0);
    await expect(sheet.getByText("Measured", { exact: true })).toBeVisible();
    await expectFitsPhone(page);
    await expectAccessible(page);
  });
});
