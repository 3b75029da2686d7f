// Calls to addresses that people typed. What they may reach is decided where the connection is made, by the very address that
// it goes to, so that a name which means something else a moment later changes nothing.

import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";

/** The whole call, from the question for the address to the end of the answer. */
const PATIENCE_MS = 10_000;
/** As much of an answer is read; what it says beyond is nobody's business. */
const MOST_BYTES = 4_096;
/** Where clouds tell machines their secrets: never, whatever else is allowed. */
const NEVER = ["169.254.169.254", "fd00:ec2::254"];

interface OutboundCall {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether addresses that are not public may be called. */
  readonly isPrivateAllowed: boolean;
  readonly patienceMs?: number;
  /** How names become addresses; left out for the system's way. */
  readonly lookup?: LookupFunction;
}

interface OutboundAnswer {
  readonly status: number;
  /** The beginning of it. */
  readonly text: string;
  /** Seconds after which it wants to be asked again; null where it says nothing. */
  readonly retryAfter: number | null;
}

/**
 * Posts a body and reads the beginning of the answer. Follows no redirect: it answers with it. Throws an Error whose message
 * is a sentence when there is no answer.
 */
export async function callOut(call: OutboundCall): Promise<OutboundAnswer> {
  const { url, body, headers, isPrivateAllowed, patienceMs = PATIENCE_MS, lookup } = call;
  const isSecure = new URL(url).protocol === "https:";
  const filter = { allowPrivateIPAddress: isPrivateAllowed, denyIPAddressList: NEVER, keepAlive: false };
  const agent = isSecure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter);
  const signal = AbortSignal.timeout(patienceMs);
  const options: RequestOptions = {
    method: "POST",
    agent,
    signal,
    headers: { ...headers, "content-length": Buffer.byteLength(body), "user-agent": "Dramatis-Webhooks" },
    ...(lookup && { lookup }),
  };
  try {
    return await answerOf(isSecure, url, options, body);
  } catch (error) {
    throw new Error(signal.aborted ? `There was no answer within ${patienceMs / 1000} seconds.` : failureText(error));
  } finally {
    agent.destroy();
  }
}

function answerOf(isSecure: boolean, url: string, options: RequestOptions, body: string): Promise<OutboundAnswer> {
  return new Promise((resolve, reject) => {
    const request = (isSecure ? requestHttps : requestHttp)(url, options, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      const finish = () => {
        const text = Buffer.concat(parts).subarray(0, MOST_BYTES).toString("utf8");
        resolve({ status: response.statusCode ?? 0, text, retryAfter: secondsOf(response.headers["retry-after"]) });
        response.destroy();
      };
      response.on("data", (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes >= MOST_BYTES) finish();
      });
      response.once("end", finish);
      response.once("error", reject);
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** Dates are not read: who means one waits as long as everybody. */
function secondsOf(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

const KNOWN: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Nothing answers at this address.",
  ECONNRESET: "The connection broke off.",
  EHOSTUNREACH: "This address can't be reached.",
  ENETUNREACH: "This address can't be reached.",
  ENOTFOUND: "There is no such host.",
  EAI_AGAIN: "The host's address can't be looked up at the moment.",
  EPIPE: "The connection broke off.",
};

/** Nothing of the address itself: what private names lead to is not told. */
function failureText(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (/is not allowed\. Because/.test(message))
    return "This address is not public, and calls may only leave for public ones.";
  if (code && KNOWN[code]) return KNOWN[code];
  if (code && /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO)/.test(code)) {
    return `Its certificate can't be trusted (${code}).`;
  }
  return `The call failed${code ? ` (${code})` : ""}.`;
}
