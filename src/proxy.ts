// Headers of every page, with a fresh nonce. Never a check of who may see what: ways around a proxy keep being found,
// so that is decided where the data is read.
import { type NextRequest, NextResponse } from "next/server";
import { env } from "./env";
import { PATH_HEADER } from "./shared/api-convention";
import { contentSecurityPolicy } from "./shared/content-security-policy";

const POLICY = "content-security-policy";

export function proxy(request: NextRequest): NextResponse {
  const { NODE_ENV, APP_URL, OIDC_ISSUER } = env();
  const nonce = crypto.getRandomValues(Buffer.alloc(18)).toString("base64");
  const policy = contentSecurityPolicy({ nonce, issuer: OIDC_ISSUER, isDevelopment: NODE_ENV === "development" });

  // Next takes the nonce from the request's policy. A policy that the visitor has sent is overwritten, or its nonce
  // would be written into the page.
  const forwarded = new Headers(request.headers);
  forwarded.delete(`${POLICY}-report-only`);
  forwarded.set(POLICY, policy);
  forwarded.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set(POLICY, policy);
  response.headers.set("x-content-type-options", "nosniff");
  // Addresses hold the names of workspaces and one-time tokens; other sites learn nothing. "no-referrer" would also
  // blank the Origin header, by which forms are known to be our own.
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  if (APP_URL.startsWith("https:")) response.headers.set("strict-transport-security", "max-age=63072000");
  return response;
}

export const config = {
  // Files with a hash in their name carry no markup, and portraits bring a stricter policy of their own.
  matcher: "/((?!_next/static/|portraits/).*)",
};
