// Bodies as the API needs them: read whole but bounded, sent compressed when that pays.
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";

const compress = promisify(gzip);

/** What arrives with a connection's first flight of packets arrives no sooner for being smaller. */
const WORTH_COMPRESSING = 8 * 1024;
/** From here on another thread does it; handing a smaller body over takes longer than compressing it (measured). */
const WORTH_ANOTHER_THREAD = 64 * 1024;

/** The body as text, or undefined when it is longer than `limit` bytes; the rest is not read then. */
export function readBody(request: IncomingMessage, limit: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers["content-length"] ?? 0) > limit) return resolve(undefined);
    const chunks: Buffer[] = [];
    let size = 0;
    // Not `for await`: leaving such a loop early closes the connection before it can be answered.
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      resolve(undefined);
    });
    request.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The body broke off.")));
  });
}

/** Ends the response with `body`. Status and headers are the caller's. */
export async function sendBody(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
  const accepts = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  response.appendHeader("vary", "accept-encoding");
  if (!accepts || body.length < WORTH_COMPRESSING) {
    response.setHeader("content-length", body.length);
    response.end(body);
    return;
  }
  // The lowest level: JSON shrinks to a fifth by it, and a higher one costs more time than it saves on any wire.
  const options = { level: 1 };
  const packed = body.length < WORTH_ANOTHER_THREAD ? gzipSync(body, options) : await compress(body, options);
  response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", packed.length);
  response.end(packed);
}
