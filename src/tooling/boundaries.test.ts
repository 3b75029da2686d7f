// A boundary check that can't fail is worth nothing: under TypeScript 7 dependency-cruiser reads no file and passes.
// So every rule is seen to report a planted import, and the real tree is seen to have been read.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import boundaries, { FEATURE_ORDER } from "./boundaries.mjs";
import { type Cruise, cruise } from "./cruise";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Plant {
  readonly rule: string;
  readonly from: string;
  /** What is imported: `@/…` or a package. */
  readonly to: string;
  readonly asType?: boolean;
}

const bad: readonly Plant[] = [
  { rule: "shared-knows-nobody", from: "shared/dates.ts", to: "@/ui/button" },
  { rule: "ui-knows-shared", from: "ui/card.tsx", to: "@/trpc/client" },
  { rule: "trpc-knows-shared", from: "trpc/hooks.ts", to: "@/server/access/open-scope", asType: true },
  { rule: "trpc-sees-api-by-type", from: "trpc/caller.ts", to: "@/api/root" },
  { rule: "server-knows-shared", from: "server/mail/send.ts", to: "@/features/documents/document-contract" },
  { rule: "features-know-what-lies-below", from: "features/documents/import-app.ts", to: "@/api/root", asType: true },
  { rule: "api-composes-features", from: "api/theme.ts", to: "@/ui/button" },
  { rule: "app-only-mounts", from: "app/page.tsx", to: "@/features/personas/use-cases/publish-persona" },
  { rule: "pages-ask-the-api", from: "app/session/page.tsx", to: "@/server/auth/session", asType: true },
  { rule: "processes-run-the-server", from: "processes/api.ts", to: "@/ui/button" },
  { rule: "app-is-the-roof", from: "features/today/nav.ts", to: "@/app/navigation" },
  { rule: "tests-stay-tests", from: "server/jobs/run.ts", to: "@/testing/database" },
  { rule: "no-cycles", from: "shared/egg.ts", to: "@/shared/hen" },
  { rule: "no-unresolvable", from: "shared/hole.ts", to: "@/shared/nothing-here" },
  { rule: "contract-is-a-wire", from: "features/personas/face-contract.ts", to: "@/server/db/client", asType: true },
  { rule: "contract-needs-zod-alone", from: "features/personas/age-contract.ts", to: "react" },
  { rule: "rules-are-pure", from: "features/personas/face-rules.ts", to: "@/features/personas/persona-queries" },
  { rule: "rules-run-anywhere", from: "features/personas/name-rules.ts", to: "drizzle-orm" },
  { rule: "rules-run-anywhere-without-node", from: "features/personas/hash-rules.ts", to: "node:crypto" },
  { rule: "queries-hold-the-drizzle", from: "features/personas/use-cases/find-persona.ts", to: "drizzle-orm" },
  { rule: "queries-hold-the-drizzle", from: "features/personas/persona-shelf.ts", to: "@/server/db/schema/document" },
  { rule: "tables-stay-in-the-server", from: "server/jobs/sweep.ts", to: "@/server/db/schema/document" },
  {
    rule: "queries-only-query",
    from: "features/personas/tag-queries.ts",
    to: "@/features/personas/use-cases/name-persona",
  },
  {
    rule: "queries-stay-at-home",
    from: "features/personas/use-cases/list-all.ts",
    to: "@/features/documents/document-queries",
  },
  { rule: "queries-are-for-the-feature", from: "api/rows.ts", to: "@/features/documents/document-queries" },
  {
    rule: "routers-are-composed-once",
    from: "features/personas/use-cases/call.ts",
    to: "@/features/personas/persona-router",
  },
  { rule: "handlers-belong-to-the-worker", from: "api/worker.ts", to: "@/features/personas/persona-job-handlers" },
  { rule: "jobs-are-names", from: "features/personas/face-jobs.ts", to: "@/features/personas/use-cases/name-persona" },
  {
    rule: "use-cases-have-no-screen",
    from: "features/personas/use-cases/draw.ts",
    to: "@/features/personas/components/face",
  },
  { rule: "routers-are-contents", from: "features/personas/face-router.ts", to: "@/ui/button" },
  { rule: "components-ask-the-api", from: "features/personas/components/list.tsx", to: "@/server/access/open-scope" },
  {
    rule: "components-ask-the-api",
    from: "features/personas/components/form.tsx",
    to: "@/features/personas/use-cases/name-persona",
  },
  {
    rule: "components-import-contracts-by-type",
    from: "features/personas/components/card.tsx",
    to: "@/features/personas/persona-contract",
  },
  { rule: "next-auth-lives-in-server-auth", from: "app/api/auth/route.ts", to: "next-auth" },
  { rule: "argon2-lives-in-server-auth", from: "features/accounts/use-cases/sign-up.ts", to: "@node-rs/argon2" },
  { rule: "server-only-lives-in-api", from: "features/accounts/who.ts", to: "server-only" },
  { rule: "no-development-packages-in-the-product", from: "shared/random.ts", to: "fast-check" },
  // Each feature looks at a sibling, or at the next one to the right.
  ...FEATURE_ORDER.flatMap((place, rank) =>
    place.flatMap((name) => {
      const stranger = place.find((sibling) => sibling !== name) ?? FEATURE_ORDER[rank + 1]?.[0];
      const from = `features/${name}/components/peek.tsx`;
      return stranger
        ? [{ rule: `${name}-looks-left`, from, to: `@/features/${stranger}/${stranger}-contract`, asType: true }]
        : [];
    }),
  ),
];

