"use client";
import { type FormEvent, type ReactNode, useState } from "react";
import { api } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import type { LinkPurpose } from "../account-contract";
import { CheckInbox } from "./check-inbox";
import { EmailField } from "./email-field";
import { QuietLink } from "./entrance-link";
import { useRefusable } from "./use-refusable";

const AFTERWARDS: Record<LinkPurpose, string> = {
  "verify-email":
    "If an account with that address waits to be confirmed, a link is on its way. It is good for 24 hours.",
  "reset-password":
    "If that address has an account, a link to choose a new password is on its way. It is good for an hour.",
};

interface AskForLinkProps {
  readonly purpose: LinkPurpose;
  readonly hasOutbox: boolean;
  /** What is above the form; it goes when the form has done its work. */
  readonly children: ReactNode;
}

/** Asks for an address and has a link mailed to it. */
export function AskForLink({ purpose, hasOutbox, children }: AskForLinkProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { isPending, errorOf, problem, run } = useRefusable(["email"]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email"));
    const isSent = await run(() => api.accounts.sendLink.mutate({ email, purpose }).then(() => true));
    if (isSent) setSentTo(email.trim());
  }

  if (sentTo) {
    return (
      <CheckInbox email={sentTo} purpose={purpose} hasOutbox={hasOutbox}>
        You asked for a link to <b className="wrap-anywhere text-ink">{sentTo}</b>. {AFTERWARDS[purpose]}
      </CheckInbox>
    );
  }
  return (
    <>
      {children}
      <form method="post" onSubmit={submit} className="grid gap-4">
        {problem && <Notice tone="error">{problem}</Notice>}
        <EmailField error={errorOf("email")} />
        <Button type="submit" variant="primary" size="l" className="w-full" pending={isPending} pendingLabel="Sending…">
          Send the link
        </Button>
        <QuietLink href="/sign-in">Back to sign in</QuietLink>
      </form>
    </>
  );
}
