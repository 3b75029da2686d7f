// What the front door refuses before anything runs.
import type { IncomingHttpHeaders } from "node:http";
import { API_HEADER } from "@/shared/api-convention";

/**
 * Whether the request was meant for us. A foreign name that leads to this machine (DNS rebinding) would otherwise let
 * another site's script read answers as its own.
 */
export function isOurHost(host: string | undefined, appUrl: string): boolean {
  if (host === undefined) return false;
  const { protocol, hostname } = new URL(appUrl);
  let asked: URL;
  try {
    asked = new URL(`${protocol}//${host}`);
  } catch {
    return false;
  }
  return asked.hostname === hostname || ["localhost", "127.0.0.1", "[::1]"].includes(asked.hostname);
}

/**
 * Why a call that may change something is refused, or undefined. tRPC by itself takes forms and binary bodies, which
 * any site may send along with the cookie (security research, D6): only our own pages can send this type, from this
 * origin, with this header.
 */
export function writeRefusal(
  headers: IncomingHttpHeaders,
  appUrl: string,
  type = "application/json",
): string | undefined {
  if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== type) {
    return `Changes must be sent as ${type}.`;
  }
  if (headers[API_HEADER] === undefined) return `Changes must carry the header ${API_HEADER}.`;
  const { origin, "sec-fetch-site": site } = headers;
  const isForeign = (origin !== undefined && origin !== appUrl) || (site !== undefined && site !== "same-origin");
  if (isForeign) return `This page doesn't belong to ${appUrl}. Open Dramatis there and try again.`;
  if (origin === undefined && site === undefined) return "Changes must name the page they come from.";
  return undefined;
}
