// The front door as a process of its own, to be killed, and a line to it that can be cut. Needs the build.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { openLoginSession } from "@/server/auth/login-sessions";
import { madeCookie } from "@/server/auth/testing-cookie";
import { freePort } from "@/server/db/embedded-postgres";
import type { TestDatabase } from "./database";

export interface Line {
  readonly port: number;
  /** Where new connections lead, in turn. */
  targets: readonly number[];
  /** Connections without traffic are cut after so many milliseconds; 0 for never. */
  idleCut: number;
  /** Ends every connection without a word. */
  cut(): void;
  /** Drops everything that is sent, while both ends believe that they are connected; with false no more. */
  drop(isDropping: boolean): void;
  close(): void;
}

export async function openLine(): Promise<Line> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isDropping = false;
  let turn = 0;
  const server = createServer((client) => {
    const target = line.targets[turn++ % Math.max(1, line.targets.length)];
    if (target === undefined) return client.destroy();
    const upstream = connect(target, "127.0.0.1");
    const pair = [client, upstream] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [upstream, client] as const]) {
      if (line.idleCut > 0) from.setTimeout(line.idleCut, () => from.destroy());
      from.on("data", (chunk) => isDropping || to.write(chunk));
      from.on("error", () => {});
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const pair of pairs) for (const end of pair) end.resetAndDestroy();
  };
  const line: Line = {
    port: (server.address() as AddressInfo).port,
    targets: [],
    idleCut: 0,
    cut,
    drop: (is) => {
      isDropping = is;
    },
    close: () => {
      server.close();
      cut();
    },
  };
  return line;
}

const SECRET = randomBytes(36).toString("base64");

export interface Api {
  readonly port: number;
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

/** Resolves when it does its work. */
export async function startApi(
  database: Pick<TestDatabase, "ownerUrl" | "appUrl">,
  line: Pick<Line, "port">,
): Promise<Api> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--max-semi-space-size=4", "dist/api.mjs"], {
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      APP_URL: `http://localhost:${line.port}`,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      AUTH_SECRET: SECRET,
      WEB_PORT: "9",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  await Promise.race([
    once(child, "message"),
    ended.then((code) => {
      throw new Error(`It ended with ${code}: ${text}`);
    }),
  ]);
  return { port, process: child, ended, output: () => text };
}

/** The cookie of somebody who has signed in. */
export async function signedIn(
  database: Pick<TestDatabase, "owner">,
  line: Pick<Line, "port">,
  userId: string,
): Promise<string> {
  const name = `dramatis.${line.port}.session`;
  const sessionId = await openLoginSession(database.owner.db, {
    userId,
    method: "password",
    ip: "192.0.2.1",
    userAgent: "test",
  });
  return madeCookie({ name, secret: SECRET, userId, sessionId });
}
