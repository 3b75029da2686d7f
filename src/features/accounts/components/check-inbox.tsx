"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { ButtonLink } from "@/ui/button-link";
import type { LinkPurpose } from "../account-contract";
import { EntranceHeading } from "./entrance-heading";
import { QuietLink } from "./entrance-link";
import { SendLinkAgain } from "./send-link-again";

interface CheckInboxProps {
  readonly email: string;
  readonly purpose: LinkPurpose;
  readonly hasOutbox: boolean;
  /** What the mail is and what to do with it. */
  readonly children: ReactNode;
}

/** Takes the place of a form whose answer is a mail. The same whether the address has an account or not. */
export function CheckInbox({ email, purpose, hasOutbox, children }: CheckInboxProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the focus is gone; what came instead is read aloud.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <EntranceHeading title="Check your inbox" ref={heading}>
        {children}
      </EntranceHeading>
      <div className="grid gap-5">
        {hasOutbox && (
          <ButtonLink href="/outbox" variant="primary" size="l" className="w-full">
            Open the demo’s outbox
          </ButtonLink>
        )}
        <div className="grid gap-2 border-t pt-5">
          <p className="text-ink-2">Nothing there after a few minutes? Look among the spam, or:</p>
          <SendLinkAgain email={email} purpose={purpose} />
        </div>
        <QuietLink href="/sign-in">Back to sign in</QuietLink>
      </div>
    </>
  );
}
