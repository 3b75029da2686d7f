import type { Metadata } from "next";
import { caller } from "@/api/caller";
import { ForgotPasswordView } from "@/features/accounts/components/link-views";

export const metadata: Metadata = { title: "Forgotten password" };

export default async function ForgotPasswordPage() {
  const { hasOutbox } = await (await caller()).accounts.entrance();
  return <ForgotPasswordView hasOutbox={hasOutbox} />;
}
