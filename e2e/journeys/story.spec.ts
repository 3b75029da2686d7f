// The whole story on files that nobody here wrote, as one team lives it: from an address nobody knows to a persona that is
// read on a phone by somebody in sales. Where the real files are not beside the checkout, files made in the same shape
// take their place. What it looks like at its moments is kept in test-results/story, and is the README's tour.
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { expect, newAddress, test } from "../fixtures";
import { expectAccessible, expectFitsPhone } from "../ground/look";
import { linkIn, mailFor } from "../ground/mailbox";
import { camera, isForReadme } from "../ground/pictures";
import { acceptByForm, inviteByForm, type Newcomer, publish, signUpByForm } from "../ground/steps";
import { storyData } from "../ground/story-data";
import { letDaysPass, noonZone } from "../ground/time";

const TEAM = "Fernhill Studio";
const DESK = { viewport: { width: 1440, height: 900 }, colorScheme: "light" } as const;
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: "light" } as const;

const box = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const saved = (page: Page) => page.locator("[data-state=saved]").first();
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const story = (page: Page) => box(page, "Story");
const figure = (count: number) => count.toLocaleString("en-GB");

function newcomer(name: string): Newcomer {
  return { name, email: newAddress(name.split(" ")[0] ?? name), password: `${name} paddles upstream` };
}

/** By the list at the left, which says how many there are beside some names. */
async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(`^${name}`) })
    .first()
    .click();
  await expect(title(page, name)).toBeVisible();
}

async function chooseFile(page: Page, path: string): Promise<void> {
  await goTo(page, "Customer data");
  await page
    .getByRole("link", { name: /^Import/ })
    .first()
    .click();
  await page.getByLabel("File to import").setInputFiles(path);
  await expect(page.getByRole("columnheader", { name: /customerid/i }).first()).toBeVisible({ timeout: 60_000 });
}

async function importIt(page: Page, customers: number): Promise<void> {
  await page.getByRole("button", { name: /^Import (about )?[\d,]+ rows/ }).click();
  await expect(page.getByRole("heading", { name: "What next" })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(figure(customers), { exact: true }).first()).toBeVisible();
}

async function importAs(page: Page, name: string, customers: number): Promise<void> {
  await box(page, "Name").fill(name);
  await page.getByRole("button", { name: "Understanding who our customers are" }).click();
  await importIt(page, customers);
}

/** A new segment by the button of the list: of a template, or under a name of one's own. */
async function newSegment(page: Page, name: string, template?: string): Promise<void> {
  await goTo(page, "Segments");
  await page.getByRole("button", { name: "New segment" }).first().click();
  const dialog = page.getByRole("dialog", { name: "New segment" });
  if (template) await dialog.getByRole("radio", { name: new RegExp(`^${template}`) }).check();
  else await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create segment" }).click();
  await expect(box(page, "Name")).toHaveValue(new RegExp(`^${name}`));
}

async function addCondition(page: Page, trait: string): Promise<void> {
  await page.getByRole("button", { name: "Add condition" }).click();
  await page.getByRole("combobox", { name: "Find a trait" }).fill(trait);
  await page.keyboard.press("Enter");
}

/** Several lines pasted into a section of the sheet, which become as many claims. */
async function pasteClaims(page: Page, section: string, lines: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: `Add ${section}`, exact: true }).click();
  await box(page, `Add to ${section}`).evaluate(
    (field, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", words);
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    lines.map((line) => `- ${line}`).join("\n"),
  );
  for (const line of lines) await expect(page.getByRole("button", { name: `Move ${line}` })).toBeAttached();
}

