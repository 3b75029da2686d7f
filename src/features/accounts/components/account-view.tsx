"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { EmailSection } from "./email-section";
import { LoginSessions } from "./login-sessions";
import { PasswordSection } from "./password-section";
import { ProfileSection } from "./profile-section";
import { SignOnSection } from "./sign-on-section";

interface AccountViewProps {
  /** Why connecting single sign-on didn't work. */
  readonly problem: string | null;
  /** What follows: the way out, which is known to features on the right. */
  readonly children: ReactNode;
}

/** One's own account on a page of its own, for who is in no workspace; in one, the settings show the same parts. */
export function AccountView({ problem, children }: AccountViewProps) {
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
        <ProfileView />
        <SecurityView isBelow />
        {children}
      </div>
    </>
  );
}

/** Name and address. */
export function ProfileView() {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions());
  return (
    <>
      <ProfileSection me={me} />
      <EmailSection me={me} />
    </>
  );
}

/** How one signs in, where one is signed in, and the way out. */
export function SecurityView({ isBelow = false }: { /** Something stands above it. */ readonly isBelow?: boolean }) {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.accounts.me.queryOptions());
  return (
    <>
      <PasswordSection me={me} hasLine={isBelow} />
      {me.signOn && <SignOnSection signOn={me.signOn} hasPassword={me.hasPassword} />}
      <LoginSessions />
    </>
  );
}
