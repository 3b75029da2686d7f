import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { signInPath } from "@/api/sign-in-path";
import { SignOnNeeded } from "@/features/accounts/components/sign-on-needed";
import { returnPath } from "@/shared/return-path";

export const metadata: Metadata = { title: "Sign in to enter" };

interface Props {
  readonly searchParams: Promise<{ readonly to?: string | string[] }>;
}

export default async function SignOnPage({ searchParams }: Props) {
  if (!(await currentSession())) redirect(await signInPath("/workspaces"));
  const { signOn } = await (await caller()).accounts.me();
  return <SignOnNeeded signOn={signOn} next={returnPath([(await searchParams).to].flat()[0])} />;
}
