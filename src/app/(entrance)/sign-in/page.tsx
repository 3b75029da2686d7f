import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { SignInView } from "@/features/accounts/components/sign-in-view";
import { returnPath } from "@/shared/return-path";
import { signInRefusal } from "@/shared/sign-in-refusal";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<{ readonly callbackUrl?: string | string[]; readonly error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const next = returnPath([callbackUrl].flat()[0]);
  if (await currentSession()) redirect(next);
  const entrance = await (await caller()).accounts.entrance();
  const [reason] = [error].flat();
  return <SignInView entrance={entrance} next={next} refused={reason === undefined ? null : signInRefusal(reason)} />;
}
