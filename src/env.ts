// The only reader of process.env. `npm start` fills in what is absent (secrets, inner ports, the embedded
// database) before the processes that call `env()` begin.
import { z } from "zod";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");
const port = z.coerce.number().int().min(1).max(65535);

export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** Port that people use. */
  PORT: port.default(3000),
  /** Address the front door listens on; 0.0.0.0 opens it to the network. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Address in people's browsers, without a path. */
  APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin),
  /** Where everything durable lies that is not in the database. */
  DATA_DIR: z.string().min(1).default(".dramatis"),
  /** The database as its owner: migrations and the job queue. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The database as the application: a role that owns nothing and that row-level security binds. */
  DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** At least 32 characters. Signs and encrypts cookies and one-time links. */
  AUTH_SECRET: z.string().min(32),
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
  /** Port on loopback where `next start` listens; chosen at run time. */
  WEB_PORT: port.optional(),
});
export type Env = z.output<typeof envSchema>;

let parsed: Env | undefined;

/** The validated environment, read on first use so that a build needs none. Throws when a value is bad. */
export function env(): Env {
  parsed ??= envSchema.parse(process.env);
  return parsed;
}
