// The only reader of process.env. `npm start` fills in what is absent (secrets, inner ports, the embedded
// database) before the processes that call `env()` begin.
import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const logFormat = z.enum(["text", "json"]);
const logLevel = z.enum(["error", "warn", "info", "debug"]);
const port = z.coerce.number().int().min(1).max(65535);

export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Port that people use. */
  PORT: port.default(3000),
  /** Address the front door listens on; 0.0.0.0 opens it to the network. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Address in people's browsers, without a path. */
  APP_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => URL.canParse(url) && new URL(url).pathname === "/" && new URL(url).search === "")
    .transform((url) => new URL(url).origin),
  /** Where everything durable lies that is not in the database. */
  DATA_DIR: z.string().min(1).default(".dramatis"),
  /** The database as its owner: migrations and the job queue. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The database as the application: a role that owns nothing and that row-level security binds. */
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** At least 32 characters. Signs and encrypts cookies and one-time links. */
  AUTH_SECRET: z.string().min(32),
  /** The secret before the last change: cookies made with it stay good until they expire. */
  AUTH_SECRET_PREVIOUS: z.string().min(32).optional(),
  /** smtp:// or smtps://; without it messages land in an outbox folder in DATA_DIR. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Dramatis <dramatis@localhost>"),
  /** The demo workspace, its people and the page that shows the outbox. */
  DEMO: flag.default(false),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(40).default("Single sign-on"),
  /** How many reverse proxies of yours stand before the front door; their X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** An S3-compatible store for large files; without it they lie in DATA_DIR. The address without the bucket. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]+$/)
    .optional(),
  S3_REGION: z.string().min(1).default("us-east-1"),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  /** Memory that questions about customer data may take in each process, in MB; beyond it they use the disk. */
  DATA_MEMORY_MB: z.coerce.number().int().min(128).max(1_000_000).default(1024),
  /** Bytes of the largest file of customer data that is taken, in MB. */
  DATA_FILE_LIMIT_MB: z.coerce.number().int().min(1).max(1_000_000).default(2000),
  /** Whether webhooks may lead to machines of the network that Dramatis runs in, and there without encryption. */
  WEBHOOK_PRIVATE_TARGETS: flag.default(false),
  /** One line of JSON for each thing that happens, or lines for people. */
  LOG_FORMAT: logFormat.default("json"),
  LOG_LEVEL: logLevel.default("info"),
  /** What a Prometheus says as bearer to read /api/metrics; without it there are no metrics. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Seconds between saying at /api/ready that it ends and closing the port, for balancers that ask. */
  DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).default(0),
  /** Port on loopback where `next start` listens; chosen at run time. */
  WEB_PORT: port.optional(),
  /** Data folder of the embedded database; set by `npm start`, so that the worker can end a server left behind. */
  EMBEDDED_POSTGRES: z.string().min(1).optional(),
});
export type Env = z.output<typeof envSchema>;

/** What `npm start` is given: it can find the rest by itself, or say why not. */
const startSchema = envSchema
  .partial({ APP_URL: true, DATABASE_URL: true, DATABASE_APP_URL: true, AUTH_SECRET: true })
  .extend({ DEMO: flag.optional(), LOG_FORMAT: logFormat.optional(), LOG_LEVEL: logLevel.optional() });
export type StartEnv = z.output<typeof startSchema>;

/** What each variable must be. Values are never repeated, since some are secret. */
const DEMANDS: Record<keyof Env, string> = {
  NODE_ENV: 'must be "production", "development" or "test".',
  PORT: "must be a whole number from 1 to 65535, such as 3000.",
  HOST: "must be an address to listen on, such as 127.0.0.1 or 0.0.0.0.",
  APP_URL: "must be the address in the browser without a path, such as https://dramatis.example.com.",
  DATA_DIR: "must be the path of a folder.",
  DATABASE_URL: "must look like postgres://user:password@host:5432/database.",
  DATABASE_APP_URL: "must look like postgres://user:password@host:5432/database.",
  AUTH_SECRET: "must be at least 32 random characters, such as `openssl rand -base64 33` prints.",
  AUTH_SECRET_PREVIOUS: "must be the secret that AUTH_SECRET had before, at least 32 characters.",
  SMTP_URL: "must look like smtp://user:password@host:587 or smtps://user:password@host:465.",
  MAIL_FROM: "must be a sender, such as Dramatis <dramatis@example.com>.",
  DEMO: 'must be "true" or "false".',
  OIDC_ISSUER: "must be the URL of the OpenID provider, such as https://id.example.com.",
  OIDC_CLIENT_ID: "must be the client id that the OpenID provider gave you.",
  OIDC_CLIENT_SECRET: "must be the client secret that the OpenID provider gave you.",
  OIDC_NAME: "must be what the sign-in button says, at most 40 characters.",
  TRUSTED_PROXIES: "must be the number of reverse proxies before Dramatis, from 0 to 5.",
  S3_ENDPOINT: "must be the address of an S3-compatible store without the bucket, such as https://s3.example.com.",
  S3_BUCKET: "must be the name of a bucket.",
  S3_REGION: "must be the region of the bucket.",
  S3_ACCESS_KEY_ID: "must be the id of a key that may read, write, list and delete in the bucket.",
  S3_SECRET_ACCESS_KEY: "must be the secret of that key.",
  DATA_MEMORY_MB: "must be a whole number of megabytes, at least 128.",
  DATA_FILE_LIMIT_MB: "must be a whole number of megabytes, at least 1.",
  WEBHOOK_PRIVATE_TARGETS: 'must be "true" or "false".',
  LOG_FORMAT: 'must be "text" or "json".',
  LOG_LEVEL: 'must be "error", "warn", "info" or "debug".',
  METRICS_TOKEN: "must be at least 16 random characters.",
  DRAIN_SECONDS: "must be a whole number of seconds from 0 to 60.",
  WEB_PORT: "must be a whole number from 1 to 65535.",
  EMBEDDED_POSTGRES: "must be the path of a folder.",
};

