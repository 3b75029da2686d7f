"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { LoginSessions } from "./login-sessions";
import { PasswordSection } from "./password-section";
import { ProfileSection } from "./profile-section";
import { SignOnSection } from "./sign-on-section";

interface AccountViewProps {
  /** Why connecting single sign-on didn't work. */
  readonly problem: string | null;
}

/** One's own account: name, password, single sign-on, and where one is signed in. */
export function AccountView({ problem }: AccountViewProps) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions());
  return (
    <>
      <PageTitle title="Your account" description={me.email}>
        <form method="post" action="/sign-out">
          <Button type="submit">Sign out</Button>
        </form>
      </PageTitle>
      <div className="grid gap-9">
        {problem && <Notice tone="error">{problem}</Notice>}
        <ProfileSection me={me} />
        <PasswordSection me={me} />
        {me.signOn && <SignOnSection signOn={me.signOn} hasPassword={me.hasPassword} />}
        <LoginSessions />
      </div>
    </>
  );
}
