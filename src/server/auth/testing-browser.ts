// For tests: as much of a browser as signing in needs (cookies, forms, redirects), straight to next-auth. Here and not
// in src/testing, since nothing outside of this folder knows next-auth.
import { Auth } from "@auth/core";
import { env } from "@/env";
import type { Db } from "@/server/db/client";
import { authConfig } from "./auth-config";
import { cookieValue } from "./request-facts";
import { sessionCookieName } from "./session-cookie";

export class AuthBrowser {
  readonly cookies = new Map<string, string>();
  /** The last answer's Set-Cookie lines. */
  setCookies: readonly string[] = [];

  constructor(
    private readonly db: Db,
    readonly ip = "192.0.2.1",
  ) {}

  get session(): string | undefined {
    return this.cookies.get(sessionCookieName());
  }

  async send(method: "GET" | "POST", pathOrUrl: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
    const request = new Request(new URL(pathOrUrl, env().APP_URL), {
      method,
      redirect: "manual",
      headers: {
        cookie,
        "x-real-ip": this.ip,
        "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        ...(form ? { "content-type": "application/x-www-form-urlencoded", "x-auth-return-redirect": "1" } : {}),
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    });
    const response = await Auth(request, authConfig(this.db, request));
    this.setCookies = response.headers.getSetCookie();
    for (const line of this.setCookies) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = ""] = line.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, cookieValue(pair, name) ?? "");
  }

  async csrfToken(): Promise<string> {
    const response = await this.send("GET", "/api/auth/csrf");
    return ((await response.json()) as { csrfToken: string }).csrfToken;
  }

  /** Path and query that next-auth leads to after a form. */
  async submit(action: string, form: Record<string, string>): Promise<string> {
    const response = await this.send("POST", `/api/auth/${action}`, { csrfToken: await this.csrfToken(), ...form });
    return ((await response.json()) as { url: string }).url;
  }

  signIn(email: string, password: string, callbackUrl = "/"): Promise<string> {
    return this.submit("callback/password", { email, password, callbackUrl });
  }

  /** The provider's address that the sign-on button leads to. */
  signOn(callbackUrl = "/"): Promise<string> {
    return this.submit("signin/oidc", { callbackUrl });
  }

  /** Comes back from the provider; where one lands. */
  async comeBack(url: URL): Promise<string> {
    const response = await this.send("GET", url.href);
    return response.headers.get("location") ?? "";
  }
}
