// Gives calendars at secret addresses. Who asks is a machine of the person's: it has no cookie, and the address is all it knows.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { burstLimit } from "@/server/access/burst-limit";
import { reportFailure } from "@/server/failure-report";
import { CALENDAR_PATH } from "@/shared/api-convention";
import { AppError } from "@/shared/errors";

/** 256 bits in base64url. */
const ADDRESS = new RegExp(`^${CALENDAR_PATH}/([\\w-]{43})\\.ics$`);
/** Calendars come once in some hours; a minute's limit is for what has run wild. */
const perAddress = burstLimit(30, 60);
const perCaller = burstLimit(120, 60);

export interface CalendarEndpointOptions {
  /** The calendar's text; null for an address that leads nowhere. */
  readonly read: (token: string) => Promise<string | null>;
  readonly callerOf: (request: IncomingMessage) => string;
}

/** Makes the handler of everything below `CALENDAR_PATH`. It never rejects. */
export function calendarEndpoint({ read, callerOf }: CalendarEndpointOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader("x-robots-tag", "noindex");
    try {
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.setHeader("allow", "GET, HEAD");
        return say(response, 405, "Calendars are fetched with GET.");
      }
      await perCaller.spend(callerOf(request));
      const token = ADDRESS.exec(request.url?.split("?", 1)[0] ?? "")?.[1];
      if (token) await perAddress.spend(token);
      const text = token ? await read(token) : null;
      if (text === null) return say(response, 404, "There is no calendar at this address.");
      give(request, response, text);
    } catch (error) {
      if (response.headersSent || response.destroyed) return;
      if (error instanceof AppError && error.code === "LIMIT") {
        response.setHeader("retry-after", "60");
        return say(response, 429, error.message);
      }
      reportFailure("api", "calendar", error);
      say(response, 500, "Something went wrong on our side. Try again in a moment.");
    }
  };
}

function give(request: IncomingMessage, response: ServerResponse, text: string): void {
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  response.setHeader("etag", etag);
  response.setHeader("cache-control", "private, no-cache");
  const known = request.headers["if-none-match"]?.split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (known?.some((one) => one === etag || one === "*")) return void response.writeHead(304).end();
  response.writeHead(200, {
    "content-type": "text/calendar; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "content-disposition": 'inline; filename="dramatis.ics"',
  });
  response.end(request.method === "HEAD" ? undefined : text);
}

function say(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(sentence);
}
