// From what people set to what the processes need: the rest is found or made here.
import path from "node:path";
import { fillEnv, isLoopback, type StartEnv } from "@/env";
import { freePort } from "@/server/db/embedded-postgres";
import { type DataDirectory, installationSecret } from "./data-directory";

export interface Settings {
  readonly appUrl: string;
  readonly webPort: number;
  readonly authSecret: string;
  readonly isDemo: boolean;
}

/** Completes the environment, save for the database, for this process and those it starts. */
export async function completeSettings(
  given: StartEnv,
  data: DataDirectory,
  isDevelopment: boolean,
): Promise<Settings> {
  const appUrl = given.APP_URL ?? `http://localhost:${given.PORT}`;
  const authSecret = given.AUTH_SECRET ?? installationSecret(data);
  const webPort = await freePort();
  // A first start shows something; an installation that others reach, or with a database of its own, begins empty.
  const isOwnMachine = isLoopback(new URL(appUrl).hostname) && isLoopback(given.HOST);
  const isDemo = given.DEMO ?? (isOwnMachine && given.DATABASE_URL === undefined);
  fillEnv({
    NODE_ENV: isDevelopment ? "development" : "production",
    PORT: String(given.PORT),
    HOST: given.HOST,
    APP_URL: appUrl,
    DATA_DIR: path.resolve(data.path),
    AUTH_SECRET: authSecret,
    DEMO: String(isDemo),
    WEB_PORT: String(webPort),
    // What next-auth calls these.
    AUTH_URL: appUrl,
    AUTH_TRUST_HOST: "true",
    // Calm where somebody looks at it, lines for a collector where nobody does.
    LOG_FORMAT: given.LOG_FORMAT ?? (isOwnMachine || process.stdout.isTTY ? "text" : "json"),
    LOG_LEVEL: given.LOG_LEVEL ?? (isOwnMachine ? "warn" : "info"),
    NEXT_TELEMETRY_DISABLED: "1",
  });
  return { appUrl, webPort, authSecret, isDemo };
}
