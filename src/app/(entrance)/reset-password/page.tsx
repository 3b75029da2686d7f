import type { Metadata } from "next";
import { caller } from "@/api/caller";
import { ResetPasswordView } from "@/features/accounts/components/link-views";

export const metadata: Metadata = { title: "Choose a new password", robots: { index: false } };

interface Props {
  readonly searchParams: Promise<{ readonly token?: string | string[] }>;
}

/** Shows a button and changes nothing: programs that check mails visit every link. */
export default async function ResetPasswordPage({ searchParams }: Props) {
  const token = [(await searchParams).token].flat()[0]?.slice(0, 200) ?? "";
  const { accounts } = await caller();
  const [link, { hasOutbox }] = await Promise.all([
    accounts.readLink({ purpose: "reset-password", token }),
    accounts.entrance(),
  ]);
  return <ResetPasswordView token={token} email={link?.email ?? null} hasOutbox={hasOutbox} />;
}
