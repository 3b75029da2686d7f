// Runs Lighthouse on one address after another and writes a line of JSON for each. Plain JavaScript for Node itself: Lighthouse
// sends its functions to the page as text, and a transpiler would have put helpers into them that the page doesn't know.
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { folder, executablePath, env, visits } = JSON.parse(process.argv[2] ?? "{}");
const require = createRequire(path.join(folder, "node_modules", "lighthouse", "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { default: puppeteer } = await load("puppeteer-core");
const { default: lighthouse, desktopConfig } = await load("lighthouse");

const METRICS = {
  contentful: "first-contentful-paint",
  largest: "largest-contentful-paint",
  shift: "cumulative-layout-shift",
  blocked: "total-blocking-time",
  index: "speed-index",
};
const CATEGORIES = { performance: "performance", accessibility: "accessibility", practices: "best-practices" };

/** What an audit holds against the page, with the first places that it names. */
function complaint({ id, title, details }) {
  const items = Array.isArray(details?.items) ? details.items : [];
  const places = items
    .slice(0, 4)
    .map((item) => item.node?.snippet ?? item.description ?? item.url ?? item.source?.url ?? "")
    .filter((text) => typeof text === "string" && text !== "");
  return { id, title, places };
}

for (const { url, cookies, isMobile } of visits) {
  // A browser for each, so that none finds what another has cached.
  const browser = await puppeteer.launch({
    executablePath,
    headless: "shell",
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  try {
    if (cookies.length > 0) await browser.setCookie(...cookies);
    const page = await browser.newPage();
    const flags = { onlyCategories: Object.values(CATEGORIES), logLevel: "silent" };
    const { lhr } = await lighthouse(url, flags, isMobile ? undefined : desktopConfig, page);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const scores = Object.entries(CATEGORIES).map(([name, id]) => [name, 100 * (lhr.categories[id]?.score ?? 0)]);
    const metrics = Object.entries(METRICS).map(([name, id]) => [name, lhr.audits[id]?.numericValue ?? 0]);
    const judged = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
      auditRefs.flatMap((ref) => (id === "performance" || ref.weight > 0 ? [ref.id] : [])),
    );
    const failed = judged.map((id) => lhr.audits[id]).filter(({ score }) => score !== null && score < 0.9);
    console.log(
      JSON.stringify({
        ...Object.fromEntries([...scores, ...metrics]),
        complaints: failed.map(complaint),
        address: lhr.finalDisplayedUrl,
      }),
    );
  } finally {
    await browser.close();
  }
}
