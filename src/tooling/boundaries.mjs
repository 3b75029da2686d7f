// The graph of architecture.md as errors, for dependency-cruiser. Paths are those of resolved files.

/** Imports among features look left only; those that share a place do not know each other. */
export const FEATURE_ORDER = [
  ["accounts"],
  ["workspaces"],
  ["notifications"],
  ["documents", "datasets"],
  ["evidence"],
  ["segments", "personas", "scenarios"],
  ["reviews"],
  ["reminders"],
  ["campaigns"],
  ["sharing", "today", "guide"],
];

const TESTS = "\\.test\\.tsx?$";
const DRIZZLE = "^node_modules/(drizzle-orm|postgres)/";
const TABLES = "^src/server/db/schema/";

const CONTRACT = "-contract\\.ts$";
const RULES = "-rules\\.ts$";
const QUERIES = "-queries\\.ts$";
const ROUTER = "-router\\.ts$";
const JOBS = "-jobs\\.ts$";
const HANDLERS = "-job-handlers\\.ts$";
const USE_CASE = "/use-cases/";
const COMPONENT = "/components/";

const inFeatures = (role) => `^src/features/.+${role}`;
const inFolder = (folder) => `^src/features/.+${folder}`;

/**
 * One rule: files of `from` may import nothing of `to`. Tests may import anything, so they are left out.
 * A path of `to` or `from` is a regular expression or several.
 */
function never(name, comment, from, to) {
  return {
    name,
    comment,
    severity: "error",
    from: { ...from, pathNot: [TESTS, ...[from.pathNot ?? []].flat()] },
    to,
  };
}

/** Files of `from` may import, of our own code, only `allowed`. */
function only(name, comment, from, allowed, also = {}) {
  return never(name, comment, from, { path: "^(src|e2e|drizzle)/", pathNot: allowed, ...also });
}

const layers = [
  only("shared-knows-nobody", "shared is pure vocabulary.", { path: "^src/shared/" }, "^src/shared/"),
  only("ui-knows-shared", "ui has no data and no product words.", { path: "^src/ui/" }, ["^src/ui/", "^src/shared/"]),
  only("trpc-knows-shared", "The browser's client knows the API by type only.", { path: "^src/trpc/" }, [
    "^src/trpc/",
    "^src/shared/",
    "^src/api/root\\.ts$",
  ]),
  never(
    "trpc-sees-api-by-type",
    "`import type` is the single backward edge; a value would pull the server into the browser.",
    { path: "^src/trpc/" },
    { path: "^src/api/", dependencyTypesNot: ["type-only"] },
  ),
  only("server-knows-shared", "server is machinery with no product noun.", { path: "^src/server/" }, [
    "^src/server/",
    "^src/shared/",
    "^src/env\\.ts$",
  ]),
  only("features-know-what-lies-below", "Features stand on shared, ui, trpc and server.", { path: "^src/features/" }, [
    "^src/(features|shared|ui|trpc|server)/",
    "^src/env\\.ts$",
  ]),
  only("api-composes-features", "api stands on the features.", { path: "^src/api/" }, [
    "^src/(api|features|shared|trpc|server)/",
    "^src/env\\.ts$",
  ]),
  only("app-only-mounts", "A page prefetches and mounts one feature view.", { path: "^src/(app/|proxy\\.ts$)" }, [
    "^src/(app|api|ui|shared|trpc)/",
    inFolder(COMPONENT),
    // Route handlers adapt HTTP, next-auth's among them; see the next rule.
    "^src/server/(auth|faces)/",
    "^src/env\\.ts$",
  ]),
  never(
    "pages-ask-the-api",
    "Only route handlers adapt a server module; pages and layouts ask the routers.",
    { path: "^src/app/", pathNot: "/route\\.tsx?$" },
    { path: "^src/(server/|env\\.ts$)" },
  ),
  only("processes-run-the-server", "Processes use server, features and api.", { path: "^src/processes/" }, [
    "^src/(processes|server|features|api|shared|tooling)/",
    "^src/env\\.ts$",
  ]),
  never(
    "app-is-the-roof",
    "Nothing stands on app or processes.",
    { path: "^src/", pathNot: ["^src/(app|processes|tooling)/"] },
    { path: "^src/(app|processes)/" },
  ),
  never(
    "tests-stay-tests",
    "The product does not stand on its tests, test data or tools.",
    { path: "^src/", pathNot: ["^src/(testing|tooling|processes)/"] },
    { path: ["^src/(testing|tooling)/", "^e2e/", TESTS] },
  ),
  never("no-cycles", "What stays acyclic has a direction.", { path: "^(src|e2e)/" }, { circular: true }),
  never(
    "no-unresolvable",
    "An import that nothing answers to hides from every other rule.",
    { path: "^(src|e2e)/" },
    { couldNotResolve: true },
  ),
];

const featureOrder = FEATURE_ORDER.flatMap((place, rank) =>
  place.map((name) => {
    const known = [name, ...FEATURE_ORDER.slice(0, rank).flat()];
    return never(
      `${name}-looks-left`,
      `Of the features, ${name} may know ${known.join(", ")}. The order is FEATURE_ORDER in src/tooling/boundaries.mjs.`,
      { path: `^src/features/${name}/` },
      { path: "^src/features/", pathNot: `^src/features/(${known.join("|")})/` },
    );
  }),
);

