import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { caller, currentSession } from "@/api/caller";
import { signInPath } from "@/api/sign-in-path";
import { ConfirmAddress } from "@/features/accounts/components/confirm-address";

export const metadata: Metadata = { title: "Use your new address", robots: { index: false } };

interface Props {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

export default async function ConfirmAddressPage({ searchParams }: Props) {
  const session = await currentSession();
  if (!session) redirect(await signInPath("/account"));
  const token = [(await searchParams).token].flat()[0]?.slice(0, 200) ?? "";
  const change = await (await caller()).accounts.readEmailChange({ token });
  return <ConfirmAddress token={token} newEmail={change?.newEmail ?? null} ownEmail={session.email} />;
}
