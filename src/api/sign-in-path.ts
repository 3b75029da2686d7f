import "server-only";
import { headers } from "next/headers";
import { PATH_HEADER } from "@/shared/api-convention";
import { returnPath } from "@/shared/return-path";

/** Where to sign in and come back from: to the page asked for, or to `fallback` when its path isn't known. */
export async function signInPath(fallback: string): Promise<string> {
  const asked = (await headers()).get(PATH_HEADER);
  const callbackUrl = asked ? returnPath(asked) : fallback;
  return `/sign-in?${new URLSearchParams({ callbackUrl })}`;
}
