import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentSession } from "@/api/caller";
import { HydrateClient, prefetch, trpc } from "@/api/rsc";
import { signInPath } from "@/api/sign-in-path";
import { AccountView } from "@/features/accounts/components/account-view";
import { DeleteAccount } from "@/features/workspaces/components/delete-account";
import { linkRefusal } from "@/shared/sign-in-refusal";

export const metadata: Metadata = { title: "Your account" };

interface Props {
  readonly searchParams: Promise<{ readonly error?: string | string[]; readonly link?: string | string[] }>;
}

export default async function AccountPage({ searchParams }: Props) {
  if (!(await currentSession())) redirect(await signInPath("/account"));
  const { error, link } = await searchParams;
  // The leave to connect single sign-on has served, and need not stay in the history.
  if (link) redirect("/account");
  prefetch(trpc.accounts.me.queryOptions());
  prefetch(trpc.accounts.sessions.queryOptions());
  prefetch(trpc.workspaces.ownedAlone.queryOptions());
  const [reason] = [error].flat();
  return (
    <HydrateClient>
      <AccountView problem={reason === undefined ? null : linkRefusal(reason)}>
        <DeleteAccount />
      </AccountView>
    </HydrateClient>
  );
}