const good: readonly Omit<Plant, "rule">[] = [
  { from: "trpc/good-client.ts", to: "@/api/root", asType: true },
  { from: "features/personas/good-router.ts", to: "@/features/personas/persona-queries" },
  { from: "features/personas/good-queries.ts", to: "@/server/db/schema/document" },
  {
    from: "features/personas/use-cases/good-publish.ts",
    to: "@/features/documents/versions/use-cases/publish-version",
  },
  { from: "features/personas/good-rules.ts", to: "@/features/documents/document-contract", asType: true },
  { from: "features/personas/components/good-view.tsx", to: "@/features/documents/components/history" },
  { from: "features/personas/components/good-card.tsx", to: "@/features/personas/persona-contract", asType: true },
  { from: "features/personas/good.test.ts", to: "@/testing/database" },
  { from: "app/good/page.tsx", to: "@/features/personas/components/face" },
  { from: "app/good/layout.tsx", to: "@/api/rsc" },
  { from: "app/good/route.ts", to: "@/server/auth/session" },
  { from: "processes/good-worker.ts", to: "@/features/personas/persona-job-handlers" },
];

const PACKAGES = ["drizzle-orm", "next-auth", "@node-rs/argon2", "server-only", "react", "zod"];
const DEVELOPMENT_PACKAGES = ["fast-check"];

/** Writes the plants and whatever they import into an empty tree with packages of the same names. */
async function plant(root: string): Promise<void> {
  const files = new Map<string, string>();
  const plants = [...bad, ...good];
  for (const { to } of plants) {
    if (to.startsWith("@/") && !to.endsWith("nothing-here"))
      files.set(`src/${to.slice(2)}.ts`, "export const x = 1;\n");
  }
  for (const { from, to, asType } of plants) {
    files.set(
      `src/${from}`,
      `import ${asType ? "type " : ""}{ x } from "${to}";\nexport const y${asType ? ": typeof x" : ""} = ${asType ? 1 : "x"};\n`,
    );
  }
  for (const name of [...PACKAGES, ...DEVELOPMENT_PACKAGES]) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    files.set(`node_modules/${name}/index.js`, "export const x = 1;\n");
  }
  files.set("src/shared/hen.ts", 'import { y } from "@/shared/egg";\nexport const x = y;\n');
  const versions = (names: string[]) => Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  const manifest = {
    type: "module",
    dependencies: versions(PACKAGES),
    devDependencies: versions(DEVELOPMENT_PACKAGES),
  };
  files.set("package.json", JSON.stringify(manifest));
  files.set("tsconfig.json", await readFile(join(ROOT, "tsconfig.json"), "utf8"));
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

describe("planted imports", () => {
  let root: string;
  let seen: Cruise;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "dramatis-boundaries-"));
    await plant(root);
    seen = await cruise(root, ["src"]);
  }, 60_000);

  afterAll(() => rm(root, { recursive: true, force: true }));

  test.each(bad)("$rule reports src/$from importing $to", ({ rule, from }) => {
    expect(
      seen.violations.filter((violation) => violation.from === `src/${from}`).map((violation) => violation.rule),
    ).toContain(rule);
  });

  test.each(good)("src/$from may import $to", ({ from }) => {
    expect(seen.violations.filter((violation) => violation.from === `src/${from}`)).toEqual([]);
  });

  test("every rule has a plant", () => {
    const planted = new Set(bad.map(({ rule }) => rule));
    const last = FEATURE_ORDER.at(-1) ?? [];
    const unplantable = last.length > 1 ? [] : last.map((name) => `${name}-looks-left`);
    const rules = boundaries.forbidden.map(({ name }) => name).filter((name) => !unplantable.includes(name));
    expect(rules.filter((name) => !planted.has(name))).toEqual([]);
  });
});

describe("the real tree", () => {
  test("is read, not skipped", async () => {
    const { modules } = await cruise(ROOT, ["src", "e2e"]);
    expect(modules).toBeGreaterThan(60);
  }, 120_000);

  test("has no feature without a place in the order", async () => {
    const folders = await readdir(join(ROOT, "src/features"));
    expect(folders.filter((name) => !FEATURE_ORDER.flat().includes(name))).toEqual([]);
  });

  test('says "use client" only where a leaf has state', async () => {
    const files = (await readdir(join(ROOT, "src"), { recursive: true })).filter((path) => /\.tsx?$/.test(path));
    const clients: string[] = [];
    for (const path of files) {
      const text = await readFile(join(ROOT, "src", path), "utf8");
      if (/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*["']use client["']/.test(text))
        clients.push(path.replaceAll("\\", "/"));
    }
    const leaf = /^(features\/(?:[^/]+\/){1,2}components\/|ui\/|trpc\/|app\/(?:.+\/)?(?:global-)?error\.tsx$)/;
    expect(clients.filter((path) => !leaf.test(path))).toEqual([]);
  });
});
