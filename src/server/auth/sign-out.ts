import { env } from "@/env";
import { appConnection, type Db } from "@/server/db/client";
import { returnPath } from "@/shared/return-path";
import { isFromOwnPage } from "./auth-routes";
import { endLoginSession } from "./login-sessions";
import { readRequest } from "./request-facts";
import { decodeSessionCookie, isHttps, sessionCookieName } from "./session-cookie";

/**
 * Answers the form that signs this browser out: ends the row, so that a copy of the cookie is worthless too, removes
 * the cookie, and leads to the sign-in page, and from there back to `callbackUrl` for who switches accounts. Works
 * without scripts. Another site's form is refused.
 */
export async function answerSignOut(request: Request, db: Db = appConnection().db): Promise<Response> {
  if (!isFromOwnPage(request, env().APP_URL)) return new Response(null, { status: 403 });
  const { sessionCookie } = readRequest(request);
  const token = sessionCookie ? await decodeSessionCookie(sessionCookie) : null;
  if (token) await endLoginSession(db, token.userId, token.sessionId);
  const asked = new URL(request.url).searchParams.get("callbackUrl");
  const secure = isHttps() ? "; Secure" : "";
  return new Response(null, {
    status: 303,
    headers: {
      location: asked ? `/sign-in?${new URLSearchParams({ callbackUrl: returnPath(asked) })}` : "/sign-in",
      "set-cookie": `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`,
      // Pages kept for the back button go. Not "storage": unsent work in it must survive.
      "clear-site-data": '"cache"',
      "cache-control": "no-store",
    },
  });
}
