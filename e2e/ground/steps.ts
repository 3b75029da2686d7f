// What people do on many days of a story, by the product's own screens.
import { expect, type Page } from "@playwright/test";
import { linkIn, mailFor } from "./mailbox";

export interface Newcomer {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** From the sign-up form to a signed-in browser, by the link in the mail. */
export async function signUpByForm(page: Page, { name, email, password }: Newcomer): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
  await page.goto(linkIn(await mailFor(email, /Confirm your address/)));
  await expect(page.getByRole("heading", { name: "Confirm your address" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Confirm and sign in" }).click();
}

/** On the page of the members. */
export async function inviteByForm(page: Page, email: string, role: "Viewer" | "Reviewer" | "Editor"): Promise<void> {
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("radio", { name: role, exact: true }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText(`The invitation to ${email} is on its way.`)).toBeVisible();
}

/** From the link in the mail, by an account of one's own, into the workspace. */
export async function acceptByForm(page: Page, newcomer: Newcomer, workspace: string): Promise<void> {
  await page.goto(linkIn(await mailFor(newcomer.email, new RegExp(`invites you to ${workspace}`))));
  await expect(page.getByRole("heading", { name: `Join ${workspace}` })).toBeVisible();
  await page.getByRole("link", { name: "Create an account" }).click();
  await expect(page.getByRole("heading", { name: "Create an account" })).toBeVisible();
  await signUpByForm(page, newcomer);
  await page.getByRole("link", { name: "See the invitation" }).click();
  await page.getByRole("button", { name: `Join ${workspace}` }).click();
  await page.waitForURL(/\/w\/[^/]+$/);
}

/** Waits until the document is on the server as it is on the screen, and publishes it. */
export async function publish(page: Page, number: number, note: string): Promise<void> {
  await expect(page.locator("[data-state=saved]").first()).toBeVisible();
  await page.getByRole("button", { name: `Publish v${number}` }).click();
  const dialog = page.getByRole("dialog", { name: `Publish v${number}` });
  await dialog.getByLabel("What is new?").fill(note);
  await dialog.getByRole("button", { name: `Publish v${number}` }).click();
  await expect(dialog).toBeHidden();
}
