// The only import of next-auth.

import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { env } from "@/env";
import { appConnection } from "@/server/db/client";
import { authConfig } from "./auth-config";
import { refusedRoute } from "./auth-routes";

// Given the request, since the build has no environment, and since sessions note where they were opened from.
const { handlers } = NextAuth((request) => {
  if (!request) throw new Error("Sessions are read by readSession, never through next-auth.");
  return authConfig(appConnection().db, request);
});

/** Answers /api/auth/*. */
export async function answerAuth(request: NextRequest): Promise<Response> {
  const refused = refusedRoute(request, env().APP_URL);
  if (refused) return new Response(null, { status: refused });
  const { pathname, search } = new URL(request.url);
  // Our own address, whatever Host or X-Forwarded-Host claim: redirects are made from it.
  const own = new NextRequest(new URL(pathname + search, env().APP_URL), request);
  return request.method === "POST" ? handlers.POST(own) : handlers.GET(own);
}
