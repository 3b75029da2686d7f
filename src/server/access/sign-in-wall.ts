// A workspace may ask its members to have signed in by single sign-on. Every door that a browser comes through asks here,
// after `openScope`; calendars and jobs have a right of their own.
import { openidName } from "@/server/auth/openid-provider";
import type { Session } from "@/server/auth/session";
import { AppError } from "@/shared/errors";

/** "any" is every way that the installation has. */
export type SignInWay = "any" | "oidc";

/** Throws FORBIDDEN, with `signIn` in its details, for who came another way than the workspace asks for. */
export function demandSignIn(
  { signInBy }: { readonly signInBy: SignInWay },
  { method }: Pick<Session, "method">,
): void {
  if (signInBy === "any" || method === signInBy) return;
  const name = openidName() ?? "single sign-on";
  throw new AppError("FORBIDDEN", `Members enter this workspace with ${name} only. Sign in with it to go on.`, {
    signIn: signInBy,
  });
}