/** Bad configuration: one sentence per problem, all of them. */
export class BadEnvironment extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

const PLACEHOLDER = /change.?me|replace.?me|your.?secret|placeholder|example|default|password|dramatis/i;

/** Strength can't be measured; what a person typed instead of generating can be seen. */
function isWeak(secret: string): boolean {
  return new Set(secret).size < 12 || PLACEHOLDER.test(secret);
}

/** What is set together or not at all. */
const TOGETHER: readonly (readonly [string, readonly (keyof StartEnv)[]])[] = [
  ["single sign-on", ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]],
  ["an S3-compatible store", ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]],
];

/** What single values can't show. */
function contradictions(values: StartEnv): string[] {
  const problems: string[] = [];
  const url = values.APP_URL ? new URL(values.APP_URL) : undefined;
  const isPublic = url !== undefined && !isLoopback(url.hostname);
  const isOpen = isPublic || !isLoopback(values.HOST);
  if (isPublic && url.protocol !== "https:") {
    problems.push("APP_URL must begin with https:// unless it is on this machine: cookies would travel in the open.");
  }
  if (isPublic && values.DEMO) {
    problems.push("DEMO can't be true at a public APP_URL: everybody could read the demo's passwords and mail.");
  }
  if (isOpen && !values.AUTH_SECRET) {
    problems.push(`AUTH_SECRET is required when others can reach Dramatis: it ${DEMANDS.AUTH_SECRET}`);
  }
  for (const name of ["AUTH_SECRET", "AUTH_SECRET_PREVIOUS"] as const) {
    const secret = values[name];
    if (secret && !values.DEMO && isWeak(secret)) {
      problems.push(`${name} is easy to guess: it ${DEMANDS[name]}`);
    }
  }
  for (const [what, names] of TOGETHER) {
    const missing = names.filter((name) => values[name] === undefined);
    if (missing.length > 0 && missing.length < names.length) {
      problems.push(`${missing.join(" and ")} must be set too: ${what} needs all of ${names.join(", ")}.`);
    }
  }
  const issuer = values.OIDC_ISSUER ? new URL(values.OIDC_ISSUER) : undefined;
  if (issuer && issuer.protocol !== "https:" && !isLoopback(issuer.hostname)) {
    problems.push(
      "OIDC_ISSUER must begin with https:// unless it is on this machine: anybody in between could sign in.",
    );
  }
  const { DATABASE_URL: owner, DATABASE_APP_URL: app } = values;
  if (app && !owner)
    problems.push("DATABASE_URL must be set too: DATABASE_APP_URL is the same database in another role.");
  if (app && owner && new URL(app).username === new URL(owner).username) {
    problems.push(
      "DATABASE_APP_URL must name another role than DATABASE_URL: row-level security doesn't bind an owner.",
    );
  }
  return problems;
}

/** An empty value, as `.env` files and containers like to have them, is an absent one. */
function given(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Parses and collects every problem: of single values, and of those that are good by themselves together. */
function validate<Values>(schema: z.ZodType<Values>): Values {
  const input = given();
  const result = schema.safeParse(input);
  const bad = new Set(result.error?.issues.map((issue) => issue.path[0] as keyof Env));
  const good = Object.fromEntries(Object.entries(input).filter(([name]) => !bad.has(name as keyof Env)));
  const problems = [...bad].map((name) => `${name} ${DEMANDS[name]}`);
  const together = contradictions(startSchema.parse(good)).filter(
    (text) => ![...bad].some((name) => text.startsWith(name)),
  );
  if (!result.success || together.length > 0) throw new BadEnvironment([...problems, ...together]);
  return result.data;
}

/** What `npm start` was given. Throws `BadEnvironment` with every problem at once. */
export function startEnv(): StartEnv {
  return validate(startSchema);
}

let parsed: Env | undefined;

/** The validated environment, read on first use so that a build needs none. Throws `BadEnvironment`. */
export function env(): Env {
  parsed ??= validate(envSchema);
  return parsed;
}

const logSchema = z.object({ LOG_FORMAT: logFormat.catch("text"), LOG_LEVEL: logLevel.catch("info") });

/** How to log. Never throws: also that something else is wrong must be told. */
export function logEnv(): { readonly format: "text" | "json"; readonly level: z.output<typeof logLevel> } {
  const { LOG_FORMAT, LOG_LEVEL } = logSchema.parse(given());
  return { format: LOG_FORMAT, level: LOG_LEVEL };
}

/** Sets variables for this process and its children; for `npm start` only, before anything asks `env()`. */
export function fillEnv(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values);
  parsed = undefined;
}

/** A PostgreSQL of this machine that tests make their databases in, to try another version; they start one otherwise. */
export function testDatabaseUrl(): string | undefined {
  return given().TEST_DATABASE_URL;
}

/** What Node itself needs, without anything of ours: for a child process that shall know no secret. */
export function bareEnvironment(): Record<string, string> {
  const needed = ["PATH", "TMPDIR", "TEMP", "SystemRoot"];
  return Object.fromEntries(Object.entries(given()).filter(([name]) => needed.includes(name)));
}
