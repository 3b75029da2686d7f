// How each command that a page names is proven. A command without an entry fails docs-commands.test.ts.

type Proof =
  /** Run by docs-commands.slow.test.ts, which has a test of this command. */
  | { readonly how: "run" }
  /** Run by another test or step, whose source says so where the pattern matches. */
  | { readonly how: "elsewhere"; readonly file: string; readonly says: RegExp }
  /** The same program as another command with more to do: what it is asked in addition is checked, not waited for. */
  | { readonly how: "as"; readonly command: string; readonly because: string }
  /** Changes a machine or needs another one, with a program that is not ours. */
  | { readonly how: "not-here"; readonly because: string };

const DATABASE = "src/processes/database-command.slow.test.ts";
const BACKUP = "src/processes/backup/backup-command.slow.test.ts";
const STEPS = "src/tooling/check-steps.ts";
const MINUTES = "It measures for minutes; that its parts exist is checked.";

export const REGISTER: Readonly<Record<string, Proof>> = {
  "npm start": {
    how: "elsewhere",
    file: "src/processes/start.slow.test.ts",
    says: /spawn\(process\.execPath, \["src\/processes\/launch\.mjs", "start"\]/,
  },
  // What runs this register's tests is `npm test`: its fast and its slow ones are two of its steps.
  "npm test": { how: "elsewhere", file: STEPS, says: /vitest\(\["slow"\], slow/ },
  "npm run check": { how: "as", command: "npm test", because: "Its steps are those of `npm test` before the build." },
  "npm run dev": { how: "run" },
  "npm run bench -- publish": { how: "run" },
  "npm run db:generate": { how: "run" },
  "npm run db:generate -- --name what-changed": { how: "run" },
  "npm run db:migrate": {
    how: "elsewhere",
    file: DATABASE,
    says: /await run\("db:migrate"/,
  },
  "npx vitest run --config src/tooling/vitest.config.ts --project fast src/shared/date-text.test.ts": { how: "run" },
  "npx biome check --config-path=src/tooling --write src/shared": { how: "run" },
  "npx tsx src/tooling/check-boundaries.ts": {
    how: "elsewhere",
    file: STEPS,
    says: /"src\/tooling\/check-boundaries\.ts"/,
  },
  "npm run build": { how: "as", command: "npx tsx src/tooling/build.ts", because: "It is that, after the packages." },
  "npx tsx src/tooling/build.ts": { how: "elsewhere", file: STEPS, says: /"src\/tooling\/build\.ts"/ },
  "npx playwright test --config e2e/playwright.config.ts two-people": { how: "run" },
};

/** Commands that take something a page may choose, and those of programs that are not ours. */
const ALIKE: readonly (readonly [RegExp, Proof])[] = [
  [/^npm run bench( -- [a-z -]+|:[a-z]+)?$/, { how: "as", command: "npm run bench -- publish", because: MINUTES }],
  [/^npm run db:reset( -- --yes)?$/, { how: "elsewhere", file: DATABASE, says: /await run\("db:reset"/ }],
  [/^npm run demo:reset( -- --yes)?$/, { how: "elsewhere", file: DATABASE, says: /await run\("demo:reset"/ }],
  [/^npm run backup( -- \S+)?$/, { how: "elsewhere", file: BACKUP, says: /\["backup", "demo\.tar\.gz"\]/ }],
  [/^npm run restore( -- \S+)?$/, { how: "elsewhere", file: BACKUP, says: /\["restore", "demo\.tar\.gz"\]/ }],
  [
    /^curl http:\/\/127\.0\.0\.1:3000\/api\/ready$/,
    { how: "elsewhere", file: "src/processes/start.slow.test.ts", says: /fetch\(`\$\{run\.url\}\/api\/ready`\)/ },
  ],
  [
    /^(adduser|sudo -u dramatis|chmod|cd) /,
    { how: "not-here", because: "It is done as root on the machine to be set up." },
  ],
  [/^(systemctl|journalctl) /, { how: "not-here", because: "It is done as root on the machine to be set up." }],
  [/^podman (build|run) /, { how: "not-here", because: "It needs a program for containers." }],
  [/^CREATE (ROLE|DATABASE) /, { how: "not-here", because: "It is done on a PostgreSQL of one's own." }],
];

export function proofOf(command: string): Proof | undefined {
  const own = Object.hasOwn(REGISTER, command) ? REGISTER[command] : undefined;
  return own ?? ALIKE.find(([pattern]) => pattern.test(command))?.[1];
}