const rolesInsideFeatures = [
  // Limits and choices with their labels stand in rules, which have no zod, so that the browser can have them alone.
  only("contract-is-a-wire", "A contract knows zod, shared, contracts and rules.", { path: inFeatures(CONTRACT) }, [
    "^src/shared/",
    CONTRACT,
    RULES,
  ]),
  never(
    "contract-needs-zod-alone",
    "A contract is read by browser and server alike.",
    { path: inFeatures(CONTRACT) },
    { dependencyTypes: ["npm", "npm-dev", "core"], pathNot: "^node_modules/zod/" },
  ),
  only("rules-are-pure", "A rule knows contracts, shared and other rules.", { path: inFeatures(RULES) }, [
    "^src/shared/",
    CONTRACT,
    RULES,
  ]),
  never(
    "rules-run-anywhere",
    "The button and the server decide by the same rule, so it needs neither Node, React nor a database.",
    { path: inFeatures(RULES) },
    { path: ["^node_modules/(drizzle-orm|postgres|@trpc|react|react-dom|next|@tanstack|node)/"] },
  ),
  never(
    "rules-run-anywhere-without-node",
    "A rule that needs Node's modules can't run behind a button.",
    { path: inFeatures(RULES) },
    { dependencyTypes: ["core"] },
  ),
  never(
    "queries-hold-the-drizzle",
    "SQL lives in *-queries.ts; elsewhere in a feature call one of its functions.",
    { path: "^src/(features|api|app|ui|trpc|shared)/", pathNot: QUERIES },
    { path: [DRIZZLE, TABLES] },
  ),
  never(
    "tables-stay-in-the-server",
    "Of the machinery only db, access and auth know tables.",
    { path: "^src/server/", pathNot: "^src/server/(db|access|auth)/" },
    { path: TABLES },
  ),
  never(
    "queries-only-query",
    "A query knows nothing of verbs, routers, screens or other features' SQL.",
    { path: inFeatures(QUERIES) },
    {
      path: [inFolder(USE_CASE), inFolder(COMPONENT), inFeatures(ROUTER), inFeatures(HANDLERS), "^src/(ui|trpc|api)/"],
    },
  ),
  never(
    "queries-stay-at-home",
    "Another feature's rows are had by its use cases.",
    { path: "^src/features/([^/]+)/" },
    { path: inFeatures(QUERIES), pathNot: "^src/features/$1/" },
  ),
  never(
    "queries-are-for-the-feature",
    "api, app and processes call use cases.",
    { path: "^src/(api|app|processes|server|ui|trpc|shared)/" },
    { path: inFeatures(QUERIES) },
  ),
  never(
    "routers-are-composed-once",
    "Only api/root.ts sees routers.",
    { path: "^src/", pathNot: "^src/api/root\\.ts$" },
    { path: inFeatures(ROUTER) },
  ),
  never(
    "handlers-belong-to-the-worker",
    "A job is known by its name; only processes see what handles it.",
    { path: "^src/", pathNot: "^src/processes/" },
    { path: inFeatures(HANDLERS) },
  ),
  never(
    "jobs-are-names",
    "A *-jobs.ts holds names and payloads; what they do stands in the handlers.",
    { path: inFeatures(JOBS) },
    { path: "^src/", pathNot: ["^src/(shared|server/jobs)/", CONTRACT, RULES] },
  ),
  never(
    "use-cases-have-no-screen",
    "A use case is called by routers, handlers and other use cases.",
    { path: inFolder(USE_CASE) },
    {
      path: [
        inFolder(COMPONENT),
        inFeatures(ROUTER),
        "^src/(ui|trpc|api)/",
        "^node_modules/(react|next|@trpc|@tanstack)/",
      ],
    },
  ),
  never(
    "routers-are-contents",
    "A router names permission and input and makes one call.",
    { path: inFeatures(ROUTER) },
    { path: [inFolder(COMPONENT), "^src/(ui|trpc)/"] },
  ),
  never(
    "components-ask-the-api",
    "A component knows contracts, rules, ui and trpc, and asks everything else over the wire.",
    { path: [inFolder(COMPONENT), "^src/ui/"] },
    {
      path: [
        "^src/(server|api)/",
        "^src/env\\.ts$",
        inFolder(USE_CASE),
        inFeatures(QUERIES),
        inFeatures(ROUTER),
        inFeatures(JOBS),
        inFeatures(HANDLERS),
      ],
    },
  ),
  never(
    "components-import-contracts-by-type",
    "A contract's schemas would bring zod into the browser; a screen needs its types.",
    { path: inFolder(COMPONENT) },
    { path: [CONTRACT, "^node_modules/zod/"], dependencyTypesNot: ["type-only"] },
  ),
];

const packages = [
  never(
    "next-auth-lives-in-server-auth",
    "A later move to another sign-in library touches one folder.",
    { path: "^src/", pathNot: "^src/server/auth/" },
    { path: "^node_modules/(next-auth|@auth)/" },
  ),
  never(
    "argon2-lives-in-server-auth",
    "Passwords are hashed in one place.",
    { path: "^src/", pathNot: "^src/server/auth/" },
    { path: "^node_modules/@node-rs/argon2/" },
  ),
  never(
    "server-only-lives-in-api",
    "`server-only` throws in the api and worker processes.",
    { path: "^src/", pathNot: "^src/(api|app)/" },
    { path: "^node_modules/server-only/" },
  ),
  never(
    "no-development-packages-in-the-product",
    "What the product needs is a dependency.",
    { path: "^src/", pathNot: ["^src/(testing|tooling)/"] },
    { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
  ),
];

export default {
  forbidden: [...layers, ...featureOrder, ...rolesInsideFeatures, ...packages],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^\\.next/", "^dist/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