test("the whole story, from a new address to a phone in sales", async ({ newBrowser }, testInfo) => {
  test.setTimeout(300_000);
  const data = storyData(testInfo.outputPath("files"), isForReadme);
  testInfo.annotations.push({ type: "files", description: data.words });
  const look = camera(testInfo);
  const ada = newcomer("Ada Lund");
  const ben = newcomer("Ben Osei");
  const cleo = newcomer("Cleo Marsh");
  const sam = newcomer("Sam Rivers");
  // The workspace gets the zone of whoever makes it.
  const adas = await (await newBrowser([], { ...DESK, timezoneId: noonZone() })).newPage();
  const bens = await (await newBrowser([], DESK)).newPage();
  const cleos = await (await newBrowser([], DESK)).newPage();
  const team = [adas, bens, cleos];
  const { name } = data.persona;
  let persona = "";

  await test.step("sign up, make a workspace, and ask three others to come", async () => {
    await adas.goto("/sign-up");
    await signUpByForm(adas, ada);
    await expect(title(adas, `Welcome, ${ada.name}`)).toBeVisible();
    await box(adas, "Name").fill(TEAM);
    await adas.getByRole("button", { name: "Create the workspace" }).click();
    await adas.waitForURL(/\/w\/fernhill-studio[^/]*$/);
    await expect(title(adas, ada.name.split(" ")[0] ?? "")).toBeVisible();
    await look(adas, "a-new-workspace");
    await adas.getByRole("link", { name: "Settings" }).click();
    await adas.getByRole("link", { name: "Members" }).click();
    await inviteByForm(adas, ben.email, "Editor");
    await inviteByForm(adas, cleo.email, "Reviewer");
    await inviteByForm(adas, sam.email, "Viewer");
    await Promise.all([acceptByForm(bens, ben, TEAM), acceptByForm(cleos, cleo, TEAM)]);
  });

  await test.step("import a telephone company's contracts and a gift shop's orders", async () => {
    await chooseFile(adas, data.orders[0].path);
    await expect(adas.getByRole("button", { name: /CustomerID.*Customer’s id/ }).first()).toBeVisible();
    await look(adas, "orders-understood");
    await adas.getByLabel("The data speak of").fill(data.orders[0].lastDay);
    await importAs(adas, "Gift shop orders", data.orders[0].customers);
    await chooseFile(bens, data.contracts.path);
    await bens.getByRole("radio", { name: /^A new dataset/ }).check();
    await importAs(bens, "Telephone contracts", data.contracts.customers);
    await expectAccessible(bens);
  });

  await test.step("six foundational segments, four of them counted in the orders, are published", async () => {
    await adas.getByRole("link", { name: "Discover segments" }).click();
    const six = adas.getByRole("region", { name: "Six groups to begin with" });
    await expect(six.getByText("Nobody’s")).toBeVisible({ timeout: 60_000 });
    await six.scrollIntoViewIfNeeded();
    await look(adas, "six-groups-to-begin-with");
    await six.getByRole("button", { name: "Make all 4 as drafts" }).click();
    await expect(title(adas, "Segments")).toBeVisible();
    for (const segment of ["New customers", "High spenders", "Lapsing customers", "Repeat customers"]) {
      await goTo(adas, "Segments");
      await adas.getByRole("link", { name: segment }).first().click();
      await publish(adas, 1, "As the shop's orders have it");
    }
    for (const template of ["Incentive lovers", "Cart abandoners"]) {
      await newSegment(bens, template, template);
      await publish(bens, 1, "What we believe until the shop counts it");
    }
  });

  await test.step("and one built by hand, counted while it is written", async () => {
    await newSegment(bens, "Newcomers who may leave any month");
    await bens.getByRole("combobox", { name: "Customer data" }).selectOption("Telephone contracts");
    await addCondition(bens, "contract");
    await bens.getByRole("button", { name: "Contract: choose values" }).click();
    await bens.getByRole("combobox", { name: "Find or write values of Contract" }).fill("month");
    await bens.keyboard.press("Enter");
    await bens.keyboard.press("Escape");
    await addCondition(bens, "tenure");
    await bens.getByRole("combobox", { name: "Comparison of tenure" }).selectOption("less than");
    await box(bens, "tenure").fill("12");
    await expect(bens.getByText(figure(data.contracts.newcomers), { exact: true }).first()).toBeVisible();
    await look(bens, "a-segment-by-hand");
    await expect(saved(bens)).toBeVisible();
    await bens.getByRole("button", { name: "Publish v1" }).click();
    const dialog = bens.getByRole("dialog", { name: "Publish v1" });
    await expect(dialog.getByText(figure(data.contracts.newcomers)).first()).toBeVisible();
    await dialog.getByLabel("What is new?").fill("Who may leave any month");
    await dialog.getByRole("button", { name: "Publish v1" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("a persona from a segment, completed from a text that the team had, with a face", async () => {
    await adas.getByRole("button", { name: "Write a persona" }).click();
    await expect(adas.getByText("Measured", { exact: true }).first()).toBeVisible();
    persona = new URL(adas.url()).pathname;
    await box(adas, "Name").fill(name);
    await box(adas, "Archetype").fill(data.persona.line);
    await pasteClaims(adas, "goals", data.persona.goals);
    await pasteClaims(adas, "pain points", data.persona.dislikes);
    await adas.getByRole("button", { name: "Add story" }).click();
    await adas.getByRole("button", { name: "Put in", exact: true }).click();
    await adas.getByRole("menuitem", { name: /^Text of a file/ }).click();
    await adas.getByLabel("File to insert").setInputFiles(data.persona.path);
    await expect(story(adas)).toContainText(data.persona.dislikes[0] ?? "");
    await adas.getByRole("button", { name: "Change the portrait" }).click();
    const faces = adas.getByRole("dialog", { name: "Choose a face" });
    await faces.getByRole("button", { name: "Face 5" }).click();
    await faces.getByText("Sage").click();
    await expect(faces.getByRole("button", { name: "Face 5" })).toHaveAttribute("aria-pressed", "true");
    await faces.getByRole("button", { name: "Done" }).click();
    await publish(adas, 1, "From the shop's data and our old text");
    await adas.evaluate(() => window.scrollTo(0, 0));
    await expect(adas.getByText("assumptions left to test")).toBeVisible();
    await look(adas, "a-persona");
  });

  await test.step("a scenario written by two people, with chips, a beat and a need", async () => {
    await adas.getByRole("button", { name: "Write a scenario" }).click();
    await box(adas, "Title").fill("The order before the season");
    await expect(saved(adas)).toBeVisible();
    await goTo(bens, "Scenarios");
    await bens.getByRole("link", { name: "The order before the season" }).first().click();
    for (const page of [adas, bens]) await expect(story(page)).toHaveAttribute("contenteditable", "true");
    await story(adas).locator("p").first().click();
    await adas.keyboard.type(`At ten in the evening @${name.slice(0, 4)}`);
    await adas.getByRole("option", { name: new RegExp(name) }).click();
    await adas.keyboard.type("counts the till, one of our @Repeat");
    await adas.getByRole("option", { name: /^Repeat customers/ }).click();
    await expect(story(bens).getByText("counts the till")).toBeVisible();
    await story(bens).locator("p").nth(2).click();
    await bens.keyboard.type("/beat");
    await bens.getByRole("option", { name: /^Story beat/ }).click();
    await Promise.all([
      bens.keyboard.type("The order form shows what was bought last year."),
      adas.keyboard.type("since spring."),
    ]);
    await story(bens).getByRole("radio", { name: "Pleased" }).check();
    await story(bens).locator("p").nth(5).click();
    await bens.keyboard.type("/need");
    await bens.getByRole("option", { name: /^Need/ }).click();
    await bens.keyboard.type("Last year's winter order, ready to change");
    await expect(story(bens)).toContainText("since spring.");
    await expect(story(adas).locator("[data-emotion='1']")).toContainText("what was bought last year");
    await expect(story(adas)).toContainText("ready to change");
    await story(bens).locator("p").first().scrollIntoViewIfNeeded();
    await look(bens, "a-scenario-by-two");
    await publish(adas, 1, "As two of us know it");
  });

  await test.step("the persona is to be verified every month", async () => {
    await goTo(adas, "Personas");
    await adas.getByRole("link", { name }).first().click();
    await adas.getByRole("region", { name: "Verification" }).getByRole("button", { name: "Change…" }).click();
    const dialog = adas.getByRole("dialog", { name: "Verification" });
    await dialog.getByRole("combobox", { name: "How often" }).selectOption("Every month");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(adas.getByText("Every month", { exact: false }).first()).toBeVisible();
  });

  await test.step("a second export of the shop arrives, and what moved marks the persona", async () => {
    await chooseFile(adas, data.orders[1].path);
    await adas.getByRole("button", { name: "Read as last time" }).click();
    await adas.getByLabel("The data speak of").fill(data.orders[1].lastDay);
    await importIt(adas, data.orders[1].customers);
    await goTo(adas, "Segments");
    await adas.getByRole("link", { name: "Repeat customers" }).first().click();
    const drift = adas.getByRole("heading", { name: "Drifting since v1" });
    await expect(drift).toBeVisible({ timeout: 60_000 });
    await drift.scrollIntoViewIfNeeded();
    await look(adas, "what-moved");
    await expectAccessible(adas);
    await goTo(adas, "Segments");
    await expect(adas.getByText("Drifting").first()).toBeVisible();
    await goTo(adas, "Personas");
    await adas.getByRole("link", { name }).first().click();
    await expect(adas.getByText("The customer data have moved away from what it stands for")).toBeVisible();
    await look(adas, "a-persona-in-doubt");
  });

  await test.step("three people look at it together, and decide that it is published anew", async () => {
    await box(adas, "Summary").fill("Comes back more often than before, for smaller things.");
    await expect(saved(adas)).toBeVisible();
    await goTo(adas, "Reviews");
    await adas.getByRole("link", { name: "Plan a session" }).first().click();
    await adas.getByLabel("Title").fill("Does it still hold?");
    for (const other of [ben, cleo]) await adas.getByRole("checkbox", { name: new RegExp(other.name) }).check();
    await adas.getByRole("button", { name: "Add documents" }).click();
    const agenda = adas.getByRole("dialog", { name: "Add documents to the agenda" });
    await agenda.getByRole("combobox", { name: "Which" }).selectOption("Drifting or contradicted");
    await agenda.getByRole("checkbox", { name: new RegExp(name) }).check();
    await agenda.getByRole("button", { name: "Add it" }).click();
    await adas.getByRole("button", { name: "Plan it and invite" }).click();
    await adas.getByRole("button", { name: "Start" }).click();
    for (const [page, { email }] of [[bens, ben] as const, [cleos, cleo] as const]) {
      const { links } = await mailFor(email, /Does it still hold/);
      await page.goto(links.find((link) => /\/reviews\/[0-9a-f-]{36}$/.test(link)) ?? "");
    }
    for (const page of team) await expect(title(page, name)).toBeVisible();
    const vote = (page: Page) => page.getByRole("group", { name: "Is this still true?" });
    for (const page of [bens, cleos])
      await vote(page)
        .getByRole("button", { name: /^Approve/ })
        .click();
    await cleos.getByLabel("Add a note").fill("Ask three of them what changed.");
    await cleos.getByRole("button", { name: "Add note" }).click();
    await expect(adas.getByText("Ask three of them what changed.")).toBeVisible();
    await look(adas, "a-review-by-three");
    await adas.getByRole("button", { name: "Approve and publish v2" }).click();
    const dialog = adas.getByRole("dialog", { name: "Approve and publish v2" });
    await dialog.getByLabel("What is new").fill("Buys more often, and smaller");
    await dialog.getByRole("button", { name: "Approve and publish v2" }).click();
    for (const page of team) await expect(page.getByText("Published as v2")).toBeVisible();
    await adas.getByRole("button", { name: "End session" }).click();
    await adas.getByRole("alertdialog").getByRole("button", { name: "End session" }).click();
    await expect(cleos.getByText("Buys more often, and smaller").first()).toBeVisible();
  });

  await test.step("a month later a mail reminds its owner, her calendar has the day, and it is still true", async () => {
    await letDaysPass(persona.split("/").at(-1) ?? "", 33);
    const reminder = await mailFor(ada.email, new RegExp(`^${name} is overdue`));
    await adas.getByRole("navigation").getByRole("link", { name: "Today" }).first().click();
    await expect(adas.getByRole("link", { name: `Review ${name}` })).toBeVisible();
    await look(adas, "today");
    await adas.getByRole("button", { name: "Add to calendar" }).click();
    await adas.getByRole("button", { name: "Make an address" }).click();
    const address = await adas.getByLabel("Address of your calendar").inputValue();
    // A calendar has no cookies.
    const answer = await (await newBrowser()).request.get(address);
    const feed = new ICAL.Component(ICAL.parse(await answer.text()));
    const events = feed.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).summary);
    expect(events.filter((summary) => summary.includes(name))).toHaveLength(1);
    await adas.goto(linkIn(reminder));
    await expect(adas.getByRole("heading", { name: "Is this still true?" })).toBeVisible();
    await look(adas, "is-this-still-true");
    await adas.getByRole("button", { name: /^Still true/ }).click();
    await expect(adas.getByText(/^Fresh until/).first()).toBeVisible();
  });

  await test.step("Sam of sales follows his link on a phone, and reads the persona", async () => {
    const phone = await (await newBrowser([], PHONE)).newPage();
    await acceptByForm(phone, sam, TEAM);
    await phone.getByRole("link", { name, exact: true }).first().tap();
    await phone.waitForURL(`**${persona}`);
    await expect(title(phone, name)).toBeVisible();
    await expect(phone.getByText("Comes back more often than before, for smaller things.")).toBeVisible();
    for (const goal of data.persona.goals) await expect(phone.getByText(goal).first()).toBeVisible();
    await expect(phone.getByRole("article").getByRole("textbox")).toHaveCount(0);
    await expect(phone.getByRole("button", { name: /^(Publish|Change the portrait|Add )/ })).toHaveCount(0);
    await expectFitsPhone(phone);
    await look(phone, "on-a-phone");
  });
});
