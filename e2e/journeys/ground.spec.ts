// The suite's own watchfulness: what it would say of a page that does everything wrong.
import { expect, test } from "../fixtures";
import { seriousFaults, sidewaysWidth } from "../ground/look";
import { watch } from "../ground/problems";

test("a page that nobody can read is noticed", async ({ page }) => {
  await page.setContent('<html lang="en"><title>Bad</title><main><h1>Bad</h1><input><p style="width:900px">Wide</p>');
  expect((await seriousFaults(page)).join()).toContain("label");
  expect(await sidewaysWidth(page)).toBeGreaterThan(360);
});

test("errors, breaches of the policy and broken answers are noticed", async ({ browser, baseURL }) => {
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const problems = watch();
  await problems.attach(context);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.evaluate(() => {
    console.error("something is off");
    document.body.append(Object.assign(new Image(), { src: "https://elsewhere.example/pixel.png" }));
    setTimeout(() => {
      throw new Error("thrown later");
    });
  });
  await expect.poll(() => problems.list.join()).toContain("thrown later");
  expect(problems.list.join()).toContain("something is off");
  await expect.poll(() => problems.list.join()).toContain("Content Security Policy: img-src");
  await context.close();
});
