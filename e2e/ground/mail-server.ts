// A real SMTP server for the suite. Messages are laid down as files, since tests run in processes of their own.
import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface MailServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Accepts every message and keeps it in `folder` as `<time>-<id>.eml`. */
export async function startMailServer(folder: string): Promise<MailServer> {
  mkdirSync(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData(stream, _session, callback) {
      buffer(stream).then((message) => {
        const name = `${Date.now()}-${randomUUID()}`;
        writeFileSync(join(folder, `${name}.partial`), message);
        renameSync(join(folder, `${name}.partial`), join(folder, `${name}.eml`));
        callback();
      }, callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://localhost:${port}`, stop: () => new Promise((resolve) => server.close(resolve)) };
}
