import "server-only";
import { headers } from "next/headers";
import { PATH_HEADER } from "@/shared/api-convention";
import { returnPath } from "@/shared/return-path";

/** Where a member is sent who has to sign in another way to enter. */
export async function signOnPath(fallback: string): Promise<string> {
  const asked = (await headers()).get(PATH_HEADER);
  return `/workspaces/sign-on?${new URLSearchParams({ to: asked ? returnPath(asked) : fallback })}`;
}

/** Where to sign in and come back from: to the page asked for, or to `fallback` when its path isn't known. */
export async function signInPath(fallback: string): Promise<string> {
  const asked = (await headers()).get(PATH_HEADER);
  const callbackUrl = asked ? returnPath(asked) : fallback;
  return `/sign-in?${new URLSearchParams({ callbackUrl })}`;
}
