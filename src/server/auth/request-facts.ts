// What sign-in needs to know of a request, whoever serves it.
import { isHttps, sessionCookieName } from "./session-cookie";

export interface RequestFacts {
  /** Set by the front door, which overwrites what a client sends. */
  readonly ip: string;
  readonly userAgent: string;
  readonly sessionCookie: string | undefined;
  /** Leave to link a sign-on, out of the address that next-auth returns to; unproved. */
  readonly linkIntent: string | undefined;
}

export function readRequest(request: Request): RequestFacts {
  const cookies = request.headers.get("cookie") ?? "";
  const returnTo = cookieValue(cookies, `${isHttps() ? "__Secure-" : ""}authjs.callback-url`);
  return {
    ip: request.headers.get("x-real-ip") ?? "",
    userAgent: request.headers.get("user-agent") ?? "",
    sessionCookie: cookieValue(cookies, sessionCookieName()),
    linkIntent: (returnTo && URL.parse(returnTo)?.searchParams.get("link")) || undefined,
  };
}

/** Value of the cookie of exactly this name. */
export function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(/; */).find((part) => part.startsWith(`${name}=`));
  if (pair === undefined) return undefined;
  const value = pair.slice(name.length + 1);
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
