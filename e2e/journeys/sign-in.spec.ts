// Ways in and ways out, and that a way out leaves no way back.
import type { Page } from "@playwright/test";
import { expect, newAddress, type Person, test } from "../fixtures";
import { signIn } from "../ground/accounts";
import { ground } from "../ground/ground";
import { linkIn, mailFor } from "../ground/mailbox";

const WORKSPACES = /\/workspaces$/;

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Whether the browser is anybody to the product: by a page and by the API. */
async function expectSignedOut({ page, api }: Person): Promise<void> {
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(api.accounts.me.query()).rejects.toMatchObject({ data: { code: "UNAUTHENTICATED" } });
}

test("a wrong password is refused in words, the right one leads on", async ({ newPerson, page }) => {
  const ada = await newPerson("Ada");
  await page.goto("/sign-in");
  await fillSignIn(page, ada.email, "not the password at all");
  await expect(page.getByText("This address and password don't belong together.")).toBeVisible();
  await fillSignIn(page, newAddress("nobody"), "not the password at all");
  await expect(page.getByText("This address and password don't belong together.")).toBeVisible();
  await fillSignIn(page, ada.email, ada.password);
  await expect(page).toHaveURL(WORKSPACES);
});

test("who has tried too often is told to wait, even with the right password", async ({ newPerson, page }) => {
  const ada = await newPerson("Ada");
  await page.goto("/sign-in");
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answered = page.waitForResponse((response) => response.url().includes("/callback/password"));
    await fillSignIn(page, ada.email, `guess number ${attempt} of many`);
    await answered;
  }
  await fillSignIn(page, ada.email, ada.password);
  await expect(page.getByText(/^Too many tries\./)).toBeVisible();
});

test("signing in leads back to the page that was asked for", async ({ newPerson, page }) => {
  const ada = await newPerson("Ada");
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await fillSignIn(page, ada.email, ada.password);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("an address of another site is never gone on to", async ({ newPerson, page }) => {
  const ada = await newPerson("Ada");
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent("https://evil.example/")}`);
  await fillSignIn(page, ada.email, ada.password);
  await expect(page).toHaveURL(WORKSPACES);
  expect(new URL(page.url()).origin).toBe(ground().url);
});

test("a forgotten password is replaced by mail, once, and signs out everywhere else", async ({ newPerson, page }) => {
  const ada = await newPerson("Ada");
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
  const link = linkIn(await mailFor(ada.email, /password/i));
  await page.goto(link);
  await page.getByLabel("New password").fill("a wholly different herring");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await expect(page).toHaveURL(WORKSPACES);
  await expectSignedOut(ada);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link is no longer good" })).toBeVisible();
});

test("a forgotten password of nobody's is answered alike", async ({ page }) => {
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(newAddress("nobody"));
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByRole("heading", { name: "Check your inbox" })).toBeVisible();
});

test("a session ended in one browser is over in the other", async ({ newPerson, newBrowser }) => {
  const ada = await newPerson("Ada");
  const other = await newBrowser();
  await signIn(other, ada);
  const lost = await other.newPage();
  await lost.goto("/account");
  await expect(lost.getByRole("heading", { name: "Your account" })).toBeVisible();

  await ada.page.goto("/account");
  await expect(ada.page.getByText("This browser")).toHaveCount(1);
  await ada.page.getByRole("button", { name: /^Sign out .+ on / }).click();
  await expect(ada.page.getByRole("button", { name: /^Sign out .+ on / })).toHaveCount(0);

  await lost.reload();
  await expect(lost).toHaveURL(/\/sign-in/);
  await ada.page.reload();
  await expect(ada.page.getByRole("heading", { name: "Your account" })).toBeVisible();
});

test("signing out everywhere leaves no browser signed in", async ({ newPerson, newBrowser }) => {
  const ada = await newPerson("Ada");
  const other = await newBrowser();
  await signIn(other, ada);
  await ada.page.goto("/account");
  await ada.page.getByRole("button", { name: "Sign out everywhere", exact: true }).click();
  await expect(ada.page).toHaveURL(/\/sign-in/);
  const lost = await other.newPage();
  await lost.goto("/account");
  await expect(lost).toHaveURL(/\/sign-in/);
});

test("a cookie that was copied before signing out opens nothing after it", async ({ newPerson, newBrowser }) => {
  const ada = await newPerson("Ada");
  const cookies = await ada.context.cookies();
  await ada.page.goto("/account");
  await ada.page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(ada.page).toHaveURL(/\/sign-in|\/$/);

  const thief = await newBrowser();
  await thief.addCookies(cookies);
  const page = await thief.newPage();
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await ada.context.clearCookies();
  await ada.context.addCookies(cookies);
  await expectSignedOut(ada);
});

test.describe("with a real OpenID provider", () => {
  async function atProvider(page: Page, email: string, name: string, isConfirmed = true): Promise<void> {
    await page.getByRole("button", { name: "Company sign-in" }).click();
    await page.getByLabel("Company e-mail").fill(email);
    await page.getByLabel("Full name").fill(name);
    await page.getByLabel("The address is confirmed").setChecked(isConfirmed);
    await page.getByRole("button", { name: "Continue" }).click();
  }

  test("a newcomer is signed in, and is the same person the next time", async ({ page, newBrowser }) => {
    const email = newAddress("cleo");
    await page.goto("/sign-in");
    await atProvider(page, email, "Cleo Marsh");
    await expect(page.getByRole("heading", { name: "Welcome, Cleo Marsh" })).toBeVisible();
    await page.getByLabel("Name", { exact: true }).fill("Lighthouse");
    await page.getByRole("button", { name: "Create the workspace" }).click();
    await page.waitForURL(/\/w\/lighthouse/);

    const again = await (await newBrowser()).newPage();
    await again.goto("/sign-in");
    await atProvider(again, email, "Cleo Marsh");
    await again.waitForURL(/\/w\/lighthouse|\/workspaces/);
    await again.goto("/workspaces");
    await expect(again.getByText("Lighthouse").first()).toBeVisible();
  });

  test("an address that has an account is refused, and the account stays its owner's", async ({ newPerson, page }) => {
    const ada = await newPerson("Ada");
    await page.goto("/sign-in");
    await atProvider(page, ada.email, "Mallory");
    await expect(page.getByText("Somebody already has an account here with your address.")).toBeVisible();
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in/);
    expect((await ada.api.accounts.me.query()).signOn?.isConnected).toBe(false);
  });

  test("an address that the provider doesn't vouch for is refused", async ({ page }) => {
    await page.goto("/sign-in");
    await atProvider(page, newAddress("dora"), "Dora", false);
    await expect(page.getByText("Your provider doesn't say that your e-mail address is confirmed")).toBeVisible();
  });

  test("a signed-in person connects it with their password, and then signs in by it", async ({ newPerson, page }) => {
    const ada = await newPerson("Ada");
    await ada.page.goto("/account");
    await ada.page.getByLabel("Your password").fill(ada.password);
    await ada.page.getByRole("button", { name: "Connect Company sign-in" }).click();
    await ada.page.getByLabel("Company e-mail").fill(ada.email);
    await ada.page.getByLabel("Full name").fill("Ada");
    await ada.page.getByRole("button", { name: "Continue" }).click();
    await expect(ada.page.getByText("Connected", { exact: true })).toBeVisible();

    await page.goto("/sign-in");
    await atProvider(page, ada.email, "Ada");
    await expect(page).toHaveURL(WORKSPACES);
    await page.goto("/account");
    await expect(page.getByText(ada.email).first()).toBeVisible();
  });
});
