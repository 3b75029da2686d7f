import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { SignUpView } from "@/features/accounts/components/sign-up-view";
import { returnPath } from "@/shared/return-path";

export const metadata: Metadata = { title: "Create an account" };

interface Props {
  readonly searchParams: Promise<{ readonly callbackUrl?: string | string[] }>;
}

export default async function SignUpPage({ searchParams }: Props) {
  const next = returnPath([(await searchParams).callbackUrl].flat()[0]);
  if (await currentSession()) redirect(next);
  return <SignUpView entrance={await (await caller()).accounts.entrance()} next={next} />;
}
