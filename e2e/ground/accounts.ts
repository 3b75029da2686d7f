// Signing up and in over HTTP, for tests whose story begins later.
import { type APIResponse, type BrowserContext, expect } from "@playwright/test";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";
import type { AppRouter } from "../../src/api/root";
import { API_HEADERS, API_PATH } from "../../src/shared/api-convention";
import { ground } from "./ground";
import { linkIn, mailFor } from "./mailbox";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

function asResponse(response: APIResponse, body: Buffer): Response {
  return new Response(new Uint8Array(body), { status: response.status(), headers: response.headers() });
}

/** The product's procedures with the cookies of a browser. */
export function apiOf(context: BrowserContext): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${ground().url}${API_PATH}`,
        headers: { ...API_HEADERS, origin: ground().url },
        fetch: async (input, options) => {
          const response = await context.request.fetch(String(input), {
            method: options?.method ?? "GET",
            headers: Object.fromEntries(new Headers(options?.headers as HeadersInit).entries()),
            ...(typeof options?.body === "string" ? { data: options.body } : {}),
          });
          return asResponse(response, await response.body());
        },
      }),
    ],
  });
}

/** Leaves an account with a confirmed address; the link is taken from the mail. */
export async function signUp(context: BrowserContext, account: Account): Promise<void> {
  const api = apiOf(context);
  await api.accounts.signUp.mutate(account);
  const token = new URL(linkIn(await mailFor(account.email))).searchParams.get("token") ?? "";
  await api.accounts.verifyEmail.mutate({ token, password: account.password });
}

/** Signs the browser in as the form would, without the form. */
export async function signIn(context: BrowserContext, { email, password }: Account): Promise<void> {
  const { request } = context;
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const response = await request.post("/api/auth/callback/password", {
    form: { csrfToken, email, password, callbackUrl: "/" },
    headers: { origin: ground().url },
    maxRedirects: 0,
  });
  const target = response.headers().location ?? "";
  expect(target, "signed in").not.toContain("error");
  expect(response.status()).toBe(302);
}

/** Makes somebody a member, by the mail that they get. */
export async function join(
  admin: { readonly api: TRPCClient<AppRouter> },
  other: { readonly email: string; readonly api: TRPCClient<AppRouter> },
  workspaceId: string,
  role: "viewer" | "reviewer" | "editor",
): Promise<void> {
  await admin.api.invitations.send.mutate({ workspaceId, email: other.email, role });
  const link = linkIn(await mailFor(other.email, /invites you/));
  await other.api.invitations.accept.mutate({ token: link.split("/").at(-1) ?? "" });
}
