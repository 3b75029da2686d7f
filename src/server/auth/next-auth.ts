// The only import of next-auth. Its routes are answered one by one: what isn't listed doesn't exist, above all
// GET /api/auth/session, which would sign everybody out while the database is away, and its sign-out, which knows
// nothing of our rows.

import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/env";
import { appConnection } from "@/server/db/client";
import { authConfig } from "./auth-config";
import { OPENID_PROVIDER_ID } from "./openid-provider";

const SERVED = new Set([
  "GET csrf",
  "POST callback/password",
  `POST signin/${OPENID_PROVIDER_ID}`,
  `GET callback/${OPENID_PROVIDER_ID}`,
  // Where next-auth leads when a provider gave no profile; leads on to the sign-in page.
  "GET signin",
]);

// Given the request, since the build has no environment, and since sessions note where they were opened from.
const { handlers } = NextAuth((request) => {
  if (!request) throw new Error("Sessions are read by readSession, never through next-auth.");
  return authConfig(appConnection().db, request);
});

/** Answers /api/auth/*. */
export async function answerAuth(request: NextRequest): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const action = pathname.replace(/^\/api\/auth\//, "");
  if (!SERVED.has(`${request.method} ${action}`)) return new Response(null, { status: 404 });
  if (request.method === "POST" && !isOwnOrigin(request)) return new Response(null, { status: 403 });
  // Our own address, whatever Host or X-Forwarded-Host claim: redirects are made from it.
  const own = new NextRequest(new URL(pathname + search, env().APP_URL), request);
  return request.method === "POST" ? handlers.POST(own) : handlers.GET(own);
}

/** Beside the CSRF token: a browser always names the origin of a POST. */
function isOwnOrigin(request: Request): boolean {
  return request.headers.get("origin") === env().APP_URL;
}
