// Gives files that are made for one person at one time: too large for a call, and gone once they were sent.
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { reportFailure } from "@/server/failure-report";
import { toTrpcError } from "@/server/trpc/error-map";
import { AppError } from "@/shared/errors";

export interface Download {
  /** A file of this machine, deleted afterwards. */
  readonly file: string;
  /** As the person finds it in their folder; plain letters. */
  readonly name: string;
  readonly type: string;
  /** Sent before the file. */
  readonly prefix?: string;
}

export interface DownloadEndpointOptions {
  readonly appUrl: string;
  /** Makes the file; an `AppError` is told in words. */
  readonly prepare: (request: IncomingMessage, query: Readonly<Record<string, string>>) => Promise<Download>;
}

/** Makes the handler of downloads. It never rejects. */
export function downloadEndpoint({ appUrl, prepare }: DownloadEndpointOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader("cache-control", "no-store");
    let made: Download | undefined;
    try {
      refuseForeign(request);
      const url = new URL(request.url ?? "/", appUrl);
      made = await prepare(request, Object.fromEntries(url.searchParams));
      const { file, name, type, prefix = "" } = made;
      const bytes = (await stat(file)).size + Buffer.byteLength(prefix);
      response.writeHead(200, {
        "content-type": type,
        "content-length": bytes,
        "content-disposition": `attachment; filename="${name}"`,
      });
      response.write(prefix);
      await pipeline(createReadStream(file), response);
    } catch (error) {
      if (!(error instanceof AppError) && !response.destroyed) reportFailure("api", "download", error);
      if (!response.headersSent && !response.destroyed) refuse(response, error);
    } finally {
      if (made) await rm(made.file, { force: true }).catch(() => {});
    }
  };
}

/** Each download is a piece of work and a line in the audit log: other sites may not set one off. */
function refuseForeign({ method, headers }: IncomingMessage): void {
  if (method !== "GET") throw new AppError("INVALID", "Files are fetched with GET.");
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    throw new AppError("FORBIDDEN", "Open Dramatis itself to download this.");
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const known = error instanceof AppError ? error : undefined;
  const status = known ? getHTTPStatusCodeFromError(toTrpcError(known)) : 500;
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(known?.message ?? "Something went wrong on our side. Try again in a moment.");
}
