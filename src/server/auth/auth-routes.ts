// Which of next-auth's routes exist. What isn't listed doesn't, above all GET /api/auth/session, which would sign
// everybody out while the database is away, and its sign-out, which knows nothing of our rows.
import { OPENID_PROVIDER_ID } from "./openid-provider";

const SERVED = new Set([
  "GET csrf",
  "POST callback/password",
  `POST signin/${OPENID_PROVIDER_ID}`,
  `GET callback/${OPENID_PROVIDER_ID}`,
  // Where next-auth leads when a provider gave no profile; leads on to the sign-in page.
  "GET signin",
]);

/** Status of the refusal, or null when next-auth may answer. */
export function refusedRoute(request: Request, appUrl: string): 403 | 404 | null {
  const action = new URL(request.url).pathname.replace(/^\/api\/auth\//, "");
  if (!SERVED.has(`${request.method} ${action}`)) return 404;
  // Beside next-auth's token.
  if (request.method === "POST" && !isFromOwnPage(request, appUrl)) return 403;
  return null;
}

/** Whether one of our own pages sent a POST. A browser always says so, by one header or the other. */
export function isFromOwnPage(request: Request, appUrl: string): boolean {
  return request.headers.get("origin") === appUrl || request.headers.get("sec-fetch-site") === "same-origin";
}
