// Bodies as the API needs them: read whole but bounded, sent compressed when that pays.
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);

/** Below this, headers and the processor's time weigh more than the bytes saved. */
const WORTH_COMPRESSING = 2048;

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
  const packed = await compress(body, { level: 1 });
  response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", packed.length);
  response.end(packed);
}
