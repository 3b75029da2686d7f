// Takes files that are too large for a call: one request is one file, handed on as it arrives.
import type { IncomingMessage, ServerResponse } from "node:http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { reportFailure } from "@/server/failure-report";
import { toTrpcError } from "@/server/trpc/error-map";
import { UPLOAD_PATH } from "@/shared/api-convention";
import { AppError } from "@/shared/errors";
import { writeRefusal } from "./request-guard";

/** A client that is refused has this long to hear it before the line is cut. */
const HEARING_MS = 5_000;
/** A line that brings nothing for so long is dead. */
const STALL_MS = 60_000;

export interface Upload {
  readonly workspaceId: string;
  readonly name: string;
  /** As announced; null where it wasn't. */
  readonly bytes: number | null;
  readonly body: IncomingMessage;
}

export interface UploadEndpointOptions {
  readonly appUrl: string;
  /** Reads the whole body, or throws; an `AppError` is told to the client. */
  readonly receive: (request: IncomingMessage, upload: Upload) => Promise<object>;
}

/** Makes the handler of everything below `UPLOAD_PATH`. It never rejects. */
export function uploadEndpoint({ appUrl, receive }: UploadEndpointOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader("cache-control", "no-store");
    try {
      const upload = uploadOf(request, appUrl);
      request.setTimeout(STALL_MS, () => request.destroy());
      send(response, 200, await receive(request, upload));
    } catch (error) {
      if (response.headersSent || response.destroyed) return;
      if (!(error instanceof AppError) && !request.destroyed) reportFailure("api", "upload", error);
      refuse(request, response, error);
    }
  };
}

function uploadOf(request: IncomingMessage, appUrl: string): Upload {
  const refusal = writeRefusal(request.headers, appUrl, "application/octet-stream");
  if (refusal) throw new AppError("FORBIDDEN", refusal);
  if (request.method !== "PUT") throw new AppError("INVALID", "Files are sent with PUT.");
  const url = new URL(request.url ?? "/", appUrl);
  const workspaceId = url.pathname.slice(UPLOAD_PATH.length + 1);
  const announced = request.headers["content-length"];
  const name = url.searchParams.get("name") ?? "";
  return { workspaceId, name, bytes: announced === undefined ? null : Number(announced), body: request };
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof AppError ? error : undefined;
  const status = known ? getHTTPStatusCodeFromError(toTrpcError(known)) : 500;
  const message = known?.message ?? "Something went wrong on our side. Nothing was stored; try again in a moment.";
  send(response, status, { code: known?.code ?? "INTERNAL", message, details: known?.details ?? {} });
  // What is still on its way is thrown away: a line cut at once would take the answer with it.
  request.resume();
  const cut = setTimeout(() => request.destroy(), HEARING_MS);
  cut.unref();
  request.once("close", () => clearTimeout(cut));
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
