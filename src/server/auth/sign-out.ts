import { env } from "@/env";
import { appConnection, type Db } from "@/server/db/client";
import { FORGET_COOKIE } from "@/shared/kept-on-device";
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
  const headers = new Headers({
    location: asked ? `/sign-in?${new URLSearchParams({ callbackUrl: returnPath(asked) })}` : "/sign-in",
    // Pages kept for the back button go. Not "storage": unsent work in it must survive.
    "clear-site-data": '"cache"',
    "cache-control": "no-store",
  });
  headers.append("set-cookie", `${sessionCookieName()}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  // For the script of the page that follows: copies of texts lie in databases that only a script can remove.
  if (token) headers.append("set-cookie", `${FORGET_COOKIE}=${token.userId}; Path=/; Max-Age=31536000; SameSite=Lax`);
  return new Response(null, { status: 303, headers });
}
