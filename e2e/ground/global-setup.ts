// Once per run: the whole product in production mode on a database of its own, a mail server, an OpenID provider.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { envSchema } from "../../src/env";
import { type Child, freePort, startNode, untilReady } from "./child";
import { shareGround } from "./ground";
import { startMailServer } from "./mail-server";

const BUILD_LIMIT_MS = 480_000;
const START_LIMIT_MS = 90_000;

/** Whatever the shell has set up for the product stays out of its tests. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !(name in envSchema.shape));
  return { ...Object.fromEntries(kept), NODE_ENV: "production" };
}

export default async function setUp(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "dramatis-e2e-"));
  const log = join(folder, "product.log");
  const mailFolder = join(folder, "mail");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const mail = await startMailServer(mailFolder);

  const providerPort = await freePort();
  const secret = randomBytes(24).toString("base64url");
  const callback = `${url}/api/auth/callback/oidc`;
  const script = ["--import", "tsx", "e2e/ground/openid-provider.ts"];
  const provider = startNode(
    [...script, String(providerPort), "dramatis", secret, callback],
    cleanEnvironment(),
    join(folder, "provider.log"),
  );

  await build();
  const product = startNode(
    ["dist/start.mjs"],
    {
      ...cleanEnvironment(),
      PORT: String(port),
      APP_URL: url,
      DATA_DIR: join(folder, "data"),
      DEMO: "false",
      SMTP_URL: mail.url,
      OIDC_ISSUER: `http://localhost:${providerPort}`,
      OIDC_CLIENT_ID: "dramatis",
      OIDC_CLIENT_SECRET: secret,
      OIDC_NAME: "Company sign-in",
      // So that each person of a test has an address of their own, and limits by address don't hit the suite.
      TRUSTED_PROXIES: "1",
    },
    log,
  );

  const tearDown = async () => {
    await Promise.all([stopQuietly(product), stopQuietly(provider), mail.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(`http://localhost:${providerPort}/.well-known/openid-configuration`, provider, 30_000);
    await untilReady(`${url}/api/ready`, product, START_LIMIT_MS);
  } catch (error) {
    const said = readFileSync(log, "utf8").slice(-4000);
    await tearDown();
    throw new Error(`The product did not start. ${(error as Error).message}\n${said}`);
  }
  shareGround({ url, mailFolder, log });
  return tearDown;
}

/** Does nothing when the build is fresh. Not by the launcher, which would read a developer's .env. */
async function build(): Promise<void> {
  const script = ["--import", "tsx", "src/tooling/build.ts"];
  await promisify(execFile)(process.execPath, script, { timeout: BUILD_LIMIT_MS });
}

async function stopQuietly(child: Child): Promise<void> {
  await child.stop().catch((error: Error) => console.error(error.message));
}
