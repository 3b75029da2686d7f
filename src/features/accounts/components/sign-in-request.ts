// Talks to next-auth's two endpoints by plain fetch: the sign-in page loads no client library.
import { type SignInRefusal, signInRefusal } from "@/shared/sign-in-refusal";

export interface Refused {
  readonly code: SignInRefusal | "limit" | "offline";
  readonly text: string;
}

const OFFLINE: Refused = {
  code: "offline",
  text: "The server can't be reached. Check the connection and try again.",
};

/** Posts a form as next-auth wants it; the address it leads to, or why not. */
async function post(action: string, fields: Record<string, string>): Promise<URL | Refused> {
  try {
    const token = await fetch("/api/auth/csrf");
    if (!token.ok) return signInRefusal("failed");
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const answer = await fetch(`/api/auth/${action}`, {
      method: "POST",
      headers: { "x-auth-return-redirect": "1" },
      body: new URLSearchParams({ ...fields, csrfToken }),
    });
    if (!answer.ok) return signInRefusal("failed");
    const url = new URL(((await answer.json()) as { url: string }).url);
    const error = url.origin === location.origin ? url.searchParams.get("error") : null;
    return error ? signInRefusal(error, url.searchParams.get("code")) : url;
  } catch {
    return OFFLINE;
  }
}

/** Signs this browser in; null when that worked. */
export async function signInByPassword(email: string, password: string): Promise<Refused | null> {
  const result = await post("callback/password", { email, password, callbackUrl: "/" });
  return result instanceof URL ? null : result;
}

/** Leaves for the OpenID provider, to come back at `next`; returns only when that didn't work. */
export async function leaveForSignOn(next: string): Promise<Refused | null> {
  const result = await post("signin/oidc", { callbackUrl: next });
  if (!(result instanceof URL)) return result;
  location.assign(result);
  return null;
}
